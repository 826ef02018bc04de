import type { Context } from '../context.ts'

const MARK = /^([A-Za-z0-9_-]{22})\.([0-9a-f]{64})$/

const macOf = (ctx: Context, email: string, nonce: string): string =>
  ctx.crypto.hmac('device', `${email}\n${nonce}`)

/** Left on a browser after a good sign-in. It opens nothing: it only keeps the owner out of a stranger's queue. */
export function newDeviceMark(ctx: Context, email: string): string {
  const nonce = Buffer.from(ctx.crypto.randomBytes(16)).toString('base64url')
  return `${nonce}.${macOf(ctx, email, nonce)}`
}

/** The nonce of a mark that was made for this address, or null. Compared by digest, so that time tells nothing. */
export function knownDevice(ctx: Context, email: string, mark: string | null): string | null {
  const [, nonce, mac] = MARK.exec(mark ?? '') ?? []
  if (!nonce || !mac) return null
  return ctx.crypto.sha256(mac) === ctx.crypto.sha256(macOf(ctx, email, nonce)) ? nonce : null
}
