import type { Role } from './world.ts'

/** Who gets what at one route. What is not said is the default: nobody signed out, nobody else, no other id. */
export type Row = {
  /** For their own id, or where there is no id: the page. */
  readonly open?: readonly Role[]
  /** They are led on to another page of theirs. */
  readonly moved?: readonly Role[]
  /** Everybody, signed in or not, gets this for every id. */
  readonly anyone?: 'open' | 'moved' | 'hidden' | 'refused'
  /** Published: everybody reads it by its own id, signed in or not, and nobody by another. */
  readonly published?: true
  /** Everybody who is signed in gets the page. */
  readonly account?: true
  /** An area says 403 to those who have nothing there; an id is answered by 404. */
  readonly otherwise?: 'forbidden'
  /** Roles for which another's id of the same area is theirs to see as well. */
  readonly foreign?: readonly Role[]
  /** A frame around other pages: asked alone, under the address of one of them. */
  readonly frameOf?: string
  /** Only writes: a read of it is refused. */
  readonly writesOnly?: true
}

const office = ['secretariat', 'organiser', 'auditor'] as const
const setup = ['organiser', 'auditor'] as const
const applicants = ['editor', 'signatory'] as const
const bench = ['juror', 'recused', 'chair'] as const
const only = (...open: Role[]): Row => ({ open })
const dossier: Row = { open: applicants }
const rules: Row = { open: setup }

