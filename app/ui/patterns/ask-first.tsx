import type { ReactNode } from 'react'

/**
 * A step before an act that takes something away: it opens in place, without a script too, says what follows, and only
 * then offers the button.
 */
export function AskFirst({
  label,
  says,
  children,
}: {
  label: string
  says: string
  /** The form with its button. */
  children: ReactNode
}) {
  return (
    <details className="fold ask-first">
      <summary>{label}</summary>
      <p>{says}</p>
      {children}
    </details>
  )
}
