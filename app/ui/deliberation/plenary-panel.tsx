import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
import { SummaryList } from '../patterns/summary-list.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
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
  const fact = (name: string) => t(`deliberation.plenary.fact.${name}`)
  return (
    <section className="blk stack stack--tight" id="plenary">
      <header>
        <h2>{t('deliberation.plenary.title')}</h2>
      </header>
      <p className="say2">{t('deliberation.plenary.hint')}</p>
      <ul className="stack stack--tight">
        {files.map(({ nominationId, reference, title, administration, reason, text, sheets, quorum }) => (
          <li key={nominationId} className="stack stack--tight">
            <div>
              <b>
                <LocalizedText text={title} />
              </b>
              <p className="cap">
                <LocalizedText text={administration} />
              </p>
            </div>
            <SummaryList
              ruled={false}
              facts={[
                { term: fact('reference'), value: <Reference code>{reference}</Reference> },
                { term: fact('sheets'), value: <bdi className="num">{sheets}</bdi> },
                { term: fact('quorum'), value: <bdi className="num">{quorum}</bdi> },
                { term: fact('reason'), value: t(`deliberation.minutes.plenary.${reason}`) },
              ]}
            />
            <p className="say2">
              <LocalizedText text={text} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
