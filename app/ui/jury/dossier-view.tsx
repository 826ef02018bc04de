import type { AnswerValue, Row } from '#app/domain/nomination/answers.ts'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import {
  answerKeys,
  columnKey,
  type Field,
  fieldLabelKey,
  optionKey,
  type Section,
} from '#app/domain/nomination/dossier-field.ts'
import type { DossierContent } from '#app/domain/nomination/revision.ts'
import { dirOf, isLocale } from '#app/i18n/locales.ts'
import { useT } from '#app/i18n/provider.tsx'

const isRows = (value: AnswerValue): value is readonly Row[] =>
  typeof value !== 'string' && value.some((member) => typeof member !== 'string')

function RowsView({ field, rows }: { field: Field; rows: readonly Row[] }) {
  const t = useT()
  const columns =
    field.columns.length > 0 ? field.columns.map(({ code }) => code) : Object.keys(rows[0] ?? {})
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t(fieldLabelKey(field))}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(columnKey(field, column))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {columns.map((column) => (
                <td key={column} dir="auto">
                  {row[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function AnswerView({ field, answerKey, value }: { field: Field; answerKey: string; value: AnswerValue }) {
  const t = useT()
  if (isRows(value)) return <RowsView field={field} rows={value} />
  const texts = typeof value === 'string' ? [value] : (value as readonly string[])
  const words = texts.map((text) => (field.options.includes(text) ? t(optionKey(field, text)) : text))
  if (field.kind === 'multi')
    return (
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    )
  const language = answerKey.slice(field.key.length + 1)
  const marked = isLocale(language) ? { lang: language, dir: dirOf(language) } : { dir: 'auto' as const }
  return (
    <>
      {words
        .join('\n')
        .split(/\n{2,}|\n/)
        .map((paragraph, at) => (
          <p key={at} {...marked}>
            {paragraph}
          </p>
        ))}
    </>
  )
}

function SectionView({ section, answers }: { section: Section; answers: ReadonlyMap<string, AnswerValue> }) {
  const t = useT()
  const given = section.fields.flatMap((field) => {
    const keys = answerKeys(field).filter((key) => answers.has(key))
    return keys.length === 0 ? [] : [{ field, keys }]
  })
  if (given.length === 0) return null
  return (
    <section id={`s-${section.code}`}>
      <h2>
        <bdi>{section.number}.</bdi> {t(`nomination.sections.${section.code}`)}
      </h2>
      {given.map(({ field, keys }) => (
        <div key={field.key}>
          <h3>{t(fieldLabelKey(field))}</h3>
          {keys.map((key) => (
            <AnswerView key={key} field={field} answerKey={key} value={answers.get(key) ?? ''} />
          ))}
        </div>
      ))}
    </section>
  )
}

/** The frozen dossier as it was deposited, section by section. */
export function DossierView({ content }: { content: DossierContent }) {
  const answers = new Map(content.answers.map(({ field, value }) => [field, value]))
  return (
    <>
      {DEFAULT_FORM.sections.map((section) => (
        <SectionView key={section.code} section={section} answers={answers} />
      ))}
    </>
  )
}
