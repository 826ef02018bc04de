import { data, redirect } from '@remix-run/node'
import type { FormFailure } from '#app/forms/failure.ts'
import type { Refusal, Result } from '#app/domain/kernel/result.ts'
import { flashCookie } from './flash.server.ts'

const NOT_FOUND = new Set(['not-found', 'hidden'])
const FORBIDDEN = new Set([
  'forbidden',
  'not-permitted',
  'wrong-role',
  'not-own',
  'recused',
  'not-assigned',
  'not-chair',
  'not-deputising',
  'own-proposal',
  'took-part',
  'charter-missing',
  'declaration-missing',
  'separate-hands',
  'second-factor-required',
  'second-factor-needed',
  'not-mandated',
  'not-signatory',
])
const BAD_INPUT = new Set([
  'invalid',
  'comment-required',
  'criterion-missing',
  'score-off-scale',
  'reason-required',
  'incomplete',
  'unknown-field',
])

/** The status of a refusal. Everything that is true but not now (phase, version, deadline, twice) is a conflict. */
export function statusOf(refusal: Refusal): number {
  if (NOT_FOUND.has(refusal.reason)) return 404
  if (FORBIDDEN.has(refusal.reason)) return 403
  if (refusal.reason === 'throttled') return 429
  if (refusal.reason === 'busy') return 503
  if (refusal.reason === 'file-too-large') return 413
  if (refusal.reason === 'storage-full') return 507
  if (BAD_INPUT.has(refusal.reason) || Object.keys(refusal.fields).length > 0) return 400
  return 409
}

/** A form's refusal as its page shows it: the sentence, the fields, and all that was typed. */
export const failed = (failure: FormFailure, status: number) =>
  data({ failure }, { status, headers: { 'cache-control': 'no-store' } })

export const refused = (refusal: Refusal, typed: Record<string, string> = {}) => {
  if (NOT_FOUND.has(refusal.reason)) throw notFound()
  return failed(
    { fieldErrors: refusal.fields, formError: { reason: refusal.reason, facts: refusal.facts }, typed },
    statusOf(refusal),
  )
}

/** Ok → 303 with one flash message; refusal → its status, with everything typed still there. */
export function respond<T>(
  result: Result<T>,
  next: {
    readonly to: string | ((value: T) => string)
    readonly flash?: string
    readonly typed?: Record<string, string>
    readonly headers?: HeadersInit
  },
) {
  if (!result.ok) return refused(result, next.typed)
  const headers = new Headers(next.headers)
  if (next.flash) headers.append('set-cookie', flashCookie(next.flash))
  return redirect(typeof next.to === 'function' ? next.to(result.value) : next.to, { status: 303, headers })
}

/** The same answer for what does not exist and for what is someone else's (T01). */
export const notFound = (): Response => new Response(null, { status: 404, statusText: 'Not Found' })
export const forbidden = (): Response => new Response(null, { status: 403, statusText: 'Forbidden' })
