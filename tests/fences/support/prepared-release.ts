import { instant } from '#app/domain/kernel/instant.ts'
import { approveRelease } from '#app/services/results/approve-release.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { aDecidedCampaign } from '#tests/services/results/a-release.ts'
import type { TestContext } from '#tests/support/context.ts'
import type { TestDb } from '#tests/support/db.ts'
import { GIVEN_OPENING } from '#tests/support/given.ts'
import type { World } from './world.ts'

const OPENED = instant(GIVEN_OPENING - 365 * 86_400_000)

/**
 * A campaign whose prizes are decided and whose release is prepared, with both of its consents: another publisher may consent
 * as well, or give it its instant. `give`: to the world's publisher.
 */
export async function aPreparedRelease(test: TestDb, context: TestContext) {
  const { campaign, chair, prepared, publisher } = await aDecidedCampaign(test, context, {}, OPENED)
  const release = await prepared()
  for (const hand of [publisher, chair.actor]) must(await approveRelease(context, hand, release))
  const give = ({ given, people }: World) =>
    given.grant({ person: people.publisher, role: 'publisher', campaign: campaign.id })
  return { campaign, give }
}
