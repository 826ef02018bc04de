import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { reopenComplaintForm } from '#app/forms/complaint.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { myComplaint } from '#app/queries/applicant/complaint.ts'
import { reopenComplaint } from '#app/services/complaint/reopen-complaint.ts'
import { ComplaintHead } from '#app/ui/complaint/complaint-head.tsx'
import { Exchange } from '#app/ui/complaint/exchange.tsx'
import { BoundTextArea } from '#app/ui/forms/bound-field.tsx'
import { ZodForm } from '#app/ui/forms/zod-form.tsx'
import { FailureMessages } from '#app/ui/nomination/failure-messages.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { DocumentLinks } from '#app/ui/patterns/document-links.tsx'
import { SummaryList } from '#app/ui/patterns/summary-list.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { Time } from '#app/ui/primitives/time.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { complaintId } = readParams(args.params, { complaintId: 'id' })
  return found(await myComplaint(args.context.app, actor, complaintId))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { complaintId } = readParams(args.params, { complaintId: 'id' })
  const form = await parseForm(args.request, reopenComplaintForm)
  if (!form.ok) return failed(form.failure, form.status)
  const result = await reopenComplaint(args.context.app, actor, { complaintId, ...form.value })
  return respond(result, {
    to: paths.myComplaint(localeOf(args.params), complaintId),
    flash: 'complaint.flash.reopened',
    typed: form.typed,
  })
}

export const handle = { title: 'complaint.one' }

function Receipt() {
  const t = useT()
  const { complaint, nomination } = useLoaderData<typeof loader>()
  return (
    <SummaryList
      facts={[
        {
          term: t('complaint.nomination'),
          value: (
            <>
              <Link href={paths.nominationRead(t.locale, nomination.id)}>
                <Reference code>{nomination.reference}</Reference>
              </Link>{' '}
              <LocalizedText text={nomination.title} />
            </>
          ),
        },
        { term: t('complaint.about'), value: t(`complaint.subjects.${complaint.about}`) },
        { term: t('complaint.filedAt'), value: <Time at={complaint.filedAt} style="long" zone /> },
        { term: t('complaint.dueAt'), value: <Time at={complaint.dueAt} style="long" zone /> },
      ]}
    />
  )
}

export default function MyComplaintPage() {
  const t = useT()
  const { complaint, answers, documents, can, now } = useLoaderData<typeof loader>()
  const failure = useFailure()
  const { state } = complaint
  return (
    <>
      <ComplaintHead complaint={complaint} now={now} listHref={paths.myComplaints(t.locale)} />
      <div className="work stack">
        {can.reopen ? null : <FailureMessages failure={failure} area="complaint" />}
        {state === 'answered' ? null : <Banner kind="ok">{t('complaint.receivedNote')}</Banner>}
        <Receipt />
        <Exchange of={{ ...complaint, answers }} />
        <DocumentLinks documents={documents} />
        {can.reopen ? (
          <section className="stack">
            <h2 className="h-sec">{t('complaint.reopen.title')}</h2>
            <p>{t('complaint.reopen.lead')}</p>
            <ZodForm schema={reopenComplaintForm} failure={failure} area="complaint">
              <BoundTextArea name="text" label={t('complaint.reopen.text')} rows={6} />
              <Button icon="rotate-ccw">{t('complaint.reopen.send')}</Button>
            </ZodForm>
          </section>
        ) : null}
        <p className="muted">{t('complaint.otherRoutes')}</p>
      </div>
    </>
  )
}
