import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { type FormFailure, wholeReason } from '#app/forms/failure.ts'
import { reasonText } from '#app/i18n/reason.ts'
import { useT } from '#app/i18n/provider.tsx'
import { RefusalBanner } from '../primitives/refusal-banner.tsx'
import { Button, type ButtonLook } from '../primitives/button.tsx'
import { ErrorSummary } from '../primitives/error-summary.tsx'

/** What an action left for its page. */
export const failureOf = (left: unknown): FormFailure | undefined =>
  (left as { failure?: FormFailure } | undefined)?.failure

const textOf = (facts: Readonly<Record<string, unknown>>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
  )

/** The summary of a refused form: its fields or, where none is at fault, the reason of the whole. */
export function Refusals({
  failure,
  area,
}: {
  failure: FormFailure | undefined
  area: 'deliberation' | 'results'
}) {
  const t = useT()
  if (failure === undefined) return null
  const errors = Object.entries(failure.fieldErrors).map(([name, key]) => ({
    name,
    message: t(t.has(key) ? key : 'errors.invalid'),
  }))
  const reason = wholeReason(failure)
  return (
    <>
      <ErrorSummary errors={errors} />
      {reason === undefined ? null : (
        <RefusalBanner of={failure}>{reasonText(t, reason.reason, textOf(reason.facts), area)}</RefusalBanner>
      )}
    </>
  )
}

type ActProps = ButtonLook & {
  fields: Readonly<Record<string, string>>
  action?: string
  children: ReactNode
}
/** One act, one button: a native form of hidden fields. */
export function Act({ fields, action, children, ...look }: ActProps) {
  return (
    <Form method="post" {...(action === undefined ? {} : { action })}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...look}>{children}</Button>
    </Form>
  )
}
