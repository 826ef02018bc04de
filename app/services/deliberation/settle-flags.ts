import { readersOf } from '#app/adapters/db/assignments.ts'
import { endFlag, loadFlags } from '#app/adapters/db/flags.ts'
import { seatersOf } from '#app/adapters/db/grants.ts'
import { type MotionResult, type MotionRow } from '#app/adapters/db/motions.ts'
import { loadCircle, loadNomination, storeNomination } from '#app/adapters/db/nominations.ts'
import { unconflicted } from '#app/adapters/db/own-files.ts'
import { type FlagGround, settledFlag } from '#app/domain/deliberation/flag.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { disqualifyByPlenary } from '#app/domain/nomination/plenary-disqualification.ts'
import type { Context } from '../context.ts'
import { issueDocuments } from '../issue.ts'
import { namedOf } from '../named-nomination.ts'
import { official } from '../official.ts'
import type { Trace, Unit } from '../run.ts'
import { storeTallies } from '../tally.ts'

const NOTHING: Trace = { entries: [], notices: [] }
type Settled = { readonly campaignId: string; readonly nominationId: string; readonly ground: FlagGround }

/** The nomination leaves tally and jury as by a disqualification of the office; its team gets the decision. */
async function leave(ctx: Context, unit: Unit, { campaignId, nominationId, ground }: Settled) {
  const { tx, now } = unit
  const found = await loadNomination(tx, nominationId, 'lock')
  if (!found) return refuse('not-found')
  const words = official(`secretariat.disqualification.plenary.${ground}`)
  const context = await loadCircle(tx, found)
  const left = disqualifyByPlenary(found.nomination, context, { ground, words })
  if (!left.ok) return left
  const { nomination, entry, notices } = left.value
  if (!(await storeNomination(tx, found.nomination, nomination))) return refuse('stale-version')
  const tallied = await storeTallies(unit, campaignId, ctx)
  if (!tallied.ok) return refuse('tally-impossible')
  // The letter of a disqualification, with the ground in words and that a vote decided; nothing that a juror wrote.
  const text = official('secretariat.disqualification.byPlenary')
  const body = { ...namedOf(found), reason: words, text, decidedAt: now }
  const letter = { kind: 'disqualification', subjectId: nominationId, isPublic: false, body } as const
  await issueDocuments(ctx, unit, campaignId, [letter])
  return ok({ entries: [entry], notices })
}

/**
 * What a counted vote does to the flags it was about, in its transaction: lifted, the nomination goes on as before; upheld,
 * it is disqualified; without a quorum they stay open and may be put to the vote again.
 */
export async function settleFlags(
  ctx: Context,
  unit: Unit,
  campaignId: string,
  { id: motionId, question }: MotionRow,
  result: MotionResult,
): Promise<Result<Trace>> {
  const [nominationId] = question.candidates
  const asked = question.flag
  if (result.kind !== 'flag' || asked === undefined || nominationId === undefined) return ok(NOTHING)
  const { outcome } = result.flag
  if (outcome === 'not_quorate') return ok(NOTHING)
  const { tx, now } = unit
  const found = await loadNomination(tx, nominationId, 'read')
  if (!found) return refuse('not-found')
  const desk = await unconflicted(tx, await seatersOf(tx, campaignId), nominationId)
  const people = [...(await readersOf(tx, found.nomination)), ...desk]
  const flags = await loadFlags(tx, nominationId)
  for (const flag of flags.filter(({ state, ground }) => state === 'open' && ground === asked.ground))
    await endFlag(tx, { ...flag, state: outcome, endedAt: now, motionId })
  const settled = { campaignId, nominationId, ground: asked.ground }
  const left = outcome === 'upheld' ? await leave(ctx, unit, settled) : ok(NOTHING)
  if (!left.ok) return left
  const { reference } = found.nomination
  const { entry, notices } = settledFlag({ ...settled, reference, people }, { ...settled, motionId, outcome })
  return ok({
    entries: [entry, ...left.value.entries],
    notices: [...notices, ...left.value.notices],
  })
}
