import type { EntryDraft } from '../audit/entry.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { type Session, sessionEntry } from './session.ts'
import type { Signature } from './sign-minutes.ts'

/** The newest minutes of a meeting, as a new draft would find them. */
export type StandingMinutes = {
  readonly number: string
  readonly state: 'draft' | 'signing' | 'signed'
  readonly signatures: readonly Signature[]
  /** Whether the record of the meeting still says what they say. */
  readonly unchanged: boolean
}
export type Replacement = {
  /** One for each signature that falls: nothing signed is voided in silence. */
  readonly entries: readonly EntryDraft[]
  /** Who signed what no longer stands, and has to be told so. */
  readonly fallen: readonly string[]
}
export type ReplaceReason = 'minutes-signed' | 'record-unchanged'

/**
 * Whether a new draft may take the place of the minutes that stand. Refused: they are signed by both; the record of
 * the meeting has not changed (the same text a second time, or a signature that would fall for nothing). A signature
 * of the president falls only with a record that changed since, and by an entry of its own.
 */
export function replaceMinutes(
  standing: StandingMinutes | null,
  session: Session,
): Result<Replacement, ReplaceReason> {
  if (standing === null) return ok({ entries: [], fallen: [] })
  const { number, state, signatures, unchanged } = standing
  if (state === 'signed') return refuse('minutes-signed')
  if (unchanged) return refuse('record-unchanged', { number })
  return ok({
    entries: signatures.map(({ as, documentHash, personId }) =>
      sessionEntry('minutesSignatureVoided', session, { number, as, documentHash, personId }),
    ),
    fallen: signatures.map(({ personId }) => personId),
  })
}
