import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { UNSAFE_DataRouterStateContext as RouterState } from 'react-router-dom'
import type { FormFailure } from '#app/forms/failure.ts'
import { writtenWords } from '#app/forms/written.ts'
import { useT } from '#app/i18n/provider.tsx'
import { reasonText } from '#app/i18n/reason.ts'
import { TextArea } from '../primitives/text-area.tsx'
import { sentLabel } from './sent-labels.ts'

/** The server says so of a page that it has drawn once: the form in which the words stood is not on it. */
export const WordsGone = createContext(false)

const PLACE = 'kept-words'

/** What an action refused, whichever route it is of. */
export function refusedIn(actionData: unknown): FormFailure | undefined {
  const answers = typeof actionData === 'object' && actionData !== null ? Object.values(actionData) : []
  return answers
    .map((answer) => (answer as { readonly failure?: FormFailure } | null)?.failure)
    .find((failure) => failure?.typed !== undefined)
}

const plain = (text: string): string => text.replace(/\r\n?/g, '\n')
/** All that a page shows and all that stands in its fields. */
const shownHere = (): string =>
  [
    document.querySelector('main')?.textContent ?? '',
    ...[
      ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
        'main :is(input, textarea, select)',
      ),
    ].map(({ value }) => value),
  ].join('\n')

const unansweredOf = (typed: FormFailure['typed'] | undefined): FormFailure | undefined =>
  typed && { fieldErrors: {}, typed }

/**
 * `unanswered` is what an act by script had sent where its answer failed: the page of the error took the form's place.
 *
 * After an act that comes too late, or by whom it is not for any more, the page has no form to give the words back in:
 * they stand below it, with the reason, so that nobody writes them twice (issue 2, bad input).
 */
export function KeptWords({ unanswered }: { unanswered?: FormFailure['typed'] | undefined }) {
  const t = useT()
  const refused = refusedIn(useContext(RouterState)?.actionData)
  const failure = useMemo(() => refused ?? unansweredOf(unanswered), [refused, unanswered])
  const isServers = useContext(WordsGone)
  const [isGone, setGone] = useState(() =>
    typeof document === 'undefined' ? isServers : document.getElementById(PLACE) !== null,
  )
  useEffect(() => {
    const shown = plain(shownHere())
    const words = writtenWords(failure?.typed ?? {})
    setGone(words.some(({ value }) => !shown.includes(plain(value))))
  }, [failure])
  if (failure === undefined || !isGone) return null
  const words = writtenWords(failure.typed)
  const all = Object.entries(failure.typed).map(([name, value]) => ({ name, value }))
  const { formError } = failure
  return (
    <section className="wrap stack" id={PLACE} aria-labelledby={`${PLACE}-title`}>
      <h2 id={`${PLACE}-title`}>{t('common.keptWords.title')}</h2>
      <p role="alert">
        {formError === undefined ? null : `${reasonText(t, formError.reason, formError.facts)} `}
        {t(refused === undefined ? 'common.keptWords.unanswered' : 'common.keptWords.body')}
      </p>
      {words.map(({ name, value }, i) => (
        <TextArea
          key={name}
          id={`kept-${i}`}
          name={name}
          label={sentLabel(t, { name, value }, all)}
          defaultValue={value}
          rows={4}
          readOnly
          optional="unsaid"
        />
      ))}
    </section>
  )
}
