import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { type SeatForm, seatForm } from '#app/forms/seat.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import type { Locale } from '#app/i18n/locales.ts'
import { seatPage } from '#app/queries/jury/seat-page.ts'
import { inviteJuror } from '#app/services/jury/invite-juror.ts'
import { nameSeat } from '#app/services/jury/name-seat.ts'
import { promoteAlternate } from '#app/services/jury/promote-alternate.ts'
import { JuryPage } from '#app/ui/jury/jury-page.tsx'
import { FormNotes } from '#app/ui/jury/form-notes.tsx'
import { SeatFields } from '#app/ui/jury/seat-fields.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const actor = await requireActor(args)
  const { seatId } = readParams(args.params, { seatId: 'id' })
  return found(await seatPage(args.context.app, actor, seatId))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { seatId } = readParams(args.params, { seatId: 'id' })
  const parsed = await parseForm(args.request, seatForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { app } = args.context
  const linkTo = (to: Locale, token: string): string => app.origin + paths.invitation(to, token)
  const act = (form: SeatForm) => {
    if (form.intent === 'invite') return inviteJuror(app, actor, { seatId, version: form.version, linkTo })
    if (form.intent === 'promote')
      return promoteAlternate(app, actor, { seatId, version: form.version, linkTo })
    const person = (name: string, email: string | undefined) =>
      email ? { name: name || email, email } : null
    return nameSeat(app, actor, {
      seatId,
      version: form.version,
      holder: person(form.holderName, form.holderEmail),
      alternate: person(form.alternateName, form.alternateEmail),
      institutionId: form.institutionId ?? null,
      categories: form.categories,
    })
  }
  const flash = { name: 'seatNamed', invite: 'invited', promote: 'promoted' }[parsed.value.intent]
  return respond(await act(parsed.value), {
    to: paths.jurySeat(locale, seatId),
    flash: `jury.flash.${flash}`,
    typed: parsed.typed,
  })
}

export const handle = { title: 'jury.seats.seat' }

export default function Seat() {
  const t = useT()
  const locale = useLocale()
  const { campaignId, seat, institutions, categories, can } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  const isNaming = failure?.typed['intent'] === 'name'
  const asks = seat.state === 'vacant' && seat.holder
  const promotes = (seat.state === 'declined' || seat.state === 'ended') && seat.alternate
  const intent = asks ? 'invite' : promotes ? 'promote' : null
  return (
    <>
      <WorkTitle
        title={<LocalizedText text={seat.label} />}
        crumbs={[{ href: paths.jurySeats(locale, campaignId), label: t('jury.seats.title') }]}
        meta={
          <>
            <span>{t(`work.role.${seat.role}`)}</span>
            <span>{t(`jury.seats.states.${seat.state}`)}</span>
          </>
        }
        aside={
          can.invite && intent ? (
            <Form method="post">
              <input type="hidden" name="version" value={seat.version} />
              <Button variant="primary" icon="send" name="intent" value={intent}>
                {t(`jury.seats.${intent}`)}
              </Button>
            </Form>
          ) : undefined
        }
      />
      <JuryPage>
        <FormNotes failure={isNaming ? undefined : failure} area="jury.seats.asking" />
        <SeatFields
          seat={seat}
          institutions={institutions}
          categories={categories}
          failure={isNaming ? failure : undefined}
        />
      </JuryPage>
    </>
  )
}
