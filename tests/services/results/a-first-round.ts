import type { Actor } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { advancePhase } from '#app/services/campaign/advance-phase.ts'
import type { Context } from '#app/services/context.ts'
import { conveneSession } from '#app/services/deliberation/convene-session.ts'
import { openItem } from '#app/services/deliberation/open-item.ts'
import { openSession } from '#app/services/deliberation/open-session.ts'
import { recordAttendance } from '#app/services/deliberation/record-attendance.ts'
import { aRegulation } from '#tests/support/builders/regulation.ts'
import type { TestDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'

/** Five files and their three sheets: the second and the third are level at the cut of two, the last two are out. */
export const FIRST = [
  [5, 5, 5],
  [4, 4, 3],
  [4, 3, 4],
  [2, 2, 2],
  [1, 1, 1],
]
/** What the three that advance are given then: the order turns round. */
export const SECOND = [
  [3, 3, 3],
  [4, 4, 4],
  [5, 5, 4],
]

type World = { readonly test: TestDb; readonly ctx: Context }

/** A campaign whose first round is sealed, under a rule of two rounds, at the close of the evaluation. */
export async function aFirstRound(
  { test, ctx }: World,
  levels: number[][] = FIRST,
  places: number | null = 2,
  firstRoundPercent: string | null = null,
) {
  const given = createGiven(test)
  const base = aRegulation({ opensAt: GIVEN_OPENING })
  const { scoring } = base
  const carried = firstRoundPercent === null ? {} : { firstRoundPercent }
  const secondRound = places === null ? {} : { secondRound: { places, ...carried } }
  const panel = await aPanel(test, {
    given,
    regulation: { ...base, scoring: { ...scoring, ...secondRound } },
  })
  const chair = await panel.seated({ role: 'chair' })
  const jurors: Juror[] = [await panel.seated(), await panel.seated(), await panel.seated()]
  const files: string[] = []
  for (const own of levels) {
    const { id } = await panel.file()
    files.push(id)
    for (const [at, level] of own.entries()) {
      await panel.reading(jurors[at]!, id)
      await panel.sealed(ctx, jurors[at]!, id, level)
    }
  }
  const organiser = await given.officer('organiser', panel.campaign.id)
  const { calendar } = base
  await test.setNow(calendar.evaluationCloses)
  const id = panel.campaign.id
  const advance = (from: 'evaluation' | 'presentations', to: 'presentations' | 'deliberation') =>
    advancePhase(ctx, organiser, { campaignId: id, from, to })
  return { ...panel, id, given, chair, jurors, files, organiser, calendar, advance, code: panel.codes[0]! }
}
export type Round = Awaited<ReturnType<typeof aFirstRound>>

export async function secondSheets(
  { test, ctx }: World,
  { jurors, files, sealed, calendar }: Round,
  levels = SECOND,
): Promise<void> {
  await test.setNow(instant(calendar.evaluationCloses + 3_600_000))
  for (const [at, own] of levels.entries())
    for (const [j, level] of own.entries()) await sealed(ctx, jurors[j]!, files[at]!, level)
}

/** Convened and opened with everybody in the room. */
export async function aMeetingOf({ test, ctx }: World, round: Round, clerk: Actor) {
  const { id: campaignId, chair, jurors, calendar } = round
  const place = { ar: 'الرباط', fr: 'Rabat' }
  const call = { campaignId, convenedFor: calendar.deliberation, place }
  const secretarySeatId = jurors[0]!.seatId
  const { sessionId } = must(await conveneSession(ctx, clerk, { ...call, secretarySeatId }))
  for (const { seatId } of [chair, ...jurors])
    must(await recordAttendance(ctx, clerk, { sessionId, seatId, movement: 'arrives' }))
  must(await openSession(ctx, chair.actor, { sessionId }))
  const { rows: items } = await test.owner.query(
    `SELECT i.id, p.code AS slot, k.code AS category FROM deliberation_item i JOIN prize_slot p ON p.id = i.slot_id
       JOIN category k ON k.id = p.category_id WHERE i.session_id = $1 ORDER BY i.position`,
    [sessionId],
  )
  const opened = async (itemId: string) => must(await openItem(ctx, chair.actor, { itemId }))
  return { ...round, sessionId, items, opened }
}
