import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Row } from '../message.ts'
import { Reference } from './reference.tsx'
import { colour, dirOf, size, start } from './style.ts'
import { Whole } from './whole.tsx'

/**
 * A real table: label and value, on the side of the language. A proof in three languages has 27 rows and stays under
 * 20 kB with the longest names: what the rows share is said once, on the table or its first row, and their hairline and
 * the quieter ink of the labels in the sheet. A program that reads no sheet shows the same rows unruled, in one ink.
 */
export const Facts = ({ locale, rows }: { locale: Locale; rows: readonly Row[] }) => {
  const beside = locale === 'ar' ? '9px 0 9px 12px' : '9px 12px 9px 0'
  return (
    <table
      className="r f"
      width="100%"
      dir={dirOf(locale)}
      style={{
        marginTop: 20,
        borderTop: `1px solid ${colour.ink}`,
        borderCollapse: 'collapse',
        textAlign: start(locale),
        fontSize: size(locale, 16),
        fontWeight: 500,
        lineHeight: locale === 'ar' ? 1.6 : 1.45,
      }}
    >
      <tbody style={{ verticalAlign: 'top' }}>
        {rows.map((row, at) => (
          <tr key={row.label}>
            <th
              scope="row"
              className={at === 0 ? 'q w' : 'q'}
              style={{ padding: beside, ...(at === 0 ? { width: 148 } : {}), fontWeight: 400 }}
            >
              <Whole>{row.label}</Whole>
            </th>
            <td style={{ padding: '9px 0' }}>
              {row.code ? (
                <Reference locale={locale}>{row.value}</Reference>
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
