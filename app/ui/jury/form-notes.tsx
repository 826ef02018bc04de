import type { FormFailure } from '#app/forms/failure.ts'
import { reasonText } from '#app/i18n/reason.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { ErrorSummary } from '../primitives/error-summary.tsx'

type Props = {
  failure: FormFailure | undefined
  /** Where the words of a refusal are looked for first. */
  area?: string
}

/** What a refused form says first: the sentence of its reason, then each field as a link. */
export function FormNotes({ failure, area = 'jury' }: Props) {
  const t = useT()
  if (failure === undefined) return null
  const { formError, fieldErrors } = failure
  const errors = Object.entries(fieldErrors).map(([name, key]) => ({ name, message: t(key) }))
  return (
    <>
      <ErrorSummary errors={errors} />
      {formError === undefined ? null : (
        <Banner kind="bad" role="alert">
          {reasonText(t, formError.reason, formError.facts, area)}
        </Banner>
      )}
    </>
  )
}
