import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundRadios, BoundSelect, BoundTextArea } from '../forms/bound-field.tsx'
import { Dots } from '../primitives/dots.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Reference } from '../primitives/reference.tsx'

type Props = {
  file: {
    readonly nominationId: string
    readonly reference: string
    readonly title: Localized
    readonly lead: Localized
    readonly partners: readonly Localized[]
    readonly hints: readonly string[]
  }
}
const TIES = ['employment', 'supervision', 'contract', 'family', 'other'] as const

/** Title, lead and partners, then three choices of which none is made beforehand. */
export function InterestFields({ file }: Props) {
  const t = useT()
  const name = (field: string): string => `interests.${file.nominationId}.${field}`
  return (
    <section className="crit">
      <h2>
        <LocalizedText text={file.title} />
      </h2>
      <p>
        <Dots>
          <Reference code>{file.reference}</Reference>
          <LocalizedText text={file.lead} />
        </Dots>
      </p>
      {file.partners.length === 0 ? null : (
        <p>
          {t('jury.interests.partners')}{' '}
          <Dots>
            {file.partners.map((partner, at) => (
              <LocalizedText key={at} text={partner} />
            ))}
          </Dots>
        </p>
      )}
      {file.hints.map((hint) => (
        <p key={hint} className="field__hint">
          {t(`jury.interests.hints.${hint}`)}
        </p>
      ))}
      <BoundRadios
        name={name('answer')}
        label={t('jury.interests.question')}
        options={(['none', 'tied', 'later'] as const).map((value) => ({
          value,
          label: t(`jury.interests.answers.${value}`),
        }))}
      />
      <BoundSelect
        name={name('kind')}
        label={t('jury.interests.kind')}
        optional
        choices={TIES.map((value) => ({ value, label: t(`jury.interests.kinds.${value}`) }))}
      />
      <BoundTextArea
        name={name('words')}
        label={t('jury.interests.words')}
        hint={t('jury.interests.wordsHint')}
        optional
        rows={2}
      />
    </section>
  )
}
