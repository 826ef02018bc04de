import type { Result } from '#app/domain/kernel/result.ts'

/** An act of the play was refused: the play is written wrong, or a rule has changed. */
export class PlayRefused extends Error {}

/** The value of an act that the play cannot go on without. */
export function must<T>(what: string, result: Result<T>): T {
  if (result.ok) return result.value
  const { reason, facts, fields } = result
  throw new PlayRefused(`${what}: ${reason} ${JSON.stringify(facts)} ${JSON.stringify(fields)}`)
}
