import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Reference } from '../primitives/reference.tsx'

type File = {
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  readonly administration: Localized
  readonly reason: string
  readonly text: Localized
  readonly sheets: number
  readonly quorum: number
}

/** The files that the plenary decides on beside the ranking: no official score, and the reason in the words of the chair. */
export function PlenaryPanel({ files }: { files: readonly File[] }) {
  const t = useT()
  if (files.length === 0) return null
  const number = (count: number) => <bdi className="num">{count}</bdi>
  return (
    <section className="blk" id="plenary">
      <header>
        <h2>{t('deliberation.plenary.title')}</h2>
      </header>
      <p className="say2">{t('deliberation.plenary.hint')}</p>
      <ul className="stack stack--tight">
        {files.map(({ nominationId, reference, title, administration, reason, text, sheets, quorum }) => (
          <li key={nominationId}>
            <Reference code>{reference}</Reference> · <LocalizedText text={title} /> ·{' '}
            <LocalizedText text={administration} />
            <p>
              <Phrase
                k="deliberation.plenary.figures"
                parts={{ sheets: number(sheets), quorum: number(quorum) }}
              />{' '}
              {t(`deliberation.minutes.plenary.${reason}`)}
            </p>
            <p className="say2">
              <LocalizedText text={text} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
