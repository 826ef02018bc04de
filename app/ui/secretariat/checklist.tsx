import type { Localized } from '#app/domain/kernel/localized.ts'
import { VERDICTS } from '#app/domain/nomination/screening-check.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { sentence } from '../nomination/failure-messages.tsx'
import { Button } from '../primitives/button.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Radios } from '../primitives/radios.tsx'
import { TextInput } from '../primitives/text-input.tsx'

export type Check = { readonly code: string; readonly label: Localized }
export type VerdictShown = { readonly code: string; readonly verdict: string; readonly note: string | null }
type Props = {
  checks: readonly Check[]
  verdicts: readonly VerdictShown[]
  open: boolean
  failure: FormFailure | undefined
}

/** The lines of the regulation's checklist: compliant, not, not applicable; a failed one says why. */
export function Checklist({ checks, verdicts, open, failure }: Props) {
  const t = useT()
  const found = (code: string): VerdictShown | undefined => verdicts.find((verdict) => verdict.code === code)
  if (!open) {
    return (
      <ul className="stack stack--tight">
        {checks.map(({ code, label }) => (
          <li key={code} className="sm">
            <LocalizedText text={label} /> :{' '}
            <b>{t(`secretariat.verdict.${found(code)?.verdict ?? 'none'}`)}</b>
            {found(code)?.note ? <bdi> {found(code)?.note}</bdi> : null}
          </li>
        ))}
      </ul>
    )
  }
  const typed = failure?.typed ?? {}
  return (
    <form method="post" className="form" noValidate>
      {checks.map(({ code, label }) => {
        const name = `checks.${code}`
        const error = failure?.fieldErrors[`${name}.note`]
        return (
          <div key={code}>
            <Radios
              name={`${name}.verdict`}
              label={<LocalizedText text={label} />}
              layout="line"
              value={typed[`${name}.verdict`] ?? found(code)?.verdict}
              options={VERDICTS.map((value) => ({ value, label: t(`secretariat.verdict.${value}`) }))}
            />
            <TextInput
              name={`${name}.note`}
              label={t('secretariat.checklist.note')}
              optional
              defaultValue={typed[`${name}.note`] ?? found(code)?.note ?? ''}
              error={error === undefined ? undefined : sentence(t, error)}
            />
          </div>
        )
      })}
      <Button icon="save">{t('secretariat.checklist.save')}</Button>
    </form>
  )
}
