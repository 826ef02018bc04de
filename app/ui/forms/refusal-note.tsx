import { useEffect, useRef } from 'react'
import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { reasonText } from '#app/i18n/reason.ts'
import { Banner } from '../primitives/banner.tsx'
import { ErrorSummary } from '../primitives/error-summary.tsx'
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
  const box = useRef<HTMLDivElement>(null)
  const isAlone = messages.length === 0
  useEffect(() => {
    if (isAlone) box.current?.focus()
  }, [isAlone])
  return (
    <>
      <ErrorSummary
        errors={messages.map(({ name, message }) => ({
          name,
          message: fieldSentence(t, message, reason?.facts),
        }))}
      />
      {reason === undefined || !isAlone ? null : (
        <div ref={box} tabIndex={-1}>
          <Banner kind="bad" role="alert">
            {reasonText(t, reason.reason, reason.facts, area)}
          </Banner>
        </div>
      )}
    </>
  )
}
