import { useEffect, useRef, useState } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { mayTakeFocus } from '../shells/taking-over.tsx'
import { fieldId, labelId } from './field.tsx'
import { TAKES_FOCUS } from './takes-focus.ts'

export type SummaryError = { readonly name: string; readonly message: string; readonly href?: string }

/** Sentences that stand here more than once: which of them is meant, only the name of the field tells. */
const repeated = (errors: readonly SummaryError[]): readonly string[] =>
  errors.flatMap(({ name, message }) =>
    errors.some((other) => other.name !== name && other.message === message) ? [name] : [],
  )

/** What the fields are called on the page, as far as it has their labels; empty where no script runs. */
function useNames(of: readonly string[]): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const asked = of.join()
  useEffect(() => {
    const labels = asked.split(',').map((name) => {
      const words = document.getElementById(labelId(fieldId(name)))?.firstChild?.textContent ?? ''
      return [name, words.trim()] as const
    })
    setNames(new Map(labels.filter(([, words]) => words !== '')))
  }, [asked])
  return names
}

/** All that is wrong, first on the page, each a link to its field; receives the focus when it appears. */
export function ErrorSummary({ errors, title }: { errors: readonly SummaryError[]; title?: string }) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const count = errors.length
  const alike = repeated(errors)
  const names = useNames(alike)
  useEffect(() => {
    if (count > 0 && mayTakeFocus()) box.current?.focus()
  }, [count])
  if (count === 0) return null
  return (
    <div
      className="err-summary"
      id="errors"
      ref={box}
      {...TAKES_FOCUS}
      role="alert"
      aria-labelledby="errors-title"
    >
      <h2 id="errors-title">{title ?? t('common.errorSummary.title', { count })}</h2>
      <p>{t('common.errorSummary.body')}</p>
      <ul>
        {errors.map(({ name, message, href }) => {
          const id = fieldId(name)
          const label = names.get(name)
          // Where no script writes the name, it is at least said.
          const said =
            label === undefined && alike.includes(name)
              ? { id: `${id}-said`, 'aria-labelledby': `${labelId(id)} ${id}-said` }
              : {}
          return (
            <li key={name}>
              <a href={href ?? `#${id}`} {...said}>
                {label === undefined ? message : t('common.pair.labelled', { label, value: message })}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
