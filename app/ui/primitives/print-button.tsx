import { type ReactNode, useEffect, useState } from 'react'
import { Button } from './button.tsx'

/** Opens the print window of the browser. It exists only where a script can open it: without one, the browser's own menu prints the same page. */
export function PrintButton({ children }: { children: ReactNode }) {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!ready) return null
  return (
    <Button type="button" icon="printer" onClick={() => window.print()}>
      {children}
    </Button>
  )
}