export const TABLE: Readonly<Record<string, Row>> = {
  'routes/front-door': { anyone: 'moved' },
  'routes/locale': { anyone: 'open' },
  'routes/not-found': { anyone: 'hidden' },
  'routes/public/layout': { anyone: 'open', frameOf: '/fr' },
  'routes/public/home': { anyone: 'open' },
  'routes/public/laureates': { anyone: 'open' },
  'routes/public/laureate': { published: true },
  'routes/public/edition': { published: true },
  'routes/public/recompute': { published: true },
  'routes/public/regulation': { anyone: 'open' },
  'routes/public/categories': { anyone: 'open' },
  'routes/public/calendar': { anyone: 'open' },
  'routes/public/jury': { anyone: 'open' },
  'routes/public/questions': { anyone: 'open' },
  'routes/public/open-data': { anyone: 'open' },
  'routes/public/verify': { anyone: 'open' },
  'routes/public/accessibility': { anyone: 'open' },
  'routes/public/privacy': { anyone: 'open' },
  'routes/public/contact': { anyone: 'open' },
  'routes/public/offline': { anyone: 'open' },
  'routes/resources/manifest': { anyone: 'open' },
  // Its name is a size: any other is no picture.
  'routes/resources/icon': { anyone: 'hidden' },
  'open-data-json': { anyone: 'open' },
  'open-data-csv': { anyone: 'open' },
  'open-data-ods': { anyone: 'open' },
  'routes/public/log': { anyone: 'open' },
  'log-checkpoint': { published: true },
  'log-inclusion': { published: true },
  'log-consistency': { published: true },
  'log-key': { anyone: 'open' },
  'routes/resources/log-checkpoints': { anyone: 'open' },
  'routes/resources/log-file': { anyone: 'open' },
  bundle: { published: true },
  'bundle-file': { published: true },
  // Its address names the version of the picture, which nobody can guess: any other is no page.
  'routes/resources/social-picture': { anyone: 'hidden' },
  'routes/resources/feed': { anyone: 'open' },
  'routes/resources/calendar': { anyone: 'open' },
  'routes/resources/sitemap': { anyone: 'open' },
  'routes/resources/robots': { anyone: 'open' },
  'routes/resources/verify-code': { anyone: 'moved' },
  'routes/resources/health': { anyone: 'open' },
  'routes/resources/preference': { anyone: 'hidden' },
  'routes/resources/file': {
    open: ['editor', 'signatory', 'secretariat', 'auditor'],
    foreign: ['secretariat', 'auditor'],
  },
  'routes/resources/document': only('editor', 'signatory', 'secretariat', 'auditor'),
  'routes/resources/upload': { writesOnly: true },
  'routes/resources/upload-part': { writesOnly: true },
  'routes/resources/presence': { writesOnly: true },

  'routes/account/layout': { anyone: 'open', frameOf: '/fr/account/sign-in' },
  'routes/account/home': { account: true },
  'routes/account/sign-in': { anyone: 'open' },
  'routes/account/sign-out': { anyone: 'moved' },
  'routes/account/register': { anyone: 'open' },
  'routes/account/mail-sent': { anyone: 'open' },
  'routes/account/verify-email': { anyone: 'refused' },
  'routes/account/forgot-password': { anyone: 'open' },
  'routes/account/reset-password': { anyone: 'refused' },
  'routes/account/invitation': { anyone: 'refused' },
  'routes/account/second-factor': { account: true },
  'routes/account/second-factor-enrol': { account: true },
  'routes/account/profile': { account: true },
  'routes/account/security': { account: true },
  'routes/account/shortcuts': { account: true },
  'routes/account/find': {
    open: ['secretariat', 'organiser', 'publisher', 'auditor', 'administrator'],
    otherwise: 'forbidden',
  },
  'routes/account/notices': { account: true },
  'routes/account/older-documents': only('editor', 'signatory', 'secretariat', 'auditor'),
  'routes/account/mandates': { account: true },
  'routes/account/mandates-administration': { account: true },
  // Outside the demonstration these do not exist for anybody.
  'routes/account/demonstration': { anyone: 'hidden' },
  'routes/account/mailbox': { anyone: 'hidden' },
  'routes/account/letter': { anyone: 'hidden' },
  'routes/account/letter-html': { anyone: 'hidden' },
  'routes/account/sample-letters': { anyone: 'hidden' },
  'routes/account/sample-letter': { anyone: 'hidden' },
  'routes/account/sample-letter-html': { anyone: 'hidden' },

  'routes/admin/people': { open: ['administrator'], otherwise: 'forbidden' },
  'routes/admin/person': { open: ['administrator'], otherwise: 'forbidden' },
  'routes/admin/office': { open: ['administrator', 'organiser'], foreign: ['administrator'] },

  'routes/applicant/layout': { account: true, frameOf: '/fr/applicant' },
  'routes/applicant/home': { account: true },
  'routes/applicant/start': { account: true },
  'routes/applicant/nomination': { moved: applicants },
  'routes/applicant/section': dossier,
  'routes/applicant/merge': dossier,
  'routes/applicant/evidence': dossier,
  'routes/applicant/remove-evidence': dossier,
  'routes/applicant/abandon-upload': { writesOnly: true },
  'routes/applicant/check': dossier,
  'routes/applicant/visa': dossier,
  'routes/applicant/receipt': dossier,
  'routes/applicant/read': dossier,
  'routes/applicant/versions': dossier,
  'routes/applicant/withdraw': dossier,
  'routes/applicant/resubmit': dossier,
  'routes/applicant/completion': dossier,
  'routes/applicant/appeal': dossier,
  'routes/applicant/category': dossier,
  'routes/applicant/complaints': { account: true },
  'routes/applicant/file-complaint': { account: true },
  'routes/applicant/complaint': dossier,

  'routes/secretariat/layout': { account: true, frameOf: '/fr/secretariat' },
  'routes/secretariat/home': { open: ['secretariat'], otherwise: 'forbidden' },
  'routes/secretariat/queue': only('secretariat', 'auditor'),
  'routes/secretariat/file': only('secretariat', 'auditor'),
  'routes/secretariat/completion': only('secretariat', 'auditor'),
  'routes/secretariat/appeal': { open: office },
  'routes/secretariat/complaints': { open: office },
  'routes/secretariat/complaint-figures': { open: office },
  'routes/secretariat/complaint': { open: office },
  'routes/secretariat/decision': only('secretariat', 'auditor'),
  'routes/secretariat/category': only('secretariat', 'auditor'),

  'routes/jury/layout': { account: true, frameOf: '/fr/jury' },
  'routes/jury/home': { account: true },
  'routes/jury/files': { open: bench },
  'routes/jury/charter': { open: bench },
  'routes/jury/interests': { open: bench },
  'routes/jury/progress': only(...office, 'chair'),
  'routes/jury/progress-file': only(...office, 'chair'),
  // Closed to everybody while a sheet may still be sealed.
  'routes/jury/figures': only(),
  'routes/jury/figures-file': only(),
  'routes/jury/seats': only(...office, 'chair'),
  'routes/jury/seat': only(...office, 'chair'),
  'routes/jury/assignment': only(...office),
  'routes/jury/assignment-file': only(...office),
  'routes/jury/loads': only(...office),
  'routes/jury/recusals': only('secretariat'),
  'routes/jury/file': { moved: ['juror', 'chair'] },
  'routes/jury/test-account': only('juror'),
  'routes/jury/score-sheet': only('juror'),
  // The sheet of the walk is a draft: it has no receipt yet.
  'routes/jury/receipt': {},
  'routes/jury/receipt-file': {},
  'routes/jury/seal': only('juror'),
  'routes/jury/abstain': only('juror'),
  // The chair gives back a colleague's sheet without seeing what it says.
  'routes/jury/reopen': { open: ['chair'], foreign: ['chair'] },
  'routes/jury/plenary': { open: ['chair'] },
  'routes/jury/flag': only('juror'),
  'routes/jury/flags': only(...office, 'chair'),

  'routes/organiser/layout': { account: true, frameOf: '/fr/organiser' },
  'routes/organiser/campaigns': only(...office, 'administrator'),
  'routes/organiser/registrations': only('secretariat', 'organiser', 'administrator'),
  'routes/organiser/campaign-new': only('organiser', 'administrator'),
  'routes/organiser/campaign': { open: office },
  'tower-received': { open: office },
  'tower-progress': { open: office },
  'routes/organiser/nominations': { open: office },
  'routes/organiser/letters': { open: ['organiser', 'administrator'], foreign: ['administrator'] },
  'routes/organiser/clarifications': { open: office },
  'routes/organiser/disqualification': { open: office },
  'routes/organiser/phase': { open: office },
  'routes/organiser/opening': only('organiser'),
  'routes/organiser/extension': only('organiser'),
  'routes/organiser/setup': rules,
  'routes/organiser/names': rules,
  'routes/organiser/calendar': rules,
  'routes/organiser/holidays': rules,
  'routes/organiser/regulation': rules,
  'routes/organiser/article': rules,
  'routes/organiser/participation': rules,
  'routes/organiser/complaint-rule': rules,
  'routes/organiser/procedure': rules,
  'routes/organiser/jury': rules,
  'routes/organiser/category': rules,
  'routes/organiser/slots': rules,
  'routes/organiser/rubric': rules,
  'routes/organiser/criteria': rules,
  'routes/organiser/criterion': rules,
  'routes/organiser/scoring': rules,
  'routes/organiser/simulation': rules,
  'routes/organiser/simulation-file': rules,

  'routes/deliberation/layout': { account: true, frameOf: '/fr/deliberation' },
  'routes/deliberation/home': { account: true },
  'routes/deliberation/convene': only('secretariat', 'chair'),
  'routes/deliberation/room': only('secretariat', 'chair', 'auditor'),
  'routes/deliberation/figures': only('secretariat', 'chair', 'auditor'),
  'routes/deliberation/weights': only('secretariat', 'chair', 'auditor'),
  'routes/deliberation/seat': { open: bench },
  'routes/deliberation/attendance': only('secretariat', 'chair', 'auditor'),
  'routes/deliberation/minutes': only('secretariat', 'chair', 'juror', 'recused', 'auditor', 'publisher'),
  'routes/deliberation/dissent': only('juror', 'recused', 'chair'),
  'routes/deliberation/decision': only('chair'),
  // Whoever is recused from a finalist takes no part in the item.
  'routes/deliberation/ballot': only('juror', 'chair'),
  'routes/release/home': { account: true },
  'routes/release/matrix-file': only('auditor'),
  'routes/release/whole-log': only('auditor'),
  'routes/release/trail': only('auditor'),
  'routes/release/release': only('publisher', 'chair', 'auditor'),
}

/** Signed in already, these lead on: nothing is asked twice of whoever is known. */
const LEADS_ON = new Set([
  'routes/account/sign-in',
  'routes/account/register',
  'routes/account/second-factor',
])

/** The verdict expected of a read. */
export function expected(
  id: string,
  row: Row,
  role: Role,
  kind: 'own' | 'foreign' | 'absent' | 'malformed',
): string {
  if (row.writesOnly) return 'refused'
  if (row.anyone) return role !== 'anonymous' && LEADS_ON.has(id) ? 'moved' : row.anyone
  if (row.published) return kind === 'own' ? 'open' : 'hidden'
  if (role === 'anonymous') return 'sign-in'
  if (row.account) return LEADS_ON.has(id) ? 'moved' : 'open'
  if (kind === 'malformed') return 'hidden'
  const otherwise = row.otherwise ?? 'hidden'
  const isIn = row.open?.includes(role) === true || row.moved?.includes(role) === true
  if (kind !== 'own')
    return kind === 'foreign' && row.foreign?.includes(role) ? 'open' : isIn ? 'hidden' : otherwise
  if (row.moved?.includes(role)) return 'moved'
  return isIn ? 'open' : otherwise
}
