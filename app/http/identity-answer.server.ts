import { data } from '@remix-run/node'
import type { Refusal } from '#app/domain/kernel/result.ts'
import { notFound, statusOf } from './respond.server.ts'

const STATUS: Readonly<Record<string, number>> = {
  'credentials-wrong': 400,
  'link-dead': 410,
  'other-account': 403,
  'sign-in-first': 409,
  'second-factor-required': 403,
  'wrong-role': 403,
}
const SECONDS = 5

/** A refusal of an act of identity: its status, and for a full or delayed queue when to come back (RFC 9110 10.2.3). */
export function identityRefused(refusal: Refusal, typed: Record<string, string> = {}) {
  if (refusal.reason === 'not-found') throw notFound()
  const status = STATUS[refusal.reason] ?? statusOf(refusal)
  const headers = new Headers({ 'cache-control': 'no-store' })
  const wait = refusal.facts.retryAfterSeconds
  if (status === 429 || status === 503)
    headers.set('retry-after', String(typeof wait === 'number' ? wait : SECONDS))
  const formError = { reason: refusal.reason, facts: refusal.facts }
  return data({ failure: { fieldErrors: refusal.fields, formError, typed } }, { status, headers })
}

/** Carries `Retry-After` and the like from the action to the page. */
export const actionHeaders = ({ actionHeaders: headers }: { actionHeaders: Headers }): Headers => headers
