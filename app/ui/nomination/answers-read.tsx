import type { AnswerValue, Row } from '#app/domain/nomination/answers.ts'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { answerKeys, type Column, type Field } from '#app/domain/nomination/dossier-field.ts'
import { dirOf } from '#app/i18n/locales.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { classes } from '../primitives/classes.ts'
import { Day } from '../primitives/time.tsx'
import { columnOf, labelOf, optionOf, sectionOf } from './words.ts'
import { Written } from '../primitives/written.tsx'

type Given = { readonly field: string; readonly value: AnswerValue }

const isRow = (member: string | Row): member is Row => typeof member !== 'string'

function Rows({ field, rows }: { field: Field; rows: readonly Row[] }) {
  const t = useT()
  const format = useFormat()
  const shown = { text: (cell: string) => cell, number: format.decimal, month: format.month }
  const cellOf = ({ code, kind }: Column, row: Row): string => shown[kind](row[code] ?? '')
  return (
    <div className="table-scroll">
      <table
        className={classes('table table--rows', field.kind === 'beforeAfter' && 'table--ba')}
        aria-label={labelOf(t, field.key)}
      >
        <thead>
          <tr>
            {field.columns.map(({ code, kind }) => (
              <th key={code} scope="col" className={kind === 'number' ? 'n' : undefined}>
                {columnOf(t, field.key, code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {field.columns.map((column, at) => {
                const Cell = at === 0 ? 'th' : 'td'
                return (
                  <Cell
                    key={column.code}
                    scope={at === 0 ? 'row' : undefined}
                    className={column.kind === 'number' ? 'n' : undefined}
                  >
                    <span className="cell-name" aria-hidden="true">
                      {columnOf(t, field.key, column.code)}
                    </span>
                    <Written as="bdi">{cellOf(column, row)}</Written>
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** One answer as a reader sees it, in its own language and direction. */
export function AnswerText({
  field,
  answerKey,
  value,
}: {
  field: Field
  answerKey: string
  value: AnswerValue
}) {
  const t = useT()
  const format = useFormat()
  if (typeof value !== 'string') {
    const rows = value.filter(isRow)
    if (rows.length > 0) return <Rows field={field} rows={rows} />
    const words = value.filter((member): member is string => typeof member === 'string')
    const said = words.map((word) =>
      field.kind === 'partners'
        ? word
        : field.key === 'publicationConsent'
          ? labelOf(t, word)
          : optionOf(t, field.key, word),
    )
    return <p>{format.list(said)}</p>
  }
  if (field.kind === 'date')
    return (
      <p>
        <Day date={value} />
      </p>
    )
  if (field.kind === 'boolean' || field.kind === 'declaration')
    return <p>{t(value === 'yes' ? 'nomination.yes' : 'nomination.no')}</p>
  if (field.kind === 'choice')
    return <p>{field.options.includes(value) ? optionOf(t, field.key, value) : value}</p>
  if (field.kind === 'url')
    return (
      <p>
        <bdi dir="ltr">{value}</bdi>
      </p>
    )
  const side = answerKey.endsWith('.ar') ? 'ar' : answerKey.endsWith('.fr') ? 'fr' : null
  return side === null ? (
    <Written>{value}</Written>
  ) : (
    <p lang={side} dir={dirOf(side)}>
      {value}
    </p>
  )
}

/** The whole dossier, section by section, as jurors will read it. */
export function AnswersRead({ answers }: { answers: readonly Given[] }) {
  return (
    <div className="sheet sheet--read">
      <AnswerSections answers={answers} />
    </div>
  )
}

export function AnswerSections({ answers }: { answers: readonly Given[] }) {
  const t = useT()
  return DEFAULT_FORM.sections.map((section) => (
    <section key={section.code} id={section.code}>
      <h2 className="h-sec">
        {section.number}. {sectionOf(t, section.code)}
      </h2>
      {section.fields.map((field) => {
        const given = answerKeys(field).flatMap((key) =>
          answers.filter((answer) => answer.field === key && answer.value !== ''),
        )
        if (given.length === 0) return null
        return (
          <div key={field.key} className="answer">
            <h3>{labelOf(t, field.key)}</h3>
            {given.map((answer) => (
              <AnswerText key={answer.field} field={field} answerKey={answer.field} value={answer.value} />
            ))}
          </div>
        )
      })}
    </section>
  ))
}
