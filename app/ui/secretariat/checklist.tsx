import type { Localized } from '#app/domain/kernel/localized.ts'
import { VERDICTS } from '#app/domain/nomination/screening-check.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { checklistForm } from '#app/forms/screening.form.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundRadios, BoundText } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { Button } from '../primitives/button.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'

export type Check = { readonly code: string; readonly label: Localized }
export type VerdictShown = { readonly code: string; readonly verdict: string; readonly note: string | null }
type Props = {
  checks: readonly Check[]
  verdicts: readonly VerdictShown[]
  /** The version that the form writes over; null where it is only read. */
  version: number | null
  failure: FormFailure | undefined
}

/** The lines of the regulation's checklist: compliant, not, not applicable; a failed one says why. */
export function Checklist({ checks, verdicts, version, failure }: Props) {
  const t = useT()
  const found = (code: string): VerdictShown | undefined => verdicts.find((verdict) => verdict.code === code)
  if (version === null) {
    return (
      <ul className="stack stack--tight">
        {checks.map(({ code, label }) => (
          <li key={code} className="sm">
            <Phrase
              k="common.pair.labelled"
              parts={{
                label: <LocalizedText text={label} />,
                value: <b>{t(`secretariat.verdict.${found(code)?.verdict ?? 'none'}`)}</b>,
              }}
            />
            {found(code)?.note ? <bdi> {found(code)?.note}</bdi> : null}
          </li>
        ))}
      </ul>
    )
  }
  return (
    <ZodForm schema={checklistForm} failure={failure} area="secretariat" version={version}>
      {checks.map(({ code, label }) => {
        const name = `checks.${code}`
        return (
          <div key={code}>
            <BoundRadios
              name={`${name}.verdict`}
              label={<LocalizedText text={label} />}
              layout="line"
              value={found(code)?.verdict}
              options={VERDICTS.map((value) => ({ value, label: t(`secretariat.verdict.${value}`) }))}
            />
            <BoundText
              name={`${name}.note`}
              label={t('secretariat.checklist.note')}
              optional
              defaultValue={found(code)?.note ?? ''}
            />
          </div>
        )
      })}
      <Button icon="save">{t('secretariat.checklist.save')}</Button>
    </ZodForm>
  )
}
