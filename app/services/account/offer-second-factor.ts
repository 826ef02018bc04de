import { qrSquares } from '#app/adapters/qr/qr-squares.ts'
import type { SignedIn } from '#app/adapters/db/sessions.ts'
import { refuse, ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'

export type Offer = {
  /** The secret sealed for this person, posted back with the first code: looking at the page stores nothing. */
  readonly sealed: string
  readonly secret: string
  /** The address for the authenticator, as the squares of a QR code. */
  readonly qr: { readonly size: number; readonly path: string }
}

const ISSUER = 'Imtiyaz'
const contextOf = (personId: string): string => `offer:${personId}`

/** A new authenticator secret; it becomes the person's only when a code made with it comes back. */
export function offerSecondFactor(ctx: Context, session: SignedIn): Offer {
  const { secret, uri } = ctx.crypto.newTotp(session.email, ISSUER)
  return {
    sealed: ctx.crypto.seal('totp-secret', contextOf(session.actor.personId), secret),
    secret,
    qr: qrSquares(uri),
  }
}

/** The same offer read back from the form. */
export function sameOffer(ctx: Context, session: SignedIn, sealed: string): Result<Offer, 'offer-invalid'> {
  const opened = ctx.crypto.unseal('totp-secret', contextOf(session.actor.personId), sealed)
  if (!opened.ok) return refuse('offer-invalid')
  const label = encodeURIComponent(`${ISSUER}:${session.email}`)
  const uri = `otpauth://totp/${label}?issuer=${ISSUER}&secret=${opened.value}&algorithm=SHA1&digits=6&period=30`
  return ok({ sealed, secret: opened.value, qr: qrSquares(uri) })
}
