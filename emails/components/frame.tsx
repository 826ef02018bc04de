import { Body, Container, Head, Html, Section } from '@react-email/components'
import type { ReactNode } from 'react'
import type { MailLocale } from '../message.ts'
import { colour, dirOf, type } from './style.ts'

/** Nine tiles, one set apart: the mark without any picture to fetch. */
const Tiles = () => (
  <table cellPadding={0} cellSpacing={2} role="presentation" aria-hidden="true">
    <tbody>
      {[0, 1, 2].map((row) => (
        <tr key={row}>
          {[0, 1, 2].map((column) => (
            <td
              key={column}
              width={9}
              height={9}
              style={{
                backgroundColor: row === 0 && column === 2 ? colour.saffron : colour.emerald,
                fontSize: 0,
                lineHeight: 0,
              }}
            />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const Masthead = () => (
  <table width="100%" cellPadding={0} cellSpacing={0} role="presentation" dir="ltr">
    <tbody>
      <tr>
        <td width={46}>
          <Tiles />
        </td>
        <td align="left" style={type('fr', 19, { fontWeight: 600 })}>
          Imtiyaz
        </td>
        <td align="right" dir="rtl" lang="ar" style={type('ar', 20, { fontWeight: 600 })}>
          امتياز
        </td>
      </tr>
    </tbody>
  </table>
)

type Props = { locale: MailLocale; preview: string; award: string; children: ReactNode }

export const Frame = ({ locale, preview, award, children }: Props) => (
  <Html lang={locale} dir={dirOf(locale)}>
    <Head />
    <Body style={{ margin: 0, backgroundColor: colour.ground }}>
      {/* The line that mail programs show beside the subject. */}
      <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{preview}</div>
      <Container
        style={{
          maxWidth: 640,
          margin: '28px auto',
          backgroundColor: colour.sheet,
          border: `1px solid ${colour.line}`,
        }}
      >
        <Section style={{ padding: '18px 36px', borderBottom: `1px solid ${colour.line}` }}>
          <Masthead />
        </Section>
        {children}
        <Section
          style={{
            padding: '14px 36px',
            backgroundColor: colour.paper,
            borderTop: `1px solid ${colour.line}`,
          }}
        >
          <p style={type(locale, 13, { color: colour.soft })}>{award}</p>
        </Section>
      </Container>
    </Body>
  </Html>
)
