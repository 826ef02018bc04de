import { hashBy } from '#app/domain/audit/bytes.ts'
import { loadMinutes, loadMinutesCase, storeSignature } from '#app/adapters/db/minutes.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { signMinutes as decideSigning } from '#app/domain/deliberation/sign-minutes.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { createTranslator } from '#app/i18n/translator.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { actInMeeting } from './act-in-meeting.ts'
import { SOFTWARE_VERSION } from './minutes-parts.ts'

export type Signing = {
  readonly sessionId: string
  /** SHA-256 of the PDF that the signatory was shown. */
  readonly documentHash: string
  readonly phrase: string
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[’']/g, '’')
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim()
    .toLocaleLowerCase('fr')

/** The sentence to type, in either language of the minutes. */
export const isConsent = (phrase: string): boolean =>
  (['ar', 'fr'] as const).some(
    (side) =>
      folded(createTranslator(side, ['deliberation'])('deliberation.minutes.phrase')) === folded(phrase),
  )

/**
 * A simple electronic signature, named as such: account, second factor, consent phrase, hash of the exact PDF. The
 * president signs first, then the secretary of the meeting; with both the minutes are signed for good.
 */
export const signMinutes = (
  ctx: Context,
  actor: Actor,
  { sessionId, documentHash, phrase }: Signing,
): Promise<Result<Act<{ readonly complete: boolean }>>> =>
  actInMeeting(ctx, actor, 'minutes.sign', { sessionId }, async ({ tx, now, meeting }) => {
    const minutes = await loadMinutes(tx, sessionId)
    if (!minutes) return refuse('minutes-missing')
    const found = await loadMinutesCase(tx, meeting, SOFTWARE_VERSION, hashBy(ctx.crypto.sha256))
    if (!found.ok) return found
    const { signatures, pdfSha256 } = minutes
    const facts = {
      session: meeting.session,
      blockers: found.value.blockers,
      documentHash: pdfSha256,
      signatures,
      dissents: {
        drafted: minutes.dissents,
        standing: found.value.input.dissents.map(({ id }) => id),
      },
    }
    const decision = decideSigning(facts, actor, { documentHash, consent: isConsent(phrase) }, now)
    if (!decision.ok)
      return decision.reason === 'consent-missing'
        ? { ...decision, fields: { phrase: 'deliberation.errors.phrase' } }
        : decision
    const { signature, complete, entry } = decision.value
    const presidentSigned = signatures.some((one) => one.as === 'president')
    if (signature.as === 'secretary' && !presidentSigned) return refuse('president-signs-first')
    await storeSignature(tx, minutes.id, { signature, phrase: phrase.trim(), complete })
    return ok({ complete, entries: [entry], notices: [] })
  })
