import { isReleased } from '../campaign/phase.ts'
import { bodiesOf } from './own-files.ts'
import { handsIn, separationBreach } from './separation.ts'
import { rolesOf } from './policy.ts'
import type { Phase } from '../campaign/phase.ts'
import type { Actor } from './actor.ts'
import type { Role } from './rule.ts'

/** What a screen lists. `sheet` is content (levels, comments); `progress` only sealed, started or late. */
export const THINGS = [
  'campaign',
  'nomination',
  'dossier',
  'evidence',
  'screening',
  'sheet',
  'progress',
  'ranking',
  'session',
  'laureate',
  'complaint',
  'person',
  'audit',
  'notice',
  'document',
] as const
export type Thing = (typeof THINGS)[number]

/**
 * Which rows of a thing a role may see. `hideRecusedOf` takes away the nominations from which that person is
 * recused, in lists, counts, exports and search alike (product.md section 8), `hideFilesOf` those of the bodies that
 * they act for (`own-files.ts`).
 */
export type Scope =
  | { readonly kind: 'none' }
  | { readonly kind: 'public'; readonly campaignId: string | null }
  | { readonly kind: 'own'; readonly personId: string }
  | { readonly kind: 'own-administrations'; readonly ids: readonly string[] }
  | {
      readonly kind: 'assigned'
      readonly seatId: string
      readonly campaignId: string
      readonly hideRecusedOf: string
    }
  | {
      readonly kind: 'campaign'
      readonly campaignId: string
      readonly hideRecusedOf: string | null
      readonly hideFilesOf: readonly string[]
    }
  | { readonly kind: 'installation' }

const NONE: Scope = { kind: 'none' }
export type VisibilityFacts = {
  readonly campaignId: string | null
  readonly phase: Phase | null
  readonly evaluationClosed?: boolean
}
type View = {
  readonly actor: Actor
  readonly campaignId: string
  readonly phase: Phase
  readonly evaluationClosed: boolean
}

const whole = ({ actor, campaignId }: View): Extract<Scope, { kind: 'campaign' }> => ({
  kind: 'campaign',
  campaignId,
  hideRecusedOf: actor.personId,
  hideFilesOf: bodiesOf(actor),
})
const own = ({ actor }: View): Scope => ({ kind: 'own', personId: actor.personId })
const administrations = ({ actor }: View): Scope => ({
  kind: 'own-administrations',
  ids: bodiesOf(actor),
})
function assigned({ actor, campaignId }: View): Scope {
  const seat = actor.seats.find((held) => held.accepted && held.campaignId === campaignId)
  return seat === undefined
    ? NONE
    : { kind: 'assigned', seatId: seat.seatId, campaignId, hideRecusedOf: actor.personId }
}
const during =
  (phases: readonly Phase[], scope: (view: View) => Scope) =>
  (view: View): Scope =>
    phases.includes(view.phase) ? scope(view) : NONE
/** Who audits is recused from nothing, and every reading is itself logged; of their own bodies' files the lists are silent. */
const audited = (view: View): Scope => ({ ...whole(view), hideRecusedOf: null })

type Row = Partial<Readonly<Record<Thing, (view: View) => Scope>>>
const applicant: Row = {
  nomination: administrations,
  dossier: administrations,
  evidence: administrations,
  document: administrations,
  complaint: administrations,
}
const READING: readonly Phase[] = ['evaluation', 'presentations', 'deliberation']
const MEETING: readonly Phase[] = ['deliberation']
const AFTER_MEETING: readonly Phase[] = ['deliberation', 'embargo', 'published', 'archived']
const RELEASED: readonly Phase[] = ['published', 'archived']
const closedOnly =
  (scope: (view: View) => Scope) =>
  (view: View): Scope =>
    view.evaluationClosed ? scope(view) : NONE

const juror: Row = {
  nomination: during(['screening', ...READING], assigned),
  dossier: (view) => (view.phase === 'deliberation' ? whole(view) : during(READING, assigned)(view)),
  evidence: (view) => (view.phase === 'deliberation' ? whole(view) : during(READING, assigned)(view)),
  sheet: during([...READING, 'embargo', ...RELEASED], assigned),
  ranking: during(AFTER_MEETING, whole),
  session: during(MEETING, whole),
}
const chair: Row = {
  nomination: during(['screening', ...READING, 'embargo'], whole),
  dossier: during(READING, whole),
  evidence: during(READING, whole),
  progress: during([...READING, 'embargo', ...RELEASED], whole),
  ranking: closedOnly(during([...READING, 'embargo', ...RELEASED], whole)),
  session: during(AFTER_MEETING, whole),
}
const office: Row = {
  campaign: whole,
  nomination: whole,
  screening: whole,
  progress: whole,
  complaint: whole,
}

/** What each role sees of each thing. An absent cell is nothing. */
const VISIBLE: Readonly<Record<Role, Row>> = {
  public: {},
  account: { notice: own, document: own, complaint: own, person: own },
  editor: applicant,
  signatory: applicant,
  secretariat: {
    ...office,
    dossier: whole,
    evidence: whole,
    document: whole,
    session: during(AFTER_MEETING, whole),
  },
  organiser: { ...office, sheet: during(RELEASED, whole), ranking: during(RELEASED, whole) },
  juror,
  chair,
  deputy: chair,
  expert: {
    nomination: during(['screening', ...READING], assigned),
    dossier: during(READING, assigned),
    evidence: during(READING, assigned),
    session: during(MEETING, whole),
  },
  publisher: {
    session: during(AFTER_MEETING, audited),
    laureate: during(AFTER_MEETING, audited),
    ranking: during(RELEASED, audited),
  },
  auditor: {
    campaign: audited,
    nomination: audited,
    dossier: audited,
    evidence: audited,
    screening: audited,
    progress: audited,
    sheet: during(AFTER_MEETING, audited),
    ranking: during(AFTER_MEETING, audited),
    session: audited,
    laureate: audited,
    complaint: audited,
    audit: audited,
    document: audited,
  },
  administrator: { person: () => ({ kind: 'installation' }) },
  system: {},
}

const publicScope = (thing: Thing, { campaignId, phase }: VisibilityFacts): Scope => {
  if (thing === 'campaign') return { kind: 'public', campaignId }
  if (thing === 'laureate') return phase !== null && isReleased(phase) ? { kind: 'public', campaignId } : NONE
  return NONE
}

/**
 * The scope in which somebody who acts in `role` sees a thing (architecture.md law 7). Nothing, when they do not
 * hold the role, when the phase hides it, or when they hold two separate hands.
 */
export function visible(actor: Actor | null, role: Role, thing: Thing, facts: VisibilityFacts): Scope {
  const { campaignId, phase } = facts
  if (role === 'public') return publicScope(thing, facts)
  if (actor === null || !rolesOf(actor, { campaignId, phase }).has(role)) return NONE
  const show = VISIBLE[role][thing]
  if (show === undefined) return publicScope(thing, facts)
  if (role === 'administrator' || role === 'account' || role === 'editor' || role === 'signatory') {
    return show({ actor, campaignId: campaignId ?? '', phase: phase ?? 'archived', evaluationClosed: false })
  }
  if (campaignId === null || phase === null || !actor.secondFactor) return NONE
  if (separationBreach(handsIn(actor, campaignId)) !== null) return NONE
  return show({ actor, campaignId, phase, evaluationClosed: facts.evaluationClosed === true })
}
