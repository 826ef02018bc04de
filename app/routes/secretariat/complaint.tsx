import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { complaintAnswerForm } from '#app/forms/complaint.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { deskComplaint } from '#app/queries/secretariat/complaint.ts'
import { answerComplaint } from '#app/services/complaint/answer-complaint.ts'
import { AnswerForm } from '#app/ui/complaint/answer-form.tsx'
import { ComplaintHead } from '#app/ui/complaint/complaint-head.tsx'
import { Exchange } from '#app/ui/complaint/exchange.tsx'
import { FailureMessages } from '#app/ui/nomination/failure-messages.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { DocumentLinks } from '#app/ui/patterns/document-links.tsx'
import { SummaryList } from '#app/ui/patterns/summary-list.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { Time } from '#app/ui/primitives/time.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { complaintId } = readParams(args.params, { complaintId: 'id' })
  return found(await deskComplaint(args.context.app, actor, complaintId))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { complaintId } = readParams(args.params, { complaintId: 'id' })
  const form = await parseForm(args.request, complaintAnswerForm)
  if (!form.ok) return failed(form.failure, form.status)
  const { version: round, ...answer } = form.value
  const result = await answerComplaint(args.context.app, actor, { complaintId, round, ...answer })
  return respond(result, {
    to: paths.deskComplaint(localeOf(args.params), complaintId),
    flash: 'complaint.flash.answered',
    typed: form.typed,
  })
}

export const handle = { title: 'complaint.one' }

function Facts() {
  const t = useT()
  const { complaint, nomination, targetAt } = useLoaderData<typeof loader>()
  return (
    <SummaryList
      facts={[
        { term: t('nomination.administration'), value: <LocalizedText text={nomination.administration} /> },
        {
          term: t('complaint.nomination'),
          value: (
            <>
              <Reference code>{nomination.reference}</Reference> <LocalizedText text={nomination.title} />
            </>
          ),
        },
        { term: t('complaint.about'), value: t(`complaint.subjects.${complaint.about}`) },
        { term: t('complaint.filedAt'), value: <Time at={complaint.filedAt} style="long" zone /> },
        { term: t('complaint.targetAt'), value: <Time at={targetAt} style="long" show="date" /> },
        { term: t('complaint.dueAt'), value: <Time at={complaint.dueAt} style="long" zone /> },
      ]}
    />
  )
}

export default function DeskComplaintPage() {
  const t = useT()
  const { campaign, complaint, round, outcomes, answers, documents, can, refused, now } =
    useLoaderData<typeof loader>()
  const failure = useFailure()
  const { state } = complaint
  return (
    <>
      <ComplaintHead complaint={complaint} now={now} listHref={paths.complaintDesk(t.locale, campaign.id)} />
      <div className="work stack">
        {can.answer ? null : <FailureMessages failure={failure} area="complaint" />}
        <Facts />
        <Exchange of={{ ...complaint, answers }} />
        <DocumentLinks documents={documents} />
        {can.answer ? <AnswerForm outcomes={outcomes} round={round} failure={failure} /> : null}
        {!can.answer && state !== 'answered' && (refused === 'took-part' || refused === 'recused') ? (
          <Banner kind="wait">{t(`complaint.${refused === 'recused' ? 'ownBody' : 'tookPart'}`)}</Banner>
        ) : null}
      </div>
    </>
  )
}
