import { createContext, useContext, useState } from 'react'

/** The part that a loader left for this page (`http/kept.server.ts`); undefined in the browser. */
export const KeptPart = createContext<string | undefined>(undefined)

const standing = (id: string): string =>
  typeof document === 'undefined' ? '' : (document.getElementById(id)?.innerHTML ?? '')

/**
 * A part of the page that React drew on the server and does not draw again: it is long, nothing in it acts, and it never
 * changes under its key. `html` is null when it came with the page.
 */
export function Kept({ id, html, className }: { id: string; html: string | null; className: string }) {
  const left = useContext(KeptPart)
  const [part] = useState(() => html ?? left ?? standing(id))
  // eslint-disable-next-line no-restricted-syntax -- only React's own drawing comes here (leavePart): each text in it is escaped
  return <div id={id} className={className} dangerouslySetInnerHTML={{ __html: part }} />
}
