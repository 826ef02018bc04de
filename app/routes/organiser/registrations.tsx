import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import type { Actor } from '#app/domain/access/actor.ts'
import { registrationForm } from '#app/forms/administration.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { instantOfWall } from '#app/i18n/legal-instant.ts'
import { useT } from '#app/i18n/provider.tsx'
import { registrations } from '#app/queries/organiser/registrations.ts'
import { approveAdministration } from '#app/services/administration/approve-administration.ts'
import { grantMandate } from '#app/services/administration/grant-mandate.ts'
import { refuseAdministration } from '#app/services/administration/refuse-administration.ts'
import { revokeMandate } from '#app/services/administration/revoke-mandate.ts'
import type { Context } from '#app/services/context.ts'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { BodyRequests, MandateRequests } from '#app/ui/organiser/registration-tables.tsx'
import { ReasonBanner } from '#app/ui/organiser/reason-banner.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return found(await registrations(args.context.app, actor))
}

const LAST_MINUTE = 24 * 60
/** A mandate granted until a day ends with that day, in the legal zone. */
const endOfDay = (date: string | undefined) =>
  date === undefined ? null : instantOfWall({ date, minute: LAST_MINUTE })

function settle(app: Context, actor: Actor, typed: z.output<typeof registrationForm>) {
  switch (typed.intent) {
    case 'approve-administration':
      return approveAdministration(app, actor, typed)
    case 'refuse-administration':
      return refuseAdministration(app, actor, typed)
    case 'grant-mandate':
      return grantMandate(app, actor, { ...typed, expiresAt: endOfDay(typed.until) })
    case 'revoke-mandate':
      return revokeMandate(app, actor, typed)
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const parsed = await parseForm(args.request, registrationForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const result = await settle(args.context.app, actor, parsed.value)
  return respond<unknown>(result, { to: paths.registrations(locale), flash: 'campaign.flash.settled' })
}

export const handle = { title: 'campaign.registrations.title' }

export default function Registrations() {
  const t = useT()
  const { bodies, mandates, maySettleMandates } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle title={t('campaign.registrations.title')} />
      <div className="work">
        <ReasonBanner failure={failureOf(useActionData())} area="campaign.registrations" />
        <BodyRequests bodies={bodies} />
        <MandateRequests mandates={mandates} may={maySettleMandates} />
      </div>
    </>
  )
}
