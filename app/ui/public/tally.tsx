import type { Localized } from '#app/domain/kernel/localized.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { PrizeGlyph } from './prize-glyph.tsx'
import { markKind, type MarkView } from './prize-view.ts'

export type TallyLine = { readonly id: string; readonly name: Localized; readonly marks: readonly MarkView[] }

/** The bodies distinguished more than once, with their marks. */
export function Tally({ lines }: { lines: readonly TallyLine[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <table className="tally">
      <caption className="vh">{t('public.laureates.most')}</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <LocalizedText text={line.name} />
            </th>
            <td>
              <span className="st">
                {line.marks.map((mark, i) => (
                  <PrizeGlyph key={i} kind={markKind(mark)} size={16} />
                ))}
              </span>
            </td>
            <td>{format.number(line.marks.length)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
