import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { reasonText } from '#app/i18n/reason.ts'
import { ErrorSummary } from '../primitives/error-summary.tsx'
import { RefusalBanner } from '../primitives/refusal-banner.tsx'
import { type FieldMessage, fieldSentence } from './messages-of.ts'

type Props = {
  messages: readonly FieldMessage[]
  reason: FormFailure['formError']
  /** Where the words of a reason are looked for first. */
  area: string
}

/** All that was refused, first in the form: its fields or, where none is at fault, the reason of the whole; receives the focus. */
export function RefusalNote({ messages, reason, area }: Props) {
  const t = useT()
  const isAlone = messages.length === 0
  return (
    <>
      <ErrorSummary
        errors={messages.map(({ name, message }) => ({
          name,
          message: fieldSentence(t, message, reason?.facts),
        }))}
      />
      {reason === undefined || !isAlone ? null : (
        <RefusalBanner of={reason}>{reasonText(t, reason.reason, reason.facts, area)}</RefusalBanner>
      )}
    </>
  )
}
