import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import type { VoteKind } from '#app/domain/deliberation/ballot.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Radios } from '../primitives/radios.tsx'
import { Select } from '../primitives/select.tsx'

export type Candidate = { readonly id: string; readonly title: Localized; readonly administration: Localized }
type Props = {
  kind: VoteKind
  candidates: readonly Candidate[]
  typed: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}

/** In the order of the alphabet of the page: the paper says nothing of rank or score. */
export function useAlphabetical(): (candidates: readonly Candidate[]) => readonly Candidate[] {
  const locale = useLocale()
  const { compare } = useFormat()
  const name = ({ title }: Candidate): string => shownIn(title, locale)?.text ?? ''
  return (candidates) => [...candidates].sort((a, b) => compare(name(a), name(b)))
}

const CHOICES = { award: ['award', 'withhold', 'blank'], flag: ['uphold', 'lift', 'blank'] } as const

/** The paper: nothing is preselected, unless the person comes back to change it. */
export function Paper({ kind, candidates, typed, errors }: Props) {
  const t = useT()
  const sorted = useAlphabetical()(candidates)
  const error = (name: string): string | undefined =>
    errors[name] === undefined ? undefined : t(errors[name])
  if (kind === 'award' || kind === 'flag') {
    const options = CHOICES[kind].map((value) => ({ value, label: t(`deliberation.ballot.choice.${value}`) }))
    return (
      <Radios
        name="choice"
        label={t(`deliberation.ballot.question.${kind}`)}
        layout="rows"
        options={options}
        value={typed['choice']}
        error={error('choice')}
      />
    )
  }
  if (kind === 'runoff') {
    const options = sorted.map(({ id, title }) => ({ value: id, label: <LocalizedText text={title} /> }))
    const blank = { value: 'blank', label: t('deliberation.ballot.choice.blank') }
    return (
      <Radios
        name="candidate"
        label={t('deliberation.ballot.question.runoff')}
        layout="rows"
        options={[...options, blank]}
        value={typed['candidate']}
        error={error('candidate')}
      />
    )
  }
  const places = sorted.map((_, at) => ({ value: String(at + 1), label: String(at + 1) }))
  return (
    <fieldset>
      <legend>{t('deliberation.ballot.question.ranking')}</legend>
      <p className="hint">{t('deliberation.ballot.rankingHint')}</p>
      {sorted.map(({ id, title }) => (
        <div className="rank-row" key={id}>
          <Select
            name={`places.${id}`}
            label={<LocalizedText text={title} />}
            choices={places}
            empty={t('deliberation.ballot.noPlace')}
            defaultValue={typed[`places.${id}`]}
            error={error(`places.${id}`)}
          />
        </div>
      ))}
    </fieldset>
  )
}
