import type { Locale } from '#app/domain/kernel/localized.ts'
import { MONO } from './style.ts'

type Props = { locale: Locale; children: string }

/** A code inside any row: left to right, never mixed with its neighbours, on the line of the label beside it. */
export const Reference = ({ locale, children }: Props) => (
  <bdi dir="ltr" style={{ font: `14px/${locale === 'ar' ? 27 : 23}px ${MONO}` }}>
    {children}
  </bdi>
)
