import { useEffect, useRef, useState } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { mayTakeFocus } from '../shells/taking-over.tsx'
import { fieldId, labelId } from './field.tsx'
import { TAKES_FOCUS } from './takes-focus.ts'

export type SummaryError = {
  readonly name: string
  readonly message: string
  readonly href?: string
  /** What the field is called, where the form knows it before its fields are drawn. */
  readonly label?: string | undefined
}

const targetOf = ({ href, name }: SummaryError): string => href ?? `#${fieldId(name)}`

/** The words of a label, without what may be left out of the field. */
function wordsOf(label: Element | null | undefined): string {
  const words = label?.cloneNode(true) as Element | undefined
  for (const aside of words?.querySelectorAll('.field__optional, .vh') ?? []) aside.remove()
  return words?.textContent?.trim() ?? ''
}

/** What the page calls a field: its label, behind the question when it is one of its two languages. */
function calledOn(target: string): string[] {
  const field = document.getElementById(target.slice(1))
  const own = (field as HTMLInputElement | null)?.labels?.[0]
  const question = field?.closest('fieldset')?.querySelector(':scope > legend')
  const isPart = field?.matches('.bi__text') === true
  return (own ? [isPart ? question : null, own] : [question]).map(wordsOf).filter((words) => words !== '')
}

const isRepeated = (errors: readonly SummaryError[], error: SummaryError): boolean =>
  errors.filter(({ message }) => message === error.message).length > 1

/** Several fields may want the same of whoever fills them in: which one is meant must be read from the list itself. */
function useLabels(errors: readonly SummaryError[]): (error: SummaryError) => readonly string[] {
  const [called, setCalled] = useState<ReadonlyMap<string, readonly string[]>>(new Map())
  const targets = errors.map(targetOf).join(' ')
  useEffect(() => {
    setCalled(new Map(targets.split(' ').map((target) => [target, calledOn(target)])))
  }, [targets])
  return (error) => {
    if (!isRepeated(errors, error)) return []
    return error.label === undefined ? (called.get(targetOf(error)) ?? []) : [error.label]
  }
}

/** All that is wrong, first on the page, each a link to its field; receives the focus when it appears. */
export function ErrorSummary({ errors, title }: { errors: readonly SummaryError[]; title?: string }) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const labelsOf = useLabels(errors)
  const count = errors.length
  useEffect(() => {
    if (count > 0 && mayTakeFocus()) box.current?.focus()
  }, [count])
  if (count === 0) return null
  // Where no script writes the name, it is at least said.
  const spoken = (error: SummaryError) => {
    if (error.href !== undefined || !isRepeated(errors, error) || labelsOf(error).length > 0) return {}
    const id = fieldId(error.name)
    return { id: `${id}-said`, 'aria-labelledby': `${labelId(id)} ${id}-said` }
  }
  const said = (error: SummaryError): string => {
    const [name, detail] = labelsOf(error)
    if (name === undefined) return error.message
    const label = detail === undefined ? name : t('common.pair.named', { name, detail })
    return t('common.pair.labelled', { label, value: error.message })
  }
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
        {errors.map((error) => (
          <li key={error.name}>
            <a href={targetOf(error)} {...spoken(error)}>
              {said(error)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
