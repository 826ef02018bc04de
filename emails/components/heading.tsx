import type { MailLocale } from '../message.ts'
import { type } from './style.ts'

export const Heading = ({ locale, children }: { locale: MailLocale; children: string }) => (
  <h1 style={type(locale, 27, { fontWeight: 600, lineHeight: locale === 'ar' ? 1.45 : 1.25 })}>{children}</h1>
)
