import { hasDecidedPrize } from '#app/adapters/db/agenda.ts'
import {
  type DeclarationSubject,
  loadDeclarationSubjects,
  loadOwnSeat,
  type OwnSeat,
  storeInterests,
} from '#app/adapters/db/interests.ts'
import { loadCurrentSheet } from '#app/adapters/db/score-sheets.ts'
import { holdCounted } from '#app/adapters/db/tallies.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { declareInterest } from '#app/domain/jury/recusal.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run, type Trace, type Unit } from '#app/services/run.ts'
import { issueDocuments } from '#app/services/issue.ts'
import { tallyAsOffice } from '#app/services/tally.ts'
import { type Declared, declarationDrafts } from './member-documents.ts'
import { inTwoLanguages } from '../in-two-languages.ts'
import { recuseFromOwnBodies, recusalFactsOf, storeRecusalEffects } from './automatic-recusals.ts'

export type { Declared }
type Declaring = { readonly campaignId: string; readonly declared: readonly Declared[] }
export type DeclaredCount = { readonly opened: number; readonly hidden: number }

/**
 * The juror's declarations for several files at once: all or none. A typed interest recuses in the same transaction;
 * so does whatever follows from the juror's own bodies. A file already declared free of interest, declared so again, is
 * left as it is: the same page sent twice writes one declaration. Where the sheets were counted, they are counted again.
 */
export const declareInterests = (
  ctx: Context,
  actor: Actor,
  input: Declaring,
): Promise<Result<Act<DeclaredCount>>> =>
  run(ctx, actor, { db: 'jury', role: 'juror' }, async (unit): Promise<Result<Act<DeclaredCount>>> => {
    await holdCounted(unit.tx, input)
    const seat = await loadOwnSeat(unit.tx, actor.personId, input.campaignId)
    if (!seat) return refuse('not-found')
    const access = {
      campaignId: seat.campaignId,
      phase: seat.phase,
      charterSigned: seat.charterSignedAt !== null,
    }
    const permit = decide(actor, 'interests.declare', access)
    if (!permit.ok) return permit
    const subjects = await loadDeclarationSubjects(unit.tx, seat)
    const closed = await recuseFromOwnBodies(ctx, unit, seat, subjects)
    if (!closed.ok) return closed
    const open = new Map(
      subjects
        .filter((subject) => !closed.value.nominationIds.includes(subject.nominationId))
        .map((subject) => [subject.nominationId, subject]),
    )
    const traces: Trace[] = [closed.value]
    const declared = input.declared.filter(
      ({ nominationId, kind }) => !(kind === 'none' && open.get(nominationId)?.declaredKind === 'none'),
    )
    const rows = declared.map((one) => ({ id: ctx.ids.rowId(), seatId: seat.seatId, ...one }))
    for (const one of declared) {
      const subject = open.get(one.nominationId)
      if (!subject) return refuse('not-found')
      const trace = await declareOne(ctx, unit, actor, { seat, subject, one })
      if (!trace.ok) return trace
      traces.push(trace.value)
    }
    await storeInterests(unit.tx, rows, unit.now)
    const act = { declared, at: unit.now }
    await issueDocuments(ctx, unit, seat.campaignId, declarationDrafts(actor, seat, open, act))
    const interests = declared.filter((one) => one.kind !== 'none').length
    const hidden = interests + closed.value.nominationIds.length
    const tallied = hidden === 0 ? ok(null) : await tallyAsOffice(unit, { ...seat, id: seat.campaignId }, ctx)
    if (!tallied.ok) return tallied
    return ok({
      opened: declared.length - interests,
      hidden,
      entries: traces.flatMap((trace) => trace.entries),
      notices: traces.flatMap((trace) => trace.notices),
      actedAs: permit.value.as,
    })
  })

async function declareOne(
  ctx: Context,
  unit: Unit,
  actor: Actor,
  facts: { readonly seat: OwnSeat; readonly subject: DeclarationSubject; readonly one: Declared },
): Promise<Result<Trace>> {
  const { seat, subject, one } = facts
  const { nominationId } = subject
  const isFree = one.kind === 'none'
  const known = recusalFactsOf(seat, subject, {
    sheet: isFree ? null : await loadCurrentSheet(unit.tx, seat.seatId, nominationId),
    isPrizeDecided: !isFree && (await hasDecidedPrize(unit.tx, nominationId)),
  })
  const charterSigned = seat.charterSignedAt !== null
  const decision = declareInterest({ ...known, charterSigned, declaration: null }, actor, one, unit.now)
  if (!decision.ok) {
    // Several files share one form: the field is named after its file.
    const fields = { [`interests.${nominationId}.words`]: 'errors.required' }
    return refuse(decision.reason, decision.facts, decision.reason === 'words-required' ? fields : {})
  }
  const { entry, effects } = decision.value
  if (!effects) return ok({ entries: [entry], notices: [] })
  await storeRecusalEffects(ctx, unit, effects, known)
  const told = { ...inTwoLanguages('campaign', seat.campaignName), reference: subject.reference }
  const notices = effects.notices.map((notice) => ({ ...notice, facts: told }))
  return ok({ entries: [entry, ...effects.entries], notices })
}
