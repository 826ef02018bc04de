import type { Actor } from '../access/actor.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { sameDissents } from './dissent.ts'
import type { MinutesBlocker } from './minutes.ts'
import type { Session } from './session.ts'

export type Signature = {
  readonly personId: string
  readonly as: 'president' | 'secretary'
  readonly documentHash: string
  readonly at: Instant
}

export type SigningFacts = {
  readonly session: Session
  readonly blockers: readonly MinutesBlocker[]
  readonly documentHash: string
  readonly signatures: readonly Signature[]
  /** Dissents that the document was drafted with, and those that stand now. */
  readonly dissents: { readonly drafted: readonly string[]; readonly standing: readonly string[] }
}
export type SigningReason =
  | 'not-signatory'
  | 'gate-closed'
  | 'second-factor-missing'
  | 'consent-missing'
  | 'document-changed'
  | 'dissent-since-draft'
  | 'already-signed'

/**
 * A simple electronic signature: account, second factor, consent, hash of the exact document (product.md section 9).
 * President and secretary each sign once; both signatures must name the same document.
 */
export function signMinutes(
  facts: SigningFacts,
  actor: Actor,
  seen: { readonly documentHash: string; readonly consent: boolean },
  now: Instant,
): Result<
  { readonly signature: Signature; readonly complete: boolean; readonly entry: EntryDraft },
  SigningReason
> {
  const { session, blockers, documentHash, signatures, dissents } = facts
  const isPresident = actor.personId === session.presidingPersonId
  if (!isPresident && actor.personId !== session.secretaryPersonId) return refuse('not-signatory')
  if (blockers.length > 0) return refuse('gate-closed', { blockers: blockers.map((blocker) => blocker.code) })
  if (!actor.secondFactor) return refuse('second-factor-missing')
  if (!seen.consent) return refuse('consent-missing', {}, { consent: 'errors.required' })
  if (seen.documentHash !== documentHash) return refuse('document-changed')
  if (!sameDissents(dissents.drafted, dissents.standing)) return refuse('dissent-since-draft')
  const valid = signatures.filter((one) => one.documentHash === documentHash)
  if (valid.some((one) => one.personId === actor.personId)) return refuse('already-signed')
  const signature: Signature = {
    personId: actor.personId,
    as: isPresident ? 'president' : 'secretary',
    documentHash,
    at: now,
  }
  const complete = new Set([...valid, signature].map((one) => one.as)).size === 2
  const entry = {
    act: 'minutesSigned' as const,
    subject: { type: 'session', id: session.id },
    campaignId: session.campaignId,
    facts: { as: signature.as, documentHash },
  }
  return ok({ signature, complete, entry })
}
