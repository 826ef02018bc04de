import type { FormFailure } from '#app/forms/failure.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Radios } from '../primitives/radios.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Select } from '../primitives/select.tsx'
import { TextArea } from '../primitives/text-area.tsx'

type Props = {
  file: {
    readonly nominationId: string
    readonly reference: string
    readonly title: Localized
    readonly lead: Localized
    readonly partners: readonly Localized[]
    readonly hints: readonly string[]
  }
  failure: FormFailure | undefined
}
const TIES = ['employment', 'supervision', 'contract', 'family', 'other'] as const

/** Title, lead and partners, then three choices of which none is made beforehand. */
export function InterestFields({ file, failure }: Props) {
  const t = useT()
  const name = (field: string): string => `interests.${file.nominationId}.${field}`
  const typed = (field: string): string | undefined => failure?.typed[name(field)]
  const error = (field: string): string | undefined => {
    const key = failure?.fieldErrors[name(field)]
    return key === undefined ? undefined : t(key)
  }
  return (
    <section className="crit">
      <h2>
        <LocalizedText text={file.title} />
      </h2>
      <p>
        <Reference code>{file.reference}</Reference> · <LocalizedText text={file.lead} />
      </p>
      {file.partners.length === 0 ? null : (
        <p>
          {t('jury.interests.partners')}{' '}
          {file.partners.map((partner, at) => (
            <span key={at}>
              {at === 0 ? '' : ' · '}
              <LocalizedText text={partner} />
            </span>
          ))}
        </p>
      )}
      {file.hints.map((hint) => (
        <p key={hint} className="field__hint">
          {t(`jury.interests.hints.${hint}`)}
        </p>
      ))}
      <Radios
        name={name('answer')}
        label={t('jury.interests.question')}
        value={typed('answer')}
        error={error('answer')}
        options={(['none', 'tied', 'later'] as const).map((value) => ({
          value,
          label: t(`jury.interests.answers.${value}`),
        }))}
      />
      <Select
        name={name('kind')}
        label={t('jury.interests.kind')}
        optional
        defaultValue={typed('kind') ?? ''}
        error={error('kind')}
        choices={TIES.map((value) => ({ value, label: t(`jury.interests.kinds.${value}`) }))}
      />
      <TextArea
        name={name('words')}
        label={t('jury.interests.words')}
        hint={t('jury.interests.wordsHint')}
        optional
        rows={2}
        defaultValue={typed('words') ?? ''}
        error={error('words')}
      />
    </section>
  )
}
