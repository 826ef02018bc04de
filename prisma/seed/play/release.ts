import type { Instant } from '#app/domain/kernel/instant.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { createTranslator } from '#app/i18n/translator.ts'
import { draftMinutes } from '#app/services/deliberation/draft-minutes.ts'
import { signMinutes } from '#app/services/deliberation/sign-minutes.ts'
import { approveRelease } from '#app/services/results/approve-release.ts'
import { prepareRelease } from '#app/services/results/prepare-release.ts'
import { publishResults } from '#app/services/results/publish-results.ts'
import { scheduleRelease } from '#app/services/results/schedule-release.ts'
import type { Cast } from './cast.ts'
import { must } from './must.ts'
import { actorFor, moveClock, type Stage } from './stage.ts'

const DAY = 86_400_000

/** The minutes are drafted by the secretariat and signed by the president, then by the secretary of the meeting. */
export async function concludeMinutes(stage: Stage, cast: Cast, sessionId: string): Promise<void> {
  const { ctx } = stage
  const clerk = await actorFor(stage, cast.clerks[0].personId)
  const { number } = must('draft the minutes', await draftMinutes(ctx, clerk, { sessionId }))
  const document = await ctx.db.office.document.findFirstOrThrow({
    where: { kind: 'minutes', number },
    select: { sha256: true },
  })
  const phrase = createTranslator('fr', ['deliberation'])('deliberation.minutes.phrase')
  for (const { personId } of [cast.chair, cast.deputy]) {
    const signing = { sessionId, documentHash: document.sha256 ?? '', phrase }
    must('sign the minutes', await signMinutes(ctx, await actorFor(stage, personId), signing))
  }
}

type Release = { readonly campaignId: string; readonly at: Instant }

/** Two consents to the same snapshot, the embargo, and the release at its instant. */
export async function releaseResults(stage: Stage, cast: Cast, of: Release): Promise<void> {
  const releaseId = await scheduleResults(stage, cast, of)
  await moveClock(stage, of.at)
  const publisher = await actorFor(stage, cast.publishers[0].personId)
  must('publish', await publishResults(stage.ctx, publisher, { releaseId }))
}

/** Two consents to the same snapshot, under an embargo until `at`; returns the id of the release. */
export async function scheduleResults(stage: Stage, cast: Cast, of: Release): Promise<string> {
  const { ctx } = stage
  const { campaignId, at } = of
  const publisher = await actorFor(stage, cast.publishers[0].personId)
  await moveClock(stage, instant(at - 3 * DAY))
  const prepared = await prepareRelease(ctx, publisher, { campaignId, embargoUntil: at })
  const { releaseId, snapshotHash } = must('prepare the release', prepared)
  const chair = await actorFor(stage, cast.chair.personId)
  const second = await actorFor(stage, cast.publishers[1].personId)
  // Whoever prepared it does not consent to it: the second publisher does, and the chair.
  for (const approver of [second, chair])
    must(`${approver.name} approves`, await approveRelease(ctx, approver, { releaseId, snapshotHash }))
  must('schedule the release', await scheduleRelease(ctx, publisher, { releaseId }))
  return releaseId
}
