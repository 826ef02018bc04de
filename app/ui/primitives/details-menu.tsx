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
