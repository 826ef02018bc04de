import { useActionData } from '@remix-run/react'
import type { FormFailure } from '#app/forms/failure.ts'

/** What the action of this page refused, or nothing. */
export const useFailure = (): FormFailure | undefined =>
  (useActionData() as { failure?: FormFailure } | undefined)?.failure
