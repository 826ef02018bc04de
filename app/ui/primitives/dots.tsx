import { Children, Fragment, type ReactNode } from 'react'
import { dirOf } from '#app/i18n/locales.ts'
import { useLocale } from '#app/i18n/provider.tsx'

/** The dot belongs to the end of what stands before it: a line may break after it and never before. */
export const DOT = '\u00A0· '

/** `A · B · C`: short facts in one line, each kept apart from its neighbours' direction; what is null is left out. */
export function Dots({ children }: { children: ReactNode }) {
  const dir = dirOf(useLocale())
  return Children.toArray(children).map((child, at) => (
    <Fragment key={at}>
      {at === 0 ? null : DOT}
      <bdi dir={dir}>{child}</bdi>
    </Fragment>
  ))
}
