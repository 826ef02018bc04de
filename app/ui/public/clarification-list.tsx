import { useFormat } from '#app/i18n/provider.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Time } from '../primitives/time.tsx'

type Props = {
  clarifications: readonly {
    readonly number: number
    readonly question: { readonly ar: string; readonly fr: string }
    readonly answer: { readonly ar: string; readonly fr: string }
    readonly publishedAt: number
  }[]
}

/** Questions about the rules with the answer that everybody got, and when. */
export function ClarificationList({ clarifications }: Props) {
  const format = useFormat()
  return (
    <ul className="clarifications">
      {clarifications.map(({ number, question, answer, publishedAt }) => (
        <li key={number} id={`clarification-${number}`}>
          <h3>
            <LocalizedText text={question} />
          </h3>
          <p className="clarifications__answer">
            <LocalizedText text={answer} />
          </p>
          <p className="sm muted">
            <Phrase
              k="common.clarification.line"
              parts={{
                number: <bdi>{format.number(number)}</bdi>,
                at: <Time at={publishedAt} zone />,
              }}
            />
          </p>
        </li>
      ))}
    </ul>
  )
}
