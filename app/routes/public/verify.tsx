import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/http/locale.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { checkedDocument } from '#app/queries/public/checked-document.ts'
import { CheckAnswer, CheckForm } from '#app/ui/public/check-document.tsx'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { Prose } from '#app/ui/public/prose.tsx'
import { PageTitle, Section } from '#app/ui/shells/page-title.tsx'

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const asked = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100)
  const head = pageHead(request, app.origin, locale, {
    title: 'common.nav.verify',
    lead: 'public.verify.lead',
    index: asked === '',
  })
  if (asked === '') return { head, asked, answer: null }
  const result = await checkedDocument(app, asked)
  return { head, asked, answer: result.ok ? { found: result.value } : { refused: result.reason } }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

export default function Verify() {
  const t = useT()
  const { asked, answer } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle title={t('common.nav.verify')} lead={t('public.verify.lead')} />
      <div className="wrap">
        <div className="narrow narrow--start">
          {answer === null ? null : <CheckAnswer asked={asked} answer={answer} />}
          <CheckForm asked={asked} />
        </div>
        <Section title={t('public.verify.how')}>
          <Prose of="public.verify.text" count={3} />
        </Section>
      </div>
    </>
  )
}
