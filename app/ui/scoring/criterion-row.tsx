import type { Criterion } from '#app/domain/campaign/regulation.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { ScoreSelector } from '../patterns/score-selector.tsx'
import { ChoiceRow } from '../primitives/choice-row.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { TextArea } from '../primitives/text-area.tsx'

type Props = {
  criterion: Criterion
  entry: SheetEntry | undefined
  commentAt: readonly number[]
  errors: Readonly<Record<string, string>>
  /** Shown whole when the page comes; the others stand as a row of squares until they are opened. */
  open: boolean
}

/** One criterion: the sentences of its levels, "cannot assess", and the comment that some levels ask for. */
export function CriterionRow({ criterion, entry, commentAt, errors, open }: Props) {
  const t = useT()
  const format = useFormat()
  const { code } = criterion
  const error = (group: string): string | undefined => errors[`${group}.${code}`]
  return (
    <section className={open ? 'crit crit--open' : 'crit'} id={`c-${code}`} data-criterion={code}>
      <ScoreSelector
        name={`scores.${code}`}
        legend={
          <a href={`#c-${code}`}>
            <LocalizedText text={criterion.name} />
          </a>
        }
        weight={t('work.score.weight', { weight: format.percent(Number(criterion.weight) / 100) })}
        levels={criterion.levels.map(({ level, anchor }) => ({
          level,
          anchor: anchor === null ? null : <LocalizedText text={anchor} />,
        }))}
        value={entry?.level}
        error={error('scores')}
      />
      <ChoiceRow
        kind="checkbox"
        name={`cannot.${code}`}
        defaultChecked={entry?.cannotAssess === true}
        label={t('work.score.cannotAssess')}
        note={t('jury.sheet.cannotNote')}
      />
      <TextArea
        name={`comments.${code}`}
        label={t('jury.sheet.comment')}
        hint={t('jury.sheet.commentHint', { levels: commentAt.map(String) })}
        optional
        rows={3}
        defaultValue={entry?.comment ?? ''}
        error={error('comments')}
      />
    </section>
  )
}
