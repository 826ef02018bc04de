import type { ReactNode } from 'react'
import './jury-page.css'

/** The body of a work page in one column, evenly spaced. */
export function JuryPage({ children }: { children: ReactNode }) {
  return <div className="jury-page">{children}</div>
}
