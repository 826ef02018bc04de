import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { awardDecisionForm } from '#app/forms/award-decision.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { deliberationRoom } from '#app/queries/deliberation/room.ts'
import { decideAward } from '#app/services/deliberation/decide-award.ts'
import { failureOf, Refusals } from '#app/ui/deliberation/act.tsx'
import { DecisionFields } from '#app/ui/deliberation/decision-fields.tsx'
import { VoteResult } from '#app/ui/deliberation/vote-result.tsx'
import { Button, ButtonLink } from '#app/ui/primitives/button.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { sessionId, itemId } = readParams(args.params, { sessionId: 'id', itemId: 'id' })
  const { item } = found(await deliberationRoom(args.context.app, actor, sessionId, itemId))
  if (!item || item.id !== itemId || !item.presides) throw notFound()
  return { sessionId, item }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { sessionId, itemId } = readParams(args.params, { sessionId: 'id', itemId: 'id' })
  const parsed = await parseForm(args.request, awardDecisionForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { outcome, winners, reason, wording } = parsed.value
  const words = Object.fromEntries(Object.entries(wording ?? {}).filter(([, text]) => text !== undefined))
  const input = { itemId, outcome, winners, reason: reason ?? null, wording: words }
  const result = await decideAward(args.context.app, actor, input)
  const to = paths.room(localeOf(args.params), sessionId)
  return respond(result, { to, flash: 'deliberation.flash.decided', typed: parsed.typed })
}

export const handle = { title: 'deliberation.decision.title' }

export default function Decision() {
  const t = useT()
  const locale = useLocale()
  const { sessionId, item } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  return (
    <>
      <WorkTitle
        title={t('deliberation.decision.title')}
        crumbs={[{ href: paths.room(locale, sessionId, item.id), label: t('deliberation.room.title') }]}
        meta={
          <span>
            <LocalizedText text={item.slotLabel} /> – <LocalizedText text={item.categoryName} />
          </span>
        }
      />
      <div className="work">
        {item.motions.flatMap((motion) =>
          motion.result === null
            ? []
            : [<VoteResult key={motion.id} result={motion.result} finalists={item.finalists} />],
        )}
        <Form method="post" noValidate className="form">
          <Refusals failure={failure} area="deliberation" />
          <DecisionFields item={item} failure={failure} />
          <p className="hint">{t('deliberation.decision.final')}</p>
          <div className="acts">
            <Button variant="primary">{t('deliberation.decision.submit')}</Button>
            <ButtonLink href={paths.room(locale, sessionId, item.id)}>{t('common.action.back')}</ButtonLink>
          </div>
        </Form>
      </div>
    </>
  )
}
