import { reasonText } from '#app/i18n/reason.ts'
import { useT } from '#app/i18n/provider.tsx'
import { RefusalBanner } from '../primitives/refusal-banner.tsx'
import type { Failure } from './act-form.tsx'

/** The refusal of a page whose forms are single buttons. */
export function ReasonBanner({ failure, area = 'campaign' }: { failure: Failure; area?: string }) {
  const t = useT()
  if (failure === undefined) return null
  const { formError } = failure
  return (
    <RefusalBanner of={failure}>
      {formError === undefined
        ? t('errors.form.generic')
        : reasonText(t, formError.reason, formError.facts, area)}
    </RefusalBanner>
  )
}
