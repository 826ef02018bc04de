import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Row } from '../message.ts'
import { Reference } from './reference.tsx'
import { colour, dirOf, size, start } from './style.ts'
import { Whole } from './whole.tsx'

/** A real table: label and value; cells keep the side of the language. */
export const Facts = ({ locale, rows }: { locale: Locale; rows: readonly Row[] }) => {
  const ruled = { borderBottom: `1px solid ${colour.line}` } as const
  const beside = locale === 'ar' ? '9px 0 9px 12px' : '9px 12px 9px 0'
  return (
    <table
      className="r f"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      dir={dirOf(locale)}
      style={{
        marginTop: 20,
        borderTop: `1px solid ${colour.ink}`,
        borderCollapse: 'collapse',
        fontSize: size(locale, 16),
        lineHeight: locale === 'ar' ? 1.6 : 1.45,
      }}
    >
      <tbody style={{ verticalAlign: 'top' }}>
        {rows.map((row) => (
          <tr key={row.label}>
            <th
              scope="row"
              align={start(locale)}
              className="q l w"
              style={{ ...ruled, padding: beside, width: 148, color: colour.soft, fontWeight: 400 }}
            >
              <Whole>{row.label}</Whole>
            </th>
            <td
              align={start(locale)}
              className="l"
              style={{ ...ruled, padding: '9px 0', fontWeight: row.code ? 400 : 500 }}
            >
              {row.code ? (
                <Reference>{row.value}</Reference>
              ) : (
                <bdi>
                  <Whole>{row.value}</Whole>
                </bdi>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
