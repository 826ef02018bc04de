import type { Facts } from '#app/domain/kernel/result.ts'

/**
 * What a form gets back when it is refused: message keys by dotted field name, the reason for the whole form, and what
 * was typed, flat and bounded (reliability.md section 0, finding 5), so that nothing is typed twice.
 */
export type FormFailure = {
  readonly fieldErrors: Readonly<Record<string, string>>
  readonly formError?: { readonly reason: string; readonly facts: Facts }
  readonly typed: Readonly<Record<string, string>>
}
