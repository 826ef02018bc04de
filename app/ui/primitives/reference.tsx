import type { ReactNode } from 'react'

/** A number, code, address or name inside a sentence: it keeps its own direction. */
export function Reference({ children, code = false }: { children: ReactNode; code?: boolean }) {
  return code ? (
    <bdi dir="ltr" className="code">
      {children}
    </bdi>
  ) : (
    <bdi>{children}</bdi>
  )
}
