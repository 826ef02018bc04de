import { fieldFor } from '#app/domain/nomination/answers.ts'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import type { RevisionDifference } from '#app/domain/nomination/revision.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Reference } from '../primitives/reference.tsx'
import { AnswerText } from './answers-read.tsx'
import { questionOf } from './words.ts'

function Difference({ difference }: { difference: RevisionDifference }) {
  const t = useT()
  if (difference.kind === 'answer') {
    const field = fieldFor(DEFAULT_FORM, difference.field)
    const side = (value: typeof difference.before) =>
      value === null || field === undefined ? (
        <p className="muted">{t('nomination.merge.empty')}</p>
      ) : (
        <AnswerText field={field} answerKey={difference.field} value={value} />
      )
    return (
      <>
        <h3 className="h-sm">{questionOf(t, difference.field)}</h3>
        <div className="merge">
          <div>
            <span className="xs muted">{t('nomination.versions.before')}</span>
            {side(difference.before)}
          </div>
          <div>
            <span className="xs muted">{t('nomination.versions.after')}</span>
            {side(difference.after)}
          </div>
        </div>
      </>
    )
  }
  if ('file' in difference) {
    return (
      <p>
        {t(`nomination.versions.${difference.kind}`)} <Reference>{difference.file.title}</Reference> (
        <Reference code>{difference.file.fileName}</Reference>)
      </p>
    )
  }
  return (
    <p>
      {t(`nomination.versions.${difference.kind}`)} <Reference>{difference.before}</Reference>{' '}
      <span className="became">
        <span className="vh">{t('nomination.versions.after')}</span> <Reference>{difference.after}</Reference>
      </span>
    </p>
  )
}

/** What changed from one deposited version to another, both sides shown. */
export function DifferenceList({ differences }: { differences: readonly RevisionDifference[] }) {
  const t = useT()
  if (differences.length === 0) return <p>{t('nomination.versions.same')}</p>
  return (
    <ol className="stack diff">
      {differences.map((difference, index) => (
        <li key={index}>
          <Difference difference={difference} />
        </li>
      ))}
    </ol>
  )
}
