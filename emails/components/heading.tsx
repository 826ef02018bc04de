import type { Locale } from '#app/domain/kernel/localized.ts'
import { display, size } from './style.ts'

type Props = { locale: Locale; children: string }

/** Tifinagh has one weight, and none is made up. */
const weight = (locale: Locale): number => (locale === 'zgh' ? 400 : 600)

export const Heading = ({ locale, children }: Props) => (
  <h1
    style={{
      margin: 0,
      fontFamily: display(locale),
      fontSize: size(locale, 30),
      fontWeight: weight(locale),
      lineHeight: locale === 'ar' ? 1.4 : 1.2,
    }}
  >
    {children}
  </h1>
)

export const SmallHeading = ({ locale, children }: Props) => (
  <h2 style={{ margin: '30px 0 0', fontSize: size(locale, 18), fontWeight: weight(locale), lineHeight: 1.4 }}>
    {children}
  </h2>
)
