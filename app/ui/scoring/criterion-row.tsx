import type { Criterion } from '#app/domain/campaign/regulation.ts'
import { markOf } from '#app/domain/scoring/mark.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { PointsEntry } from '../patterns/points-entry.tsx'
import { ScoreSelector } from '../patterns/score-selector.tsx'
import { ChoiceRow } from '../primitives/choice-row.tsx'
import { fieldId } from '../primitives/field.tsx'
import { FieldError } from '../primitives/field-error.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { TextArea } from '../primitives/text-area.tsx'
import { PinsField } from './pins-field.tsx'

type Props = {
  criterion: Criterion
  entry: SheetEntry | undefined
  /** What was written on a scale of steps and refused: it goes back into the field as it was. */
  written: string | undefined
  /** The pins as they were written and refused. */
  pinned: string | undefined
  commentAt: readonly number[]
  errors: Readonly<Record<string, string>>
  /** Shown whole when the page comes; the others stand as a row of squares until they are opened. */
  open: boolean
}

type MarkProps = Pick<Props, 'criterion' | 'entry' | 'written' | 'errors'>

/** The mark itself: a level to choose, or points to write where the scale has equal steps. */
function Mark({ criterion, entry, written, errors }: MarkProps) {
  const t = useT()
  const format = useFormat()
  const { code, grid, levels } = criterion
  const head = {
    legend: (
      <a href={`#c-${code}`}>
        <LocalizedText text={criterion.name} />
      </a>
    ),
    weight: t('work.score.weight', { weight: format.percent(Number(criterion.weight) / 100) }),
  }
  const anchored = levels.map(({ level, points, anchor }) => ({
    level,
    points,
    anchor: anchor === null ? null : <LocalizedText text={anchor} />,
  }))
  const [lowest, highest] = [anchored[0], anchored.at(-1)]
  if (grid === undefined || lowest === undefined || highest === undefined)
    return (
      <ScoreSelector
        {...head}
        name={`scores.${code}`}
        levels={anchored}
        value={entry?.level}
        error={errors[`scores.${code}`]}
      />
    )
  const level = entry?.level ?? null
  return (
    <PointsEntry
      {...head}
      code={code}
      grid={grid}
      ends={[lowest, highest]}
      value={written ?? (level === null ? '' : format.decimal(markOf(criterion, level)))}
      error={errors[`points.${code}`] ?? errors[`scores.${code}`]}
    />
  )
}

/** One criterion: its mark with the sentences of its levels, "cannot assess", and the comment that some levels ask for. */
export function CriterionRow({ criterion, entry, written, pinned, commentAt, errors, open }: Props) {
  const t = useT()
  const { code } = criterion
  const cannot = `cannot.${code}`
  return (
    <section className={open ? 'crit crit--open' : 'crit'} id={`c-${code}`} data-criterion={code}>
      <Mark {...{ criterion, entry, written, errors }} />
      <PinsField code={code} pins={entry?.pins ?? []} written={pinned} error={errors[`pins.${code}`]} />
      <ChoiceRow
        kind="checkbox"
        name={cannot}
        defaultChecked={entry?.cannotAssess === true}
        label={t('work.score.cannotAssess')}
        note={t('jury.sheet.cannotNote')}
        id={fieldId(cannot)}
        aria-invalid={errors[cannot] ? true : undefined}
        aria-describedby={errors[cannot] ? `${fieldId(cannot)}-error` : undefined}
      />
      <FieldError id={`${fieldId(cannot)}-error`} message={errors[cannot]} />
      <TextArea
        name={`comments.${code}`}
        label={t('jury.sheet.comment')}
        hint={<CommentHint criterion={criterion} commentAt={commentAt} />}
        optional
        rows={3}
        defaultValue={entry?.comment ?? ''}
        error={errors[`comments.${code}`]}
      />
    </section>
  )
}

/** The marks that ask for a comment, as the juror gives them. */
function CommentHint({ criterion, commentAt }: Pick<Props, 'criterion' | 'commentAt'>) {
  const t = useT()
  const format = useFormat()
  const marks = commentAt.map((level) => format.decimal(markOf(criterion, level)))
  if (marks.length === 0) return t('jury.sheet.commentWhenNot')
  return t(criterion.grid === undefined ? 'jury.sheet.commentHint' : 'jury.sheet.commentHintPoints', {
    levels: marks,
  })
}
