import type { FormFailure } from '#app/forms/failure.ts'

/** The failure that an action answered with, if it did. `intent` keeps it to the form that was posted. */
export function failureIn(answer: unknown, intent?: string): FormFailure | undefined {
  if (typeof answer !== 'object' || answer === null || !('failure' in answer)) return undefined
  const failure = answer.failure as FormFailure
  return intent === undefined || failure.typed.intent === intent ? failure : undefined
}
