import type { ComplaintKind, ComplaintState } from '#app/domain/complaint/complaint.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Deadline } from '../patterns/deadline.tsx'
import { Reference } from '../primitives/reference.tsx'
import { WorkTitle } from '../shells/page-title.tsx'
import { ComplaintTag } from './complaint-tag.tsx'

type Props = {
  complaint: { kind: ComplaintKind; state: ComplaintState; number: string; dueAt: number }
  now: number
  /** The list that the page was reached from. */
  listHref: string
}

/** What it is, where it stands, its number, and until when it is answered while it is open. */
export function ComplaintHead({ complaint, now, listHref }: Props) {
  const t = useT()
  const { kind, state, number, dueAt } = complaint
  return (
    <WorkTitle
      title={t(`complaint.kinds.${kind}`)}
      crumbs={[{ href: listHref, label: t('work.nav.complaints') }]}
      meta={
        <>
          <ComplaintTag state={state} />
          <Reference code>{number}</Reference>
        </>
      }
      aside={
        state === 'answered' ? undefined : <Deadline at={dueAt} now={now} label={t('complaint.answerDue')} />
      }
    />
  )
}
