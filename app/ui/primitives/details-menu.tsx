import type { ReactNode } from 'react'
import { classes } from './classes.ts'

/** A menu that opens without script. */
export function DetailsMenu({
  summary,
  className,
  children,
}: {
  summary: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <details className={classes('menu', className)}>
      {summary}
      <div className="menu__box">{children}</div>
    </details>
  )
}

/** More of the same page: the table of a chart, the text of a rule. */
export function Fold({
  summary,
  open = false,
  children,
}: {
  summary: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <details className="fold" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  )
}
