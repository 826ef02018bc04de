import { must } from '#tests/services/deliberation/a-meeting.ts'
import { aScheduledRelease } from '#tests/services/results/a-release.ts'
import { publishResults } from '#app/services/results/publish-results.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { GIVEN_OPENING } from '#tests/support/given.ts'
import type { TestContext } from '#tests/support/context.ts'
import type { TestDb } from '#tests/support/db.ts'

export type Published = { readonly slug: string; readonly laureate: string }

/** A year before the campaigns of the world: the clock is past its release when the walk begins. */
const OPENED = instant(GIVEN_OPENING - 365 * 86_400_000)

/** A campaign played by its acts to its release: laureates, a bundle, certificates, a signed checkpoint of the log. */
export async function aPublishedCampaign(test: TestDb, context: TestContext): Promise<Published> {
  const scene = await aScheduledRelease(test, context, OPENED)
  await test.setNow(scene.embargoUntil)
  must(await publishResults(context, scene.publisher, scene))
  return { slug: scene.campaign.slug, laureate: scene.files[0]?.id ?? '' }
}
