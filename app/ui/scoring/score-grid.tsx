import { useState } from 'react'
import type { Rubric } from '#app/domain/campaign/regulation.ts'
import { commentLevels } from '#app/domain/scoring/mark.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Radios } from '../primitives/radios.tsx'
import { TextArea } from '../primitives/text-area.tsx'
import { CriterionRow } from './criterion-row.tsx'

export type SheetValues = {
  readonly version: number
  readonly entries: readonly SheetEntry[]
  /** Points as written and refused, by criterion. */
  readonly written: Readonly<Record<string, string>>
  /** Pins as written and refused, by criterion. */
  readonly pinned: Readonly<Record<string, string>>
  readonly confidence: string | null
  readonly remark: string
  readonly privateNotes: string
}

/** Where the eye should go: a criterion with an error, else the first without an answer, else the first. */
function firstToRead(rubric: Rubric, values: SheetValues, errors: Readonly<Record<string, string>>): string {
  const codes = rubric.criteria.map(({ code }) => code)
  const isAnswered = (code: string): boolean =>
    values.entries.some((one) => one.criterion === code && (one.level !== null || one.cannotAssess))
  const wrong = codes.find((code) =>
    [`scores.${code}`, `points.${code}`, `comments.${code}`, `pins.${code}`].some((name) => name in errors),
  )
  return wrong ?? codes.find((code) => !isAnswered(code)) ?? codes[0] ?? ''
}

/** The whole rubric as fields of one form; the version shown travels with it. */
export function ScoreGrid({
  rubric,
  values,
  errors,
}: {
  rubric: Rubric
  values: SheetValues
  errors: Readonly<Record<string, string>>
}) {
  const t = useT()
  // Chosen once: what the juror opens afterwards is not closed again by a save.
  const [first] = useState(() => firstToRead(rubric, values, errors))
  return (
    <>
      <input type="hidden" name="version" value={values.version} />
      {rubric.criteria.map((criterion) => (
        <CriterionRow
          key={criterion.code}
          criterion={criterion}
          entry={values.entries.find((entry) => entry.criterion === criterion.code)}
          written={values.written[criterion.code]}
          pinned={values.pinned[criterion.code]}
          commentAt={commentLevels(rubric, criterion)}
          errors={errors}
          open={criterion.code === first}
        />
      ))}
      <div className="crit">
        <Radios
          name="confidence"
          label={t('jury.sheet.confidence')}
          hint={t('jury.sheet.confidenceHint')}
          optional
          layout="line"
          value={values.confidence ?? undefined}
          error={errors['confidence']}
          options={(['low', 'medium', 'high'] as const).map((value) => ({
            value,
            label: t(`jury.sheet.confidences.${value}`),
          }))}
        />
        <TextArea
          name="remark"
          label={t('jury.sheet.remark')}
          hint={t('jury.sheet.remarkHint')}
          optional
          rows={4}
          defaultValue={values.remark}
          error={errors['remark']}
        />
      </div>
      <div className="crit priv">
        <TextArea
          name="privateNotes"
          label={t('jury.sheet.privateNote')}
          hint={t('jury.sheet.privateHint')}
          optional
          rows={3}
          defaultValue={values.privateNotes}
          error={errors['privateNotes']}
        />
      </div>
    </>
  )
}
