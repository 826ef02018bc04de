import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { noticeForm } from '#app/forms/account.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { myNotices } from '#app/queries/account/notices.ts'
import { markNoticesRead } from '#app/services/account/mark-notices-read.ts'
import { NextPage } from '#app/ui/account/next-page.tsx'
import { NoticeList } from '#app/ui/account/notice-list.tsx'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { db, noticeUrl } = args.context.app
  const page = await myNotices(
    db,
    actor,
    new URL(args.request.url).searchParams.get('after'),
    localeOf(args.params),
  )
  const locale = localeOf(args.params)
  return {
    next: page.next,
    rows: page.rows.map(({ stored, ...row }) => ({ ...row, url: noticeUrl(row.name, locale, stored) })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const parsed = await parseForm(args.request, noticeForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const done = await markNoticesRead(args.context.app, actor, { noticeId: parsed.value.noticeId ?? null })
  return done.ok ? respond(done, { to: paths.notices(localeOf(args.params)) }) : identityRefused(done)
}

export const handle = { scripts: true, title: 'account.notices.title' }

export default function Notices() {
  const t = useT()
  const locale = useLocale()
  const { rows, next } = useLoaderData<typeof loader>()
  if (rows.length === 0)
    return <EmptyState title={t('account.notices.none')}>{t('account.notices.noneLead')}</EmptyState>
  return (
    <>
      <WorkTitle
        title={t('account.notices.title')}
        aside={
          rows.some((row) => !row.read) ? (
            <form method="post">
              <Button size="small">{t('account.notices.readAll')}</Button>
            </form>
          ) : null
        }
      />
      <NoticeList notices={rows} />
      <NextPage href={next === null ? null : paths.notices(locale, next)} />
    </>
  )
}
