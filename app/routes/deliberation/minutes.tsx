import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { minutesForm } from '#app/forms/minutes.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { minutesPage } from '#app/queries/deliberation/minutes-page.ts'
import { draftMinutes } from '#app/services/deliberation/draft-minutes.ts'
import { signMinutes } from '#app/services/deliberation/sign-minutes.ts'
import { Act, failureOf, Refusals } from '#app/ui/deliberation/act.tsx'
import { MinutesBlockers } from '#app/ui/deliberation/minutes-blockers.tsx'
import { MinutesPreview } from '#app/ui/deliberation/minutes-preview.tsx'
import { MinutesReady } from '#app/ui/deliberation/minutes-ready.tsx'
import { MinutesSigners } from '#app/ui/deliberation/minutes-signers.tsx'
import { SignForm } from '#app/ui/deliberation/sign-form.tsx'
import { HiddenBecause } from '#app/ui/patterns/hidden-because.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { sessionId } = readParams(args.params, { sessionId: 'id' })
  return found(await minutesPage(args.context.app, actor, sessionId))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { sessionId } = readParams(args.params, { sessionId: 'id' })
  const parsed = await parseForm(args.request, minutesForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { app } = args.context
  const form = parsed.value
  const to = paths.minutes(localeOf(args.params), sessionId)
  if (form.intent === 'draft') {
    return respond(await draftMinutes(app, actor, { sessionId }), { to, flash: 'deliberation.flash.drafted' })
  }
  const { documentHash, phrase } = form
  const signed = await signMinutes(app, actor, { sessionId, documentHash, phrase })
  return respond(signed, { to, flash: 'deliberation.flash.signed', typed: parsed.typed })
}

export const handle = { title: 'deliberation.minutes.title' }

export default function Minutes() {
  const t = useT()
  const locale = useLocale()
  const page = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const roomHref = page.enters && paths[page.enters === 'seat' ? 'seatRoom' : 'room'](locale, page.sessionId)
  return (
    <>
      <WorkTitle
        title={t('deliberation.minutes.title')}
        crumbs={[{ href: paths.deliberationArea(locale), label: t('deliberation.home.title') }]}
        meta={page.document === null ? null : <bdi>{page.document.number}</bdi>}
      />
      <div className="panes panes--right">
        <div>
          <Refusals failure={failure} area="deliberation" />
          <MinutesBlockers blockers={page.blockers} roomHref={roomHref} />
          {page.stale ? <Banner kind="wait">{t('deliberation.minutes.stale')}</Banner> : null}
          {page.isApart ? <HiddenBecause reason="ownCategory" /> : null}
          {page.document === null && page.blockers.length === 0 && !page.isApart ? (
            <MinutesReady mayDraft={page.mayDraft} />
          ) : null}
          {page.document === null ? null : <MinutesPreview document={page.document} />}
        </div>
        <aside>
          <h2>{t('deliberation.minutes.signatures')}</h2>
          <MinutesSigners signers={page.signers} />
          {page.mayDissent ? (
            <p className="act-link">
              <Link href={paths.dissent(locale, page.sessionId)}>{t('deliberation.dissent.link')}</Link>
            </p>
          ) : null}
          {page.mySign && !page.stale && page.document !== null ? (
            <SignForm documentHash={page.document.sha256} failure={failure} />
          ) : null}
          {page.mayDraft && page.document !== null && page.blockers.length === 0 ? (
            <Act fields={{ intent: 'draft' }}>{t('deliberation.minutes.draftAgain')}</Act>
          ) : null}
          {page.mayDraft && page.signers.some(({ at }) => at !== null) ? (
            <p className="hint">{t('deliberation.minutes.draftVoids')}</p>
          ) : null}
        </aside>
      </div>
    </>
  )
}
