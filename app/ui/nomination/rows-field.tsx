import type { Row } from '#app/domain/nomination/answers.ts'
import type { Field } from '#app/domain/nomination/dossier-field.ts'
import { useT } from '#app/i18n/provider.tsx'
import { NO_EXAMPLE } from '../primitives/text-input.tsx'
import { FieldGroup, fieldId } from '../primitives/field.tsx'
import { columnOf, hintOf, labelOf } from './words.ts'

type Props = { field: Field; error: string | undefined }
const SPARE = 2

/** As many lines as are filled, and two more, up to the limit: without script, saving gives more. */
const linesFor = (field: Field, filled: number): number =>
  Math.min(Math.max(filled + SPARE, field.rows?.min ?? 0, 3), field.rows?.max ?? 40)

const frameOf = (t: ReturnType<typeof useT>, field: Field, error: string | undefined) => ({
  name: field.key,
  label: labelOf(t, field.key),
  hint: hintOf(t, field),
  error,
  optional: !field.required,
  className: 'q',
})

/** A table of texts: one line per fact, each cell named for those who do not see the table. */
export function RowsField({ field, rows, error }: Props & { rows: readonly Row[] }) {
  const t = useT()
  const lines = Array.from({ length: linesFor(field, rows.length) }, (_, index) => index)
  return (
    <FieldGroup {...frameOf(t, field, error)}>
      <div className="table-scroll">
        <table className="table table--rows">
          <thead>
            <tr>
              {field.columns.map(({ code }) => (
                <th key={code} scope="col">
                  {columnOf(t, field.key, code)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line}>
                {field.columns.map(({ code, kind }) => {
                  const name = `${field.key}.${line}.${code}`
                  const said = t('nomination.cell', { column: columnOf(t, field.key, code), row: line + 1 })
                  return (
                    <td key={code}>
                      <span className="cell-name" aria-hidden="true">
                        {columnOf(t, field.key, code)}
                      </span>
                      <input
                        id={fieldId(name)}
                        className="inp"
                        name={name}
                        type={kind === 'month' ? 'month' : 'text'}
                        inputMode={kind === 'number' ? 'decimal' : undefined}
                        dir={kind === 'text' ? 'auto' : 'ltr'}
                        placeholder={kind === 'text' ? NO_EXAMPLE : undefined}
                        aria-label={said}
                        aria-invalid={error ? true : undefined}
                        defaultValue={rows[line]?.[code] ?? ''}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FieldGroup>
  )
}

/** Partner administrations, one line each. */
export function PartnerFields({ field, names, error }: Props & { names: readonly string[] }) {
  const t = useT()
  const lines = Array.from({ length: linesFor(field, names.length) }, (_, index) => index)
  return (
    <FieldGroup {...frameOf(t, field, error)}>
      <div className="stack stack--tight">
        {lines.map((line) => (
          <input
            key={line}
            id={fieldId(`${field.key}.${line}`)}
            className="inp"
            name={`${field.key}.${line}`}
            dir="auto"
            placeholder={NO_EXAMPLE}
            aria-label={t('nomination.partner', { number: line + 1 })}
            aria-invalid={error ? true : undefined}
            defaultValue={names[line] ?? ''}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
