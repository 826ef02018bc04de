import { MONO } from './style.ts'

/** A code inside any sentence: left to right, never mixed with its neighbours. */
export const Reference = ({ children }: { children: string }) => (
  <bdi dir="ltr" style={{ fontFamily: MONO, fontSize: 14 }}>
    {children}
  </bdi>
)
