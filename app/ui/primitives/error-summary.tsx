import { useEffect, useRef } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { mayTakeFocus } from '../shells/taking-over.tsx'
import { fieldId } from './field.tsx'
import { TAKES_FOCUS } from './takes-focus.ts'

export type SummaryError = { readonly name: string; readonly message: string; readonly href?: string }

/** All that is wrong, first on the page, each a link to its field; receives the focus when it appears. */
export function ErrorSummary({ errors, title }: { errors: readonly SummaryError[]; title?: string }) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const count = errors.length
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
        {errors.map((error) => (
          <li key={error.name}>
            <a href={error.href ?? `#${fieldId(error.name)}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
