import { Button, Link, Section, Text } from '@react-email/components'
import type { MailLocale } from '../message.ts'
import { colour, type } from './style.ts'

type Props = { locale: MailLocale; label: string; url: string }

/** A button, and under it the address itself for those whose program shows no button. */
export const Action = ({ locale, label, url }: Props) => (
  <Section style={{ margin: '24px 0 0', textAlign: locale === 'ar' ? 'right' : 'left' }}>
    <Button
      href={url}
      style={type(locale, 15, {
        display: 'inline-block',
        padding: '12px 22px',
        backgroundColor: colour.emerald,
        color: '#FFFFFF',
        fontWeight: 500,
        borderRadius: 3,
        textDecoration: 'none',
      })}
    >
      {label}
    </Button>
    <Text style={type(locale, 12, { margin: '10px 0 0', color: colour.soft, wordBreak: 'break-all' })}>
      <Link href={url} style={{ color: colour.soft, textDecoration: 'underline' }}>
        <bdi dir="ltr">{url}</bdi>
      </Link>
    </Text>
  </Section>
)
