import type { FormFailure } from '#app/forms/failure.ts'
import { reasonText } from '#app/i18n/reason.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { ErrorSummary } from '../primitives/error-summary.tsx'

/** What a refused form says first: the sentence of its reason, then each field as a link. */
export function FormNotes({ failure }: { failure: FormFailure | undefined }) {
  const t = useT()
  if (failure === undefined) return null
  const { formError, fieldErrors } = failure
  const errors = Object.entries(fieldErrors).map(([name, key]) => ({ name, message: t(key) }))
  return (
    <>
      <ErrorSummary errors={errors} />
      {formError === undefined ? null : (
        <Banner kind="bad" role="alert">
          {reasonText(t, formError.reason, formError.facts, 'jury')}
        </Banner>
      )}
    </>
  )
}
