import type { Context } from './context.ts'

/** Where anybody checks a document by its code: printed on it and in its QR. */
export const checkUrl = (ctx: Pick<Context, 'origin'>, checkCode: string): string =>
  `${ctx.origin}/verify/${checkCode}`
