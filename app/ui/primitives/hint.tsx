import type { ReactNode } from 'react'

export function Hint({ id, children }: { id?: string | undefined; children: ReactNode }) {
  return (
    <p className="field__hint" id={id}>
      {children}
    </p>
  )
}
