import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Html } from '@react-email/html'
import { Section } from '@react-email/section'
import { Fragment, type ReactNode } from 'react'
import type { Locale } from '#app/domain/kernel/localized.ts'
import { awardNames, markText } from '../message.ts'
import { colour, dirOf, display, family, MARK_CID, sheetOf, size } from './style.ts'
import { Whole } from './whole.tsx'

/** The mark and the award's name in both scripts, in the same places in every language; Amazigh adds its own. */
const Masthead = ({ locale }: { locale: Locale }) => {
  const name = (script: Locale, fontSize: number) => ({
    fontFamily: display(script),
    fontSize,
    fontWeight: script === 'zgh' ? 400 : 600,
  })
  return (
    <table
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      role="presentation"
      dir="ltr"
      className="l c i"
      style={{
        padding: '22px 36px',
        borderBottom: `1px solid ${colour.line}`,
        color: colour.ink,
        lineHeight: 1.2,
      }}
    >
      <tbody>
        <tr>
          <td width={46}>
            <img src={`cid:${MARK_CID}`} alt={markText(locale)} width={36} height={36} />
          </td>
          <td align="left" style={name('fr', 19)}>
            Imtiyaz
          </td>
          {locale === 'zgh' && (
            <td align="center" lang="zgh" style={name('zgh', 18)}>
              ⵉⵎⵜⵉⵢⴰⵣ
            </td>
          )}
          <td align="right" dir="rtl" lang="ar" style={name('ar', 21)}>
            امتياز
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** `locales`: all that the letter is written in, the reader's first. */
type Props = { locales: readonly [Locale, ...Locale[]]; preview: string; children: ReactNode }

export const Frame = ({ locales, preview, children }: Props) => {
  const [locale] = locales
  return (
    <Html lang={locale} dir={dirOf(locale)}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{sheetOf(locales)}</style>
      </Head>
      <body className="g" style={{ margin: 0, backgroundColor: colour.ground }}>
        {/* The line that mail programs show beside the subject. */}
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{preview}</div>
        <Container
          className="s"
          style={{
            maxWidth: 640,
            margin: '28px auto',
            backgroundColor: colour.sheet,
            border: `1px solid ${colour.line}`,
          }}
        >
          <Masthead locale={locale} />
          {children}
          <Section
            className={`p c ${locale}`}
            style={{
              ...family(locale),
              padding: '16px 36px',
              backgroundColor: colour.paper,
              borderTop: `1px solid ${colour.line}`,
            }}
          >
            <p className="q" style={{ margin: 0, fontSize: size(locale, 13), color: colour.soft }}>
              {awardNames(locale).map((one, at) => (
                <Fragment key={one.locale}>
                  {at > 0 && <br />}
                  <bdi lang={one.locale} dir={dirOf(one.locale)}>
                    <Whole>{one.name}</Whole>
                  </bdi>
                </Fragment>
              ))}
            </p>
          </Section>
        </Container>
      </body>
    </Html>
  )
}
