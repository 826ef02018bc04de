import type { Actor } from '#app/domain/access/actor.ts'
import type { Rubric } from '#app/domain/campaign/regulation.ts'
import { computeProposal } from '#app/services/jury/compute-proposal.ts'
import { confirmAssignment } from '#app/services/jury/confirm-assignment.ts'
import { declareInterests, type Declared } from '#app/services/jury/declare-interests.ts'
import { proposeAssignment } from '#app/services/jury/propose-assignment.ts'
import { openSheet } from '#app/services/scoring/open-sheet.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { sealScoreSheet } from '#app/services/scoring/seal-score-sheet.ts'
import { atOnce } from './at-once.ts'
import type { Cast, Player } from './cast.ts'
import { must } from './must.ts'
import { randomFor } from './random.ts'
import { sheetEntries } from './scores.ts'
import { actorFor, type Stage } from './stage.ts'

type Interest = Pick<Declared, 'kind' | 'words'>
const NOTHING: Interest = { kind: 'none', words: '' }

/** Every member of the jury declares their interests about every admissible file. */
export async function declareAll(
  stage: Stage,
  members: readonly Player[],
  campaignId: string,
  interestOf: (member: number, nominationId: string) => Interest = () => NOTHING,
): Promise<void> {
  const files = await stage.ctx.db.office.nomination.findMany({
    where: { campaignId, state: 'admissible' },
    select: { id: true },
    orderBy: { reference: 'asc' },
  })
  for (const [at, member] of members.entries()) {
    const declared = files.map(({ id }) => ({ nominationId: id, ...interestOf(at, id) }))
    const actor = await actorFor(stage, member.personId)
    must(`${member.name} declares`, await declareInterests(stage.ctx, actor, { campaignId, declared }))
  }
}

/** The fairest proposal, computed and confirmed as it was shown. */
export async function assignReaders(stage: Stage, cast: Cast, campaignId: string): Promise<void> {
  const { ctx } = stage
  const clerk = await actorFor(stage, cast.clerks[0].personId)
  const asked = must('ask for readers', await proposeAssignment(ctx, clerk, { campaignId, settings: SETTINGS }))
  const computed = await computeProposal(ctx, asked.proposalId)
  // A worker that runs beside may have been first: its proposal is confirmed then, or refused by its own word.
  const isByWorker = !computed.ok && ['cancelled', 'proposal-over'].includes(computed.reason)
  if (!isByWorker) must('compute readers', computed)
  const kept = { campaignId, proposalId: asked.proposalId }
  must('confirm readers', await confirmAssignment(ctx, clerk, kept))
}

const SETTINGS = {
  objective: 'fairest',
  capPercent: null,
  slack: 1,
  relax: true,
  specialist: false,
  newcomers: null,
} as const

export type Reading = {
  readonly nominationId: string
  /** What the invented figures are drawn from, file and juror: the same name gives the same sheet, whatever the row's id. */
  readonly drawn: string
  readonly rubric: Rubric
  readonly target: number
  readonly until: 'sealed' | 'draft'
}

export type Work = readonly { readonly juror: Player; readonly readings: readonly Reading[] }[]

/** Every sheet is begun, and nothing written in it: how long it takes shows only when the clock moves on before it is scored. */
export async function beginAll(stage: Stage, work: Work): Promise<void> {
  await atOnce(work, 4, async ({ juror, readings }) => {
    const actor = await actorFor(stage, juror.personId)
    for (const { nominationId } of readings)
      must('open a sheet', await openSheet(stage.ctx, actor, { nominationId }))
  })
}

/** One juror reads their files one after the other; jurors work side by side. */
export async function scoreAll(stage: Stage, work: Work): Promise<void> {
  await atOnce(work, 4, async ({ juror, readings }) => {
    const actor = await actorFor(stage, juror.personId)
    for (const reading of readings) await score(stage, actor, reading)
  })
}

async function score({ ctx, seed }: Stage, actor: Actor, reading: Reading): Promise<void> {
  const { nominationId, drawn, rubric, target, until } = reading
  const { sheetId } = must('open a sheet', await openSheet(ctx, actor, { nominationId }))
  const random = randomFor(seed, drawn)
  const whole = sheetEntries(rubric, target, random, actor.locale === 'ar' ? 'ar' : 'fr')
  const entries = until === 'sealed' ? whole : whole.slice(0, 1 + Math.floor(random() * (whole.length - 1)))
  const draft = { sheetId, version: 1, entries, privateNotes: '', remark: '', confidence: null }
  const saved = await saveScoreSheet(ctx, actor, draft)
  const { version } = must('save a sheet', saved.result)
  if (until === 'sealed') must('seal a sheet', await sealScoreSheet(ctx, actor, { sheetId, version }))
}

/** The files each juror was given, by person, in the order of their references. */
export async function readingsOf(
  { ctx }: Stage,
  campaignId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await ctx.db.office.assignment.findMany({
    where: { nomination: { campaignId }, removedAt: null },
    select: { nominationId: true, seat: { select: { personId: true } } },
    orderBy: { nomination: { reference: 'asc' } },
  })
  const byPerson = new Map<string, string[]>()
  for (const { nominationId, seat } of rows) {
    if (seat.personId === null) continue
    byPerson.set(seat.personId, [...(byPerson.get(seat.personId) ?? []), nominationId])
  }
  return byPerson
}
