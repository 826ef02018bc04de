import type { MailLocale, Row } from '../message.ts'
import { Reference } from './reference.tsx'
import { cell, colour, start } from './style.ts'

/** A real table: label and value; cells keep the side of the language. */
export const Facts = ({ locale, rows }: { locale: MailLocale; rows: readonly Row[] }) => {
  const ruled = { padding: '9px 0', borderBottom: `1px solid ${colour.line}` } as const
  return (
    <table
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      dir={locale === 'ar' ? 'rtl' : 'ltr'}
      style={{ marginTop: 20, borderTop: `1px solid ${colour.ink}`, borderCollapse: 'collapse' }}
    >
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th
              scope="row"
              align={start(locale)}
              style={cell(locale, 15, {
                ...ruled,
                width: 150,
                verticalAlign: 'top',
                color: colour.soft,
                fontWeight: 400,
              })}
            >
              {row.label}
            </th>
            <td align={start(locale)} style={cell(locale, 15, { ...ruled, fontWeight: 500 })}>
              {row.code ? <Reference>{row.value}</Reference> : <bdi>{row.value}</bdi>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
