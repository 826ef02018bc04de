import type { MailLocale } from '../message.ts'
import { colour, type } from './style.ts'

type Props = { locale: MailLocale; quiet?: boolean; children: string }

export const Paragraph = ({ locale, quiet = false, children }: Props) => (
  <p
    style={type(locale, quiet ? 14 : 16, {
      margin: quiet ? '20px 0 0' : '12px 0 0',
      color: quiet ? colour.soft : colour.ink,
    })}
  >
    {children}
  </p>
)
