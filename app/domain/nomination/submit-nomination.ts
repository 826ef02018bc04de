import { ok, refuse } from '../kernel/result.ts'
import { evidenceProblems } from '../evidence/evidence.ts'
import { notify } from '../notice/notice.ts'
import { completeness } from './completeness.ts'
import { inTime } from './deadline.ts'
import { actingFor, entryOf, titleText, transition } from './nomination.ts'
import { dossierContent } from './revision.ts'
import type { Actor } from '../access/actor.ts'
import type { HashOf } from '../campaign/campaign.ts'
import type { EvidenceLimits } from '../evidence/evidence.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Refusal, Result } from '../kernel/result.ts'
import type { Changed, NominationAct, NominationContext } from './nomination.ts'
import type { ContentFacts, DossierContent, DossierVersion } from './revision.ts'

export type SubmitFacts = ContentFacts & {
  readonly context: NominationContext
  readonly limits: EvidenceLimits
}
export type SubmitInput = {
  readonly versionId: string
  readonly receiptNumber: string
  /** The database's clock when the request arrived, and when the submitting statement runs. */
  readonly received: Instant
  readonly statementAt: Instant
  /** Digest of the content the visa page showed: what is approved is what was seen. */
  readonly seenDigest: string
  readonly hashOf: HashOf
}
export type SubmitReason =
  | 'not-mandated'
  | 'not-signatory'
  | 'wrong-phase'
  | 'wrong-state'
  | 'deadline-passed'
  | 'waited-too-long'
  | 'incomplete'
  | 'dossier-changed'
export type Submitted = Changed & { readonly dossier: DossierVersion }

/** What stands against a deposit: each missing or faulty field with its message, or nothing. */
export function incomplete(
  facts: Pick<SubmitFacts, 'form' | 'answers' | 'evidence' | 'limits'>,
): Refusal<'incomplete'> | null {
  const problems = evidenceProblems(facts.evidence, facts.limits)
  const found = completeness(facts.form, facts.answers, { count: facts.evidence.length, problems })
  if (found.complete) return null
  const fields = Object.fromEntries(found.problems.map(({ field, code }) => [field, `errors.answer.${code}`]))
  return refuse('incomplete', { count: found.problems.length, fields: Object.keys(fields) }, fields)
}

type DepositAct = Extract<NominationAct, 'submit' | 'answerCompletion'>

function told(
  facts: SubmitFacts,
  act: DepositAct,
  dossier: DossierVersion,
  signatory: Actor,
): Pick<Submitted, 'notices'> {
  const { nomination, context } = facts
  const { receivedAt, hash, number } = dossier
  const base = {
    reference: nomination.reference,
    title: titleText(nomination),
    nominationId: nomination.id,
    receivedAt,
  }
  const notices =
    act === 'submit'
      ? notify('nomination-received', context.team, nomination.campaignId, {
          ...base,
          administration: nomination.administrationId,
          category: nomination.categoryCode,
          signatory: signatory.name,
          files: dossier.content.evidence.length,
          digest: hash,
          version: number,
          closesAt: context.campaign.closesAt,
          answerBy: context.campaign.screeningEnds,
        })
      : notify('completion-received', [...context.team, ...context.secretariat], nomination.campaignId, base)
  return { notices }
}

/** Freezes the content as the next dossier version and moves the nomination by `act`. */
export function deposit(
  facts: SubmitFacts,
  actor: Actor,
  input: SubmitInput,
  act: DepositAct,
): Result<Submitted, SubmitReason> {
  const { nomination } = facts
  const lacking = incomplete(facts)
  if (lacking !== null) return lacking
  const content: DossierContent = dossierContent(facts)
  const hash = input.hashOf(content)
  if (hash !== input.seenDigest) return refuse('dossier-changed')
  const number = nomination.depositedVersions + 1
  const submittedAt = act === 'submit' ? input.received : nomination.submittedAt
  const moved = transition(nomination, act, { depositedVersions: number, submittedAt, withdrawnAt: null })
  if (!moved.ok) return moved
  const { versionId: id, receiptNumber, received: receivedAt } = input
  const kind = act === 'submit' ? 'submission' : 'completion'
  const frozen = { id, nominationId: nomination.id, number, kind, content, hash } as const
  const dossier: DossierVersion = { ...frozen, receivedAt, receiptNumber, signatoryId: actor.personId }
  const name = act === 'submit' ? 'nominationSubmitted' : 'completionAnswered'
  const entry = entryOf(name, moved.value, { version: number, digest: hash, receivedAt, receiptNumber })
  return ok({ nomination: moved.value, dossier, entry, ...told(facts, act, dossier, actor) })
}

/**
 * Submits a nomination by the signatory's visa (product.md sections 4 and 6): complete, exactly the content that
 * was shown, received strictly before the closing, statement within 5 minutes. Makes an immutable dossier
 * version and the receipt's facts; a resubmission makes the next version and keeps the earlier ones.
 */
export function submitNomination(
  facts: SubmitFacts,
  actor: Actor,
  input: SubmitInput,
): Result<Submitted, SubmitReason> {
  const { nomination, context } = facts
  const acting = actingFor(nomination, actor, true)
  if (!acting.ok) return acting
  if (context.campaign.phase !== 'nominations')
    return refuse('wrong-phase', { phase: context.campaign.phase })
  const timely = inTime(input.received, input.statementAt, context.campaign.closesAt)
  if (!timely.ok) return timely
  const state = transition(nomination, 'submit')
  if (!state.ok) return state
  return deposit(facts, actor, input, 'submit')
}
