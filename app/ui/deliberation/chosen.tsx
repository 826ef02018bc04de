import type { Choice } from '#app/domain/deliberation/ballot.ts'
import { useT } from '#app/i18n/provider.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import type { Candidate } from './paper.tsx'

/** The paper read back before it goes into the box. */
export function Chosen({ choice, candidates }: { choice: Choice; candidates: readonly Candidate[] }) {
  const t = useT()
  const named = (id: string) => <LocalizedText text={candidates.find((one) => one.id === id)?.title ?? {}} />
  if (choice.kind === 'award' || choice.kind === 'flag')
    return <p className="lead">{t(`deliberation.ballot.choice.${choice.choice}`)}</p>
  if (choice.kind === 'runoff') {
    return (
      <p className="lead">
        {choice.candidate === null ? t('deliberation.ballot.choice.blank') : named(choice.candidate)}
      </p>
    )
  }
  if (choice.ranking.length === 0) return <p className="lead">{t('deliberation.ballot.choice.blank')}</p>
  return (
    <ol>
      {choice.ranking.map((group, at) => (
        <li key={at}>
          {group.map((id, place) => (
            <span key={id}>
              {place === 0 ? '' : ' = '}
              {named(id)}
            </span>
          ))}
        </li>
      ))}
    </ol>
  )
}
