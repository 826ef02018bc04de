import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { refused } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { testAccountPage } from '#app/queries/jury/test-account.ts'
import { openTestAccount } from '#app/services/jury/open-test-account.ts'
import { FormNotes } from '#app/ui/jury/form-notes.tsx'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const page = found(await testAccountPage(args.context.app, actor, nominationId))
  return { ...page, back: paths.juryFile(locale, nominationId) }
}

/** The account stands on this answer alone: it is stored nowhere, and another look is another act. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const opened = await openTestAccount(args.context.app, actor, { nominationId })
  if (!opened.ok) return refused(opened)
  return data({ account: opened.value.account }, { headers: { 'cache-control': 'no-store' } })
}

export const handle = { title: 'jury.testAccount.title' }

export default function TestAccount() {
  const t = useT()
  const { reference, title, hasAccount, back } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const account = answer && 'account' in answer ? answer.account : null
  return (
    <>
      <WorkTitle
        title={t('jury.testAccount.title')}
        meta={
          <>
            <Reference code>{reference}</Reference>
            <LocalizedText text={title} />
          </>
        }
      />
      <div className="work">
        <FormNotes failure={answer && 'failure' in answer ? answer.failure : undefined} />
        <p className="lead">{t('jury.testAccount.lead')}</p>
        {!hasAccount ? (
          <EmptyState title={t('jury.testAccount.none')} />
        ) : account === null ? (
          <Form method="post">
            <Button variant="primary" icon="lock">
              {t('jury.testAccount.open')}
            </Button>
          </Form>
        ) : (
          <section className="blk" role="status">
            <header>
              <h2>{t('jury.testAccount.opened')}</h2>
            </header>
            <pre className="api" dir="auto" tabIndex={0}>
              {account}
            </pre>
          </section>
        )}
        <p>
          <Link href={back}>{t('jury.testAccount.back')}</Link>
        </p>
      </div>
    </>
  )
}
