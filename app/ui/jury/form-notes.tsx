import { type FormFailure, wholeReason } from '#app/forms/failure.ts'
import { reasonText } from '#app/i18n/reason.ts'
import { useT } from '#app/i18n/provider.tsx'
import { RefusalBanner } from '../primitives/refusal-banner.tsx'
import { ErrorSummary } from '../primitives/error-summary.tsx'

type Props = {
  failure: FormFailure | undefined
  /** Where the words of a refusal are looked for first. */
  area?: string
  /** Ids of fields that stand more than once on the page, by name. */
  at?: Readonly<Record<string, string>>
}

/** What a refused form says first: each field as a link or, where none is at fault, the sentence of its reason. */
export function FormNotes({ failure, area = 'jury', at = {} }: Props) {
  const t = useT()
  if (failure === undefined) return null
  const formError = wholeReason(failure)
  const errors = Object.entries(failure.fieldErrors).map(([name, key]) => ({
    name,
    message: t(t.has(key) ? key : 'errors.invalid'),
    ...(at[name] === undefined ? {} : { href: `#${at[name]}` }),
  }))
  return (
    <>
      <ErrorSummary errors={errors} />
      {formError === undefined ? null : (
        <RefusalBanner of={failure}>{reasonText(t, formError.reason, formError.facts, area)}</RefusalBanner>
      )}
    </>
  )
}
