import type { Locale } from '#app/domain/kernel/localized.ts'
import { colour, size, start } from './style.ts'

type Props = { locale: Locale; label: string; url: string }

/** The one button of a letter: a cell of its colour, which every mail program paints. */
export const Action = ({ locale, label, url }: Props) => (
  <table role="presentation" cellPadding={0} cellSpacing={0} align={start(locale)} style={{ marginTop: 24 }}>
    <tbody>
      <tr>
        <td className="b" style={{ backgroundColor: colour.emerald, borderRadius: 3 }}>
          <a
            href={url}
            className="b"
            style={{
              fontSize: size(locale, 16),
              display: 'inline-block',
              padding: '11px 22px',
              color: '#FFFFFF',
              fontWeight: 500,
              textDecoration: 'none',
            }}
          >
            {label}
          </a>
        </td>
      </tr>
    </tbody>
  </table>
)
