import type { EmailNoticeName } from '#app/domain/notice/notice.ts'

/** How a fact is written: text and codes as they are, instants with the legal zone, codes of ours by their word. */
export type FactKind =
  'text' | 'reference' | 'instant' | 'day' | 'digest' | 'list' | 'role' | 'event' | 'number'

export const FACTS = {
  reference: 'reference',
  number: 'reference',
  title: 'text',
  administration: 'text',
  category: 'text',
  campaign: 'text',
  seat: 'text',
  session: 'text',
  previous: 'reference',
  place: 'text',
  reason: 'text',
  signatory: 'text',
  role: 'role',
  event: 'event',
  version: 'number',
  files: 'number',
  size: 'number',
  digest: 'digest',
  reasons: 'list',
  at: 'instant',
  until: 'instant',
  closesAt: 'instant',
  previousClosesAt: 'instant',
  receivedAt: 'instant',
  source: 'text',
  outcome: 'text',
  startsAt: 'instant',
  releaseAt: 'instant',
  dueAt: 'instant',
  previousDueAt: 'instant',
  appealUntil: 'instant',
  expiresAt: 'instant',
  answerBy: 'day',
} as const satisfies Record<string, FactKind>
export type FactName = keyof typeof FACTS

export type NoticeShape = {
  /** The facts of the table, in order; one that is absent leaves no row. Nothing else of a notice is ever shown. */
  readonly rows: readonly FactName[]
  /** Facts that a sentence names and no row repeats; without one of them the sentence without dates is said. */
  readonly within?: readonly FactName[]
  /** Whether a button leads to the place where something is to be done. */
  readonly action: boolean
  /** Also said in the languages of the record, below (experience.md section 15 H): for what is kept as proof. */
  readonly proof?: true
  /** Where the words of its coded reasons stand in the catalogue of texts: the very words of the desk's forms. */
  readonly reasons?: string
  /** Says what to do when the message was not expected. */
  readonly unexpected?: true
}

const says = (rows: readonly FactName[], more: Omit<NoticeShape, 'rows' | 'action'> = {}): NoticeShape => ({
  rows,
  action: false,
  ...more,
})
const asks = (rows: readonly FactName[], more: Omit<NoticeShape, 'rows' | 'action'> = {}): NoticeShape => ({
  rows,
  action: true,
  ...more,
})
const guarded = { unexpected: true } as const

/** Every notice that goes by e-mail, and no other: a test compares it with the list of the domain. */
export const catalogue = {
  'verify-email': asks(['expiresAt'], guarded),
  'reset-password': asks(['expiresAt'], guarded),
  'security-alert': asks(['event', 'at']),
  'account-disabled': says(['at']),
  'invitation-office': asks(['campaign', 'role', 'expiresAt'], guarded),
  'invitation-seat': asks(['campaign', 'seat', 'expiresAt'], guarded),
  'seat-accepted': asks(['campaign', 'seat']),
  'seat-declined': asks(['campaign', 'seat']),
  'mandate-requested': asks(['administration', 'role']),
  'mandate-granted': asks(['administration', 'role', 'until']),
  'mandate-revoked': says(['administration', 'role']),
  'campaign-opened': asks(['campaign', 'closesAt']),
  'deadline-extended': asks(['campaign', 'closesAt', 'previousClosesAt', 'reason']),
  'clarification-published': asks(['campaign', 'number']),
  'deadline-reminder': asks(['campaign', 'reference', 'title', 'closesAt']),
  'draft-reminder': asks(['campaign', 'title', 'closesAt']),
  'visa-requested': asks(['title', 'administration', 'closesAt']),
  'visa-cancelled': asks(['title']),
  'nomination-received': asks(
    [
      'reference',
      'title',
      'administration',
      'category',
      'receivedAt',
      'version',
      'signatory',
      'files',
      'digest',
    ],
    { proof: true, within: ['closesAt', 'answerBy'] },
  ),
  'nomination-withdrawn': asks(['reference', 'title']),
  'completion-requested': asks(['reference', 'title', 'reasons', 'dueAt'], {
    reasons: 'secretariat.completion.reason',
  }),
  'completion-due': asks(['reference', 'title', 'dueAt']),
  'completion-lapsed': asks(['reference', 'title', 'dueAt']),
  'completion-received': asks(['reference', 'title', 'receivedAt']),
  'category-proposed': asks(['reference', 'title', 'category', 'reason', 'dueAt']),
  'category-changed': asks(['reference', 'title', 'category'], { proof: true }),
  'category-taken-back': asks(['reference', 'title']),
  admissible: asks(['reference', 'title']),
  inadmissible: asks(['reference', 'title', 'reasons', 'appealUntil'], {
    reasons: 'secretariat.reasons',
  }),
  'appeal-received': asks(['number', 'reference', 'title', 'dueAt'], { proof: true }),
  'appeal-to-answer': asks(['number', 'reference', 'dueAt']),
  'appeal-due': asks(['number', 'reference', 'dueAt']),
  'appeal-answered': asks(['number', 'reference', 'title']),
  'answer-hand-missing': asks(['campaign', 'number', 'dueAt']),
  disqualified: asks(['reference', 'title', 'reason'], { proof: true }),
  'file-disqualified': asks(['campaign', 'reference']),
  'file-to-plenary': asks(['campaign', 'reference']),
  'flag-raised': asks(['campaign', 'reference']),
  'flag-withdrawn': asks(['campaign', 'reference']),
  'flag-lifted': asks(['campaign', 'reference']),
  'flag-upheld': asks(['campaign', 'reference']),
  'file-from-plenary': asks(['campaign', 'reference']),
  'interests-requested': asks(['campaign', 'dueAt']),
  'assignment-ready': asks(['campaign', 'dueAt']),
  'second-round-opened': asks(['campaign', 'dueAt']),
  'sheet-due': asks(['campaign', 'dueAt']),
  'due-date-moved': asks(['reference', 'title', 'dueAt', 'previousDueAt'], { proof: true }),
  'calendar-changed': asks(['campaign', 'dueAt', 'previousDueAt']),
  'sheet-sealed': asks(['reference', 'version', 'digest']),
  'sheet-reopened': asks(['reference', 'reason']),
  'recusal-recorded': says(['campaign', 'reference']),
  'recusal-lifted': asks(['campaign', 'reference', 'reason']),
  'session-convened': asks(['campaign', 'startsAt', 'place']),
  'lot-drawn': says(['campaign', 'source', 'outcome', 'at']),
  'dissent-asked': asks(['campaign']),
  'dissent-withdrawn': asks(['campaign']),
  'minutes-to-sign': asks(['campaign', 'session']),
  'minutes-replaced': asks(['campaign', 'session', 'previous']),
  'release-to-approve': asks(['campaign']),
  'release-scheduled': asks(['campaign', 'releaseAt']),
  'log-checkpoint': asks(['at', 'size', 'digest']),
  published: asks(['campaign']),
  'result-available': asks(['reference', 'title']),
  'complaint-received': asks(['number', 'dueAt'], { proof: true }),
  'complaint-to-answer': asks(['number', 'dueAt']),
  'complaint-due': asks(['number', 'dueAt']),
  'complaint-answered': asks(['number']),
} as const satisfies Partial<Record<EmailNoticeName, NoticeShape>>
export type LetterName = keyof typeof catalogue

export const hasLetter = (name: string): name is LetterName => Object.hasOwn(catalogue, name)
