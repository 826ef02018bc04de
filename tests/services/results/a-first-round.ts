import { instant } from '#app/domain/kernel/instant.ts'
import { advancePhase } from '#app/services/campaign/advance-phase.ts'
import type { Context } from '#app/services/context.ts'
import { aRegulation } from '#tests/support/builders/regulation.ts'
import type { TestDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
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
) {
  const given = createGiven(test)
  const base = aRegulation({ opensAt: GIVEN_OPENING })
  const { scoring } = base
  const secondRound = places === null ? {} : { secondRound: { places } }
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
