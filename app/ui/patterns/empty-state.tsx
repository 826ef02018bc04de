import type { ReactNode } from 'react'
import { Octagon } from '../motif/octagon.tsx'

/** What will be here, and one action. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <section className="empty">
      <Octagon />
      <div>
        <h2>{title}</h2>
        {children === undefined ? null : <p>{children}</p>}
        {action}
      </div>
    </section>
  )
}
