import { type ReactNode, useEffect, useRef } from 'react'
import { Banner } from './banner.tsx'
import { mayTakeFocus } from '../shells/taking-over.tsx'
import { TAKES_FOCUS } from './takes-focus.ts'

/** Why an act was refused as a whole; receives the focus each time that it is said, `of` being what was refused. */
export function RefusalBanner({ of, children }: { of: unknown; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (mayTakeFocus()) box.current?.focus()
  }, [of])
  return (
    <div ref={box} {...TAKES_FOCUS}>
      <Banner kind="bad" role="alert">
        {children}
      </Banner>
    </div>
  )
}
