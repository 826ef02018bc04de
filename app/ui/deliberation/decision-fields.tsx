import type { Localized } from '#app/domain/kernel/localized.ts'
import { WITHHOLDING_REASONS } from '#app/domain/results/award-decision.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Checkboxes } from '../primitives/checkboxes.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Radios } from '../primitives/radios.tsx'
import { Select } from '../primitives/select.tsx'
import { TextArea } from '../primitives/text-area.tsx'

type Props = {
  item: {
    readonly mayBeShared: boolean
    readonly mayBeWithheld: boolean
    readonly finalists: readonly {
      readonly id: string
      readonly title: Localized
      readonly administration: Localized
    }[]
  }
  failure: FormFailure | undefined
}

/** Award, share, or withhold with its reason; what the regulation does not allow is not offered. */
export function DecisionFields({ item, failure }: Props) {
  const t = useT()
  const typed = failure?.typed ?? {}
  const error = (name: string): string | undefined => {
    const key = failure?.fieldErrors[name]
    return key === undefined ? undefined : t(key)
  }
  const outcomes = [
    'awarded',
    ...(item.mayBeShared ? ['shared'] : []),
    ...(item.mayBeWithheld ? ['withheld'] : []),
  ].map((value) => ({ value, label: t(`deliberation.decision.outcome.${value}`) }))
  return (
    <>
      <Radios
        name="outcome"
        label={t('deliberation.decision.what')}
        options={outcomes}
        value={typed['outcome']}
        error={error('outcome')}
      />
      <Checkboxes
        name="winners"
        label={t('deliberation.decision.winners')}
        hint={t('deliberation.decision.winnersHint')}
        error={error('winners')}
        optional="unsaid"
        values={typed['winners']?.split('\n') ?? []}
        options={item.finalists.map(({ id, title, administration }) => ({
          value: id,
          label: <LocalizedText text={title} />,
          note: <LocalizedText text={administration} />,
        }))}
      />
      {item.mayBeWithheld ? (
        <Select
          name="reason"
          label={t('deliberation.decision.reason')}
          hint={t('deliberation.decision.reasonHint')}
          optional="unsaid"
          defaultValue={typed['reason']}
          error={error('reason')}
          choices={WITHHOLDING_REASONS.map((value) => ({
            value,
            label: t(`deliberation.minutes.withheld.${value}`),
          }))}
        />
      ) : null}
      {(['ar', 'fr'] as const).map((lang) => (
        <TextArea
          key={lang}
          name={`wording.${lang}`}
          label={t(`deliberation.decision.wording.${lang}`)}
          hint={t('deliberation.decision.wordingHint')}
          optional="unsaid"
          lang={lang}
          dir={lang === 'ar' ? 'rtl' : 'ltr'}
          defaultValue={typed[`wording.${lang}`]}
          error={error(`wording.${lang}`)}
        />
      ))}
    </>
  )
}
