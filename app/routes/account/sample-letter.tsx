import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { notFound } from '#app/http/respond.server.ts'
import { isLocale, localeFacts, LOCALES } from '#app/i18n/locales.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { sampleLetter } from '#app/services/system/sample-letter.ts'
import { LetterText } from '#app/ui/account/letter-text.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { name, language } = readParams(params, { name: 'code', language: 'code' })
  if (!isLocale(language)) throw notFound()
  const { subject, text } = found(await sampleLetter(context.app, name, language))
  return { name, language, subject, text }
}

export const handle = { title: 'account.samples.title' }

export default function SampleLetter() {
  const t = useT()
  const locale = useLocale()
  const { name, language, subject, text } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle
        title={<bdi lang={language}>{subject}</bdi>}
        crumbs={[
          { href: paths.mailbox(locale), label: t('account.mailbox.title') },
          { href: paths.sampleLetters(locale), label: t('account.samples.title') },
        ]}
      />
      <p className="chips">
        {LOCALES.filter((one) => one !== language).map((one) => (
          <Link key={one} className="link" href={paths.sampleLetter(locale, name, one)}>
            <span lang={one}>{localeFacts[one].endonym}</span>
          </Link>
        ))}
        <a href={paths.sampleLetterHtml(locale, name, language)} target="_blank" rel="noopener">
          {t('account.mailbox.html')} <span className="vh">{t('common.link.newWindow')}</span>
        </a>
      </p>
      <LetterText text={text} />
    </>
  )
}
