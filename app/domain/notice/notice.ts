import type { NoticeDraft } from './draft.ts'

/**
 * Whether a notice is a legal one (always sent, no opt-out) and where it goes. Every notice is shown in the
 * application; `email` ones are sent as well when mail is configured (product.md section 12).
 */
export type NoticeRule = {
  readonly legal: boolean
  readonly channel: 'email' | 'in-app'
  /** The facts its sentence needs; `until?` may be absent. Never a score, never a name under embargo. */
  readonly facts: readonly string[]
}

const legal = (...facts: string[]): NoticeRule => ({ legal: true, channel: 'email', facts })
const optional = (...facts: string[]): NoticeRule => ({ legal: false, channel: 'email', facts })
const shown = (...facts: string[]): NoticeRule => ({ legal: false, channel: 'in-app', facts })

/** The closed list of notices. */
export const NOTICES = {
  'verify-email': legal('token', 'expiresAt'),
  'reset-password': legal('token', 'expiresAt'),
  'security-alert': legal('event', 'at'),
  'account-disabled': legal('at'),
  'invitation-office': legal('campaign', 'role', 'token', 'expiresAt'),
  'invitation-seat': legal('campaign', 'seat', 'token', 'expiresAt'),
  'seat-accepted': optional('campaign', 'seat', 'seatId'),
  'seat-declined': optional('campaign', 'seat', 'seatId'),
  'mandate-requested': optional('administration', 'role'),
  'mandate-granted': legal('administration', 'role', 'until?'),
  'mandate-revoked': legal('administration', 'role'),
  'campaign-opened': legal('campaign', 'closesAt'),
  'deadline-extended': legal('campaign', 'closesAt', 'previousClosesAt', 'reasonAr', 'reasonFr', 'reason?'),
  'clarification-published': legal('campaign', 'number'),
  'deadline-reminder': optional('campaign', 'closesAt', 'reference', 'title', 'nominationId', 'stage'),
  'draft-reminder': optional('campaign', 'title', 'closesAt', 'nominationId'),
  'phase-changed': shown('campaign', 'from', 'to'),
  'calendar-changed': optional('campaign', 'dueAt', 'previousDueAt'),
  'due-date-moved': legal('reference', 'title', 'nominationId', 'dueAt', 'previousDueAt'),
  'visa-requested': legal('title', 'administration', 'nominationId', 'closesAt'),
  'visa-cancelled': optional('title', 'nominationId'),
  'nomination-received': legal(
    'reference',
    'title',
    'receivedAt',
    'digest',
    'nominationId',
    'version',
    'files?',
    'administration?',
    'category?',
    'signatory?',
    'closesAt?',
    'answerBy?',
  ),
  'nomination-withdrawn': legal('reference', 'title', 'nominationId'),
  'completion-requested': legal('reference', 'title', 'nominationId', 'dueAt', 'reasons'),
  'completion-received': legal('reference', 'title', 'nominationId', 'receivedAt'),
  'completion-due': optional('reference', 'title', 'nominationId', 'dueAt', 'stage'),
  'completion-lapsed': optional('reference', 'title', 'nominationId', 'dueAt'),
  'screening-returned': shown('reference', 'nominationId', 'note'),
  'screening-to-validate': shown('reference', 'nominationId'),
  'category-proposed': legal(
    'reference',
    'title',
    'nominationId',
    'categoryAr',
    'categoryFr',
    'reasonAr',
    'reasonFr',
    'dueAt',
    'category?',
    'reason?',
  ),
  'category-changed': legal('reference', 'title', 'nominationId', 'categoryAr', 'categoryFr', 'category?'),
  'category-taken-back': optional('reference', 'title', 'nominationId'),
  'category-answered': shown('reference', 'nominationId', 'outcome'),
  admissible: legal('reference', 'title', 'nominationId'),
  inadmissible: legal('reference', 'title', 'nominationId', 'reasons', 'appealUntil'),
  'appeal-received': legal('number', 'reference', 'title', 'nominationId', 'dueAt'),
  'appeal-to-answer': optional('number', 'reference', 'nominationId', 'dueAt'),
  'appeal-due': optional('number', 'reference', 'nominationId', 'dueAt', 'stage'),
  'appeal-to-validate': shown('number', 'reference', 'nominationId'),
  'appeal-returned': shown('number', 'reference', 'nominationId', 'note'),
  'appeal-answered': legal('number', 'reference', 'title', 'nominationId', 'outcome'),
  'answer-hand-missing': legal('campaign', 'office', 'number', 'dueAt', 'stage?'),
  'disqualification-to-settle': shown('reference', 'nominationId'),
  'disqualification-returned': shown('reference', 'nominationId', 'note'),
  disqualified: legal('reference', 'title', 'nominationId', 'reasonAr', 'reasonFr', 'reason?'),
  'file-disqualified': legal('campaign', 'reference'),
  'file-to-plenary': legal('campaign', 'reference'),
  'file-from-plenary': legal('campaign', 'reference'),
  'flag-raised': legal('campaign', 'reference'),
  'flag-withdrawn': legal('campaign', 'reference'),
  'flag-lifted': legal('campaign', 'reference'),
  'flag-upheld': legal('campaign', 'reference'),
  'interests-requested': legal('campaign', 'dueAt', 'count'),
  'assignment-ready': legal('campaign', 'count', 'dueAt'),
  'second-round-opened': legal('campaign', 'dueAt'),
  'sheet-due': optional('campaign', 'count', 'dueAt', 'stage'),
  'sheet-sealed': optional('reference', 'sheetId', 'version', 'digest'),
  'sheet-reopened': legal('reference', 'sheetId', 'reason'),
  'recusal-recorded': legal('campaign', 'reference'),
  'recusal-lifted': legal('campaign', 'reference', 'reason'),
  'session-convened': legal('campaign', 'sessionId', 'startsAt', 'place'),
  'lot-drawn': legal('campaign', 'source', 'outcome', 'at'),
  'dissent-asked': legal('campaign', 'sessionId'),
  'dissent-withdrawn': legal('campaign', 'sessionId'),
  'minutes-to-sign': legal('campaign', 'session', 'sessionId'),
  'minutes-replaced': legal('campaign', 'session', 'previous', 'sessionId'),
  'release-to-approve': legal('campaign'),
  'release-scheduled': legal('campaign', 'releaseAt'),
  'log-checkpoint': optional('at', 'size', 'digest'),
  published: optional('campaign'),
  'result-available': legal('reference', 'title', 'nominationId'),
  'complaint-received': legal('number', 'dueAt', 'complaintId'),
  'complaint-to-answer': optional('number', 'dueAt', 'complaintId'),
  'complaint-due': optional('number', 'dueAt', 'complaintId', 'stage'),
  'complaint-answered': legal('number', 'complaintId'),
} as const satisfies Record<string, NoticeRule>

