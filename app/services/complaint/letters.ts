import type { NominationCase } from '#app/adapters/db/nominations.ts'
import type { Complaint, ComplaintAnswer } from '#app/domain/complaint/complaint.ts'
import type { Draft } from '../issue.ts'
import { namedOf } from '../named-nomination.ts'

/** Both letters name the nomination and its administration, never who wrote or who answered. */
const about = (found: NominationCase, { number: complaint, kind, about: of }: Complaint) => ({
  ...namedOf(found),
  ...{ complaint, kind, about: of },
})

/** That it arrived, filed or reopened, when, and until when it is answered. */
export const receiptDraft = (found: NominationCase, complaint: Complaint): Draft => {
  const { id, dueAt, reopenedAt, reopenText } = complaint
  const received =
    reopenedAt === null || reopenText === null
      ? { filedAt: complaint.filedAt, text: complaint.text }
      : { filedAt: reopenedAt, text: reopenText, reopened: true as const }
  const body = { ...about(found, complaint), ...received, dueAt }
  return { kind: 'complaint_receipt', subjectId: id, isPublic: false, body }
}

/** The answer of a round beside what it answers: what was filed, or the reopening. */
export const answerDraft = (
  found: NominationCase,
  complaint: Complaint,
  { outcome, answer, answeredAt }: ComplaintAnswer,
): Draft => ({
  ...{ kind: 'complaint_answer', subjectId: complaint.id, isPublic: false },
  body: {
    ...about(found, complaint),
    filedAt: complaint.reopenedAt ?? complaint.filedAt,
    text: complaint.reopenText ?? complaint.text,
    ...{ outcome, answer, answeredAt, reopened: complaint.reopenedAt !== null },
  },
})
