import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { type FormFailure, wholeReason } from '#app/forms/failure.ts'
import { reasonText } from '#app/i18n/reason.ts'
import { useT } from '#app/i18n/provider.tsx'
import { RefusalBanner } from '../primitives/refusal-banner.tsx'
import { classes } from '../primitives/classes.ts'
import { ErrorSummary } from '../primitives/error-summary.tsx'

export type Failure = FormFailure | undefined
/** What an action left for its page. */
export const failureOf = (left: unknown): Failure => (left as { failure?: FormFailure } | undefined)?.failure

/** What a refused form says at each field, and what was typed there. */
export function useTyped(failure: Failure) {
  const t = useT()
  const sentence = (key: string): string => t(t.has(key) ? key : 'errors.invalid')
  return {
    text: (name: string, otherwise = ''): string => failure?.typed[name] ?? otherwise,
    ticked: (name: string, otherwise = false): boolean =>
      failure ? failure.typed[name] !== undefined : otherwise,
    /** The message of a field, or of the first of its boxes. */
    error: (name: string): string | undefined => {
      const keys = Object.entries(failure?.fieldErrors ?? {})
      const found =
        keys.find(([field]) => field === name) ?? keys.find(([field]) => field.startsWith(`${name}.`))
      return found && sentence(found[1])
    },
    summary: Object.entries(failure?.fieldErrors ?? {}).map(([name, key]) => ({
      name,
      message: sentence(key),
    })),
  }
}

type Props = {
  failure: Failure
  /** The version of what the page shows, posted back. */
  version?: number
  action?: string
  wide?: boolean
  children: ReactNode
}

/** A native form that works without script: the summary of errors or, where no field is at fault, the reason of the whole. */
export function ActForm({ failure, version, action, wide, children }: Props) {
  const t = useT()
  const { summary } = useTyped(failure)
  const reason = wholeReason(failure)
  return (
    <Form
      method="post"
      noValidate
      className={classes('form', wide === true && 'form--wide')}
      {...(action === undefined ? {} : { action })}
    >
      <ErrorSummary errors={summary} />
      {reason === undefined ? null : (
        <RefusalBanner of={failure}>{reasonText(t, reason.reason, reason.facts, 'campaign')}</RefusalBanner>
      )}
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      {children}
    </Form>
  )
}
