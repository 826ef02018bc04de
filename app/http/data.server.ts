import type { Refusal, Result } from '#app/domain/kernel/result.ts'
import { statusOf } from './respond.server.ts'

/** An answer to a script, kept by nobody on the way. */
export const heard = (body: object, status: number): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

/** The value of an act for a script, or why it was refused: the reason, its facts and the fields. */
export function answered(result: Result<object>): Response {
  if (result.ok) return heard(result.value, 200)
  const { reason, facts, fields } = result satisfies Refusal
  return heard({ reason, facts, fields }, statusOf(result))
}
