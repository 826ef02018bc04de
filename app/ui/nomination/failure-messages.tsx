import { type FormFailure, wholeReason } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { reasonText } from '#app/i18n/reason.ts'
import { RefusalBanner } from '../primitives/refusal-banner.tsx'
import { ErrorSummary } from '../primitives/error-summary.tsx'
import type { Translator, Values } from '#app/i18n/instance.ts'

export const sentence = (t: Translator, key: string): string => (t.has(key) ? t(key) : t('errors.invalid'))

/** Everything that was refused, first on the page: the reason of the form, then each field. */
export function FailureMessages({ failure, area }: { failure: FormFailure | undefined; area: string }) {
  const t = useT()
  if (failure === undefined) return null
  const errors = Object.entries(failure.fieldErrors).map(([name, key]) => ({
    name,
    message: sentence(t, key),
  }))
  const reason = wholeReason(failure)
  const facts = Object.fromEntries(
    Object.entries(reason?.facts ?? {}).filter(
      ([, fact]) => typeof fact === 'string' || typeof fact === 'number',
    ),
  ) as Values
  return (
    <>
      <ErrorSummary errors={errors} />
      {reason === undefined ? null : (
        <RefusalBanner of={failure}>{reasonText(t, reason.reason, facts, area)}</RefusalBanner>
      )}
    </>
  )
}
