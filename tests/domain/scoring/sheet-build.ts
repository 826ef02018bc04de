import type { Actor } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { emptySheet } from '#app/domain/scoring/sheet.ts'
import type { ScoreSheet, SheetEntry, SheetFacts } from '#app/domain/scoring/sheet.ts'
import { aRubric } from './build.ts'

export const OPENS = instant(1_000)
export const CLOSES = instant(2_000)
export const DURING = instant(1_500)

export const anActor = (personId: string, over: Partial<Actor> = {}): Actor => ({
  personId,
  name: personId,
  locale: 'fr',
  secondFactor: true,
  grants: [],
  seats: [],
  mandates: [],
  origin: { requestId: 'r', address: null },
  ...over,
})
export const holding = (personId: string, role: 'juror' | 'chair' | 'deputy' | 'expert'): Actor =>
  anActor(personId, { seats: [{ seatId: `seat-${personId}`, campaignId: 'c1', role, accepted: true }] })

export const anEntry = (
  criterion: string,
  level: number | null,
  over: Partial<SheetEntry> = {},
): SheetEntry => ({
  criterion,
  level,
  cannotAssess: false,
  comment: '',
  ...over,
})
export const COMPLETE = [
  anEntry('impact', 3),
  anEntry('access', 4),
  anEntry('reuse', 5, { comment: 'Réutilisé par trois communes.' }),
]

export const aSheet = (over: Partial<ScoreSheet> = {}): ScoreSheet => ({
  ...emptySheet({ id: 'sheet-1', campaignId: 'c1', nominationId: 'n1', seatId: 'seat-juror' }, 'number-1'),
  ...over,
})
export const someFacts = (over: Partial<SheetFacts> = {}): SheetFacts => ({
  phase: 'evaluation',
  evaluation: { from: OPENS, until: CLOSES },
  rubric: aRubric(),
  rubricHash: 'ab'.repeat(32),
  seat: { id: 'seat-juror', personId: 'juror', role: 'juror' },
  assigned: true,
  declared: true,
  recused: false,
  sheet: aSheet(),
  ...over,
})
