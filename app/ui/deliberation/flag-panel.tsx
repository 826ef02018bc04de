import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
import { SummaryList } from '../patterns/summary-list.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Act } from './act.tsx'
import { Written } from '../primitives/written.tsx'

export type FlagShown = {
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  readonly ground: string
  readonly reasons: readonly { readonly text: string; readonly by: string | null }[]
  readonly presides: boolean
}

/** What suspends files of the category: settled by a vote before anything else is. */
export function FlagPanel({ flags }: { flags: readonly FlagShown[] }) {
  const t = useT()
  if (flags.length === 0) return null
  return (
    <section className="blk stack stack--tight" id="flags">
      <header>
        <h2>{t('deliberation.flag.title')}</h2>
      </header>
      <p className="say2">{t('deliberation.flag.hint')}</p>
      <ul className="stack stack--tight">
        {flags.map(({ nominationId, reference, title, ground, reasons }) => (
          <li key={`${nominationId} ${ground}`}>
            <b>
              <LocalizedText text={title} />
            </b>
            <SummaryList
              ruled={false}
              facts={[
                { term: t('deliberation.flag.file'), value: <Reference code>{reference}</Reference> },
                { term: t('deliberation.flag.ground'), value: t(`jury.flag.grounds.${ground}`) },
              ]}
            />
            {reasons.map(({ text, by }, at) => (
              <div key={at}>
                <Written>{text}</Written>
                {by === null ? null : (
                  <p className="cap">
                    <Phrase k="deliberation.flag.by" parts={{ name: <bdi>{by}</bdi> }} />
                  </p>
                )}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One button for each question, for whoever presides over it; the others read that it comes first. */
export function FlagActs({ flags, itemId }: { flags: readonly FlagShown[]; itemId: string }) {
  const t = useT()
  return (
    <>
      <p>{t('deliberation.flag.first')}</p>
      {flags
        .filter(({ presides }) => presides)
        .map(({ nominationId, ground, reference }) => (
          <Act
            key={`${nominationId} ${ground}`}
            variant="primary"
            fields={{ intent: 'open-flag-vote', itemId, nominationId, ground }}
          >
            <span>
              <Phrase
                k="deliberation.flag.vote"
                parts={{
                  reference: (
                    <bdi dir="ltr" className="nowrap">
                      {reference}
                    </bdi>
                  ),
                }}
              />
            </span>
          </Act>
        ))}
    </>
  )
}