export type NoticeName = keyof typeof NOTICES
/** The notices that need a mail template. */
export type EmailNoticeName = {
  [N in NoticeName]: (typeof NOTICES)[N]['channel'] extends 'in-app' ? never : N
}[NoticeName]

export const isNoticeName = (name: string): name is NoticeName => Object.hasOwn(NOTICES, name)
export const noticeRule = (name: NoticeName): NoticeRule => NOTICES[name]
export const EMAIL_NOTICES = Object.keys(NOTICES).filter(
  (name) => isNoticeName(name) && noticeRule(name).channel === 'email',
) as readonly EmailNoticeName[]

/** What may never stand in a notice, whatever its name (product.md section 12). */
export const FORBIDDEN_FACTS = [
  'score',
  'points',
  'level',
  'rank',
  'ranking',
  'spread',
  'juror',
  'laureate',
] as const

/** What is wrong with a notice before it is stored: an unknown name, a missing fact, a fact it may not carry. */
export function noticeProblems(draft: NoticeDraft): readonly string[] {
  if (!isNoticeName(draft.name)) return [`unknown:${draft.name}`]
  const { facts } = noticeRule(draft.name)
  const wanted = facts.filter((fact) => !fact.endsWith('?'))
  const allowed = facts.map((fact) => fact.replace('?', ''))
  const given = Object.keys(draft.facts)
  return [
    ...wanted.filter((fact) => !given.includes(fact)).map((fact) => `missing:${fact}`),
    ...given.filter((fact) => !allowed.includes(fact)).map((fact) => `not-listed:${fact}`),
  ]
}

/** The same notice to several people, one draft each. */
export const notify = (
  name: NoticeName,
  people: readonly string[],
  campaignId: string | null,
  facts: NoticeDraft['facts'],
): readonly NoticeDraft[] =>
  [...new Set(people)].map((personId) => ({ name, to: { personId }, campaignId, facts }))
