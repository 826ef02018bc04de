import { settleAnswer } from '#app/adapters/db/appeals.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { storeNomination } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import {
  type AppealSettleReason,
  returnAppealAnswer as decideReturn,
  validateAppealAnswer as decideValidation,
} from '#app/domain/nomination/appeal-answer.ts'
import type { Context } from '../context.ts'
import { issueDocuments } from '../issue.ts'
import { type Act, run } from '../run.ts'
import { type AppealCase, loadAppealed } from './appeal-unit.ts'
import type { PermitReason } from './permit.ts'
import { appealDecisionDraft } from './screening-documents.ts'

/** The very answer that the page of the second hand showed. */
export type SeenAnswer = { readonly nominationId: string; readonly answerId: string }
type Reason = AppealSettleReason | PermitReason | 'no-appeal' | 'stale-version'
type Settled = Act<{ readonly nominationId: string }>

async function loadSeenAnswer(tx: Tx, actor: Actor, seen: SeenAnswer): Promise<Result<AppealCase, Reason>> {
  const found = await loadAppealed(tx, actor, seen.nominationId)
  if (!found.ok) return found
  const { live } = found.value.facts
  return live?.state === 'proposed' && live.id !== seen.answerId ? refuse('stale-version') : found
}

/** The second hand: the answer takes effect, is issued as a document, and the team of the file is told. */
export const validateAppealAnswer = (
  ctx: Context,
  actor: Actor,
  seen: SeenAnswer,
): Promise<Result<Settled, Reason>> =>
  run<Settled, Reason>(ctx, actor, { db: 'office', role: 'secretariat' }, async ({ tx, now }) => {
    const found = await loadSeenAnswer(tx, actor, seen)
    if (!found.ok) return found
    const decision = decideValidation(found.value.facts, actor, now)
    if (!decision.ok) return decision
    const { nomination, answer, entry, notices } = decision.value
    if (!(await settleAnswer(tx, answer))) return refuse('own-proposal')
    const before = found.value.nomination
    if (nomination !== before && !(await storeNomination(tx, before, nomination))) {
      return refuse('stale-version')
    }
    const letter = appealDecisionDraft(found.value, found.value.facts.appeal, answer, now)
    await issueDocuments(ctx, { tx, now }, nomination.campaignId, [letter])
    return ok({ nominationId: nomination.id, entries: [entry], notices, actedAs: found.value.actedAs })
  })

/** The second hand disagrees: the appeal is unanswered again. */
export const returnAppealAnswer = (
  ctx: Context,
  actor: Actor,
  input: SeenAnswer & { readonly note: string },
): Promise<Result<Settled, Reason | 'note-required' | 'unreadable-text'>> =>
  run<Settled, Reason | 'note-required' | 'unreadable-text'>(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }) => {
      const found = await loadSeenAnswer(tx, actor, input)
      if (!found.ok) return found
      const decision = decideReturn(found.value.facts, actor, input.note, now)
      if (!decision.ok) return decision
      if (!(await settleAnswer(tx, decision.value.answer))) return refuse('own-proposal')
      const { entry, notices } = decision.value
      const { nominationId } = input
      return ok({ nominationId, entries: [entry], notices, actedAs: found.value.actedAs })
    },
  )
