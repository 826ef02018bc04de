import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { COMPLAINT_KINDS, COMPLAINT_SUBJECTS } from '#app/domain/complaint/complaint.ts'
import { complaintForm } from '#app/forms/complaint.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { complaintSubjects } from '#app/queries/applicant/complaints.ts'
import { fileComplaint } from '#app/services/complaint/file-complaint.ts'
import { BoundRadios, BoundTextArea } from '#app/ui/forms/bound-field.tsx'
import { ZodForm } from '#app/ui/forms/zod-form.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const subjects = await complaintSubjects(args.context.app, actor)
  return { subjects, key: args.context.app.ids.uuid() }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, complaintForm)
  if (!form.ok) return failed(form.failure, form.status)
  const result = await fileComplaint(args.context.app, actor, form.value)
  return respond(result, {
    to: ({ complaintId }) => paths.myComplaint(localeOf(args.params), complaintId),
    flash: 'complaint.flash.filed',
    typed: form.typed,
  })
}

export const handle = { title: 'complaint.file.title' }

type Subjects = ReturnType<typeof useLoaderData<typeof loader>>['subjects']

function Filing({ subjects, formKey }: { subjects: Subjects; formKey: string }) {
  const t = useT()
  const options = (values: readonly string[], of: string) =>
    values.map((value) => ({
      value,
      label: t(`complaint.${of}.${value}`),
      note: t(`complaint.${of}Note.${value}`),
    }))
  return (
    <ZodForm schema={complaintForm} failure={useFailure()} area="complaint">
      <input type="hidden" name="key" value={formKey} />
      <BoundRadios
        name="nominationId"
        label={t('complaint.nomination')}
        options={subjects.map(({ id, reference, title }) => ({
          value: id,
          label: title.ar || title.fr ? <LocalizedText text={title} /> : t('nomination.untitled'),
          note: <Reference code>{reference}</Reference>,
        }))}
      />
      <BoundRadios name="kind" label={t('complaint.kind')} options={options(COMPLAINT_KINDS, 'kinds')} />
      <BoundRadios
        name="about"
        label={t('complaint.about')}
        options={options(COMPLAINT_SUBJECTS, 'subjects')}
      />
      <BoundTextArea
        name="text"
        label={t('complaint.file.text')}
        hint={t('complaint.file.textHint')}
        rows={10}
      />
      <Button variant="primary" icon="send">
        {t('complaint.file.send')}
      </Button>
    </ZodForm>
  )
}

export default function FileComplaintPage() {
  const t = useT()
  const { subjects, key } = useLoaderData<typeof loader>()
  const [newest] = subjects
  return (
    <>
      <WorkTitle
        title={t('complaint.file.title')}
        crumbs={[{ href: paths.myComplaints(t.locale), label: t('work.nav.complaints') }]}
      />
      <div className="work stack">
        {newest === undefined ? (
          <EmptyState title={t('complaint.file.nothing')}>{t('complaint.noneForEditor')}</EmptyState>
        ) : (
          <>
            <p>{t('complaint.file.lead', { count: newest.days })}</p>
            <Filing subjects={subjects} formKey={key} />
          </>
        )}
      </div>
    </>
  )
}
