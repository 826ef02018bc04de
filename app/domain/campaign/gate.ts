import { blocker } from './blocker.ts'
import { regulationProblems } from './regulation-check.ts'
import type { Instant } from '../kernel/instant.ts'
import type { OffsetAt } from '../kernel/working-days.ts'
import type { Blocker } from './blocker.ts'
import type { GateName } from './phase.ts'
import type { Regulation } from './regulation.ts'

/** A nomination named by a blocker. */
export type NamedFile = { readonly id: string; readonly reference: string }

export type OpeningFacts = {
  readonly regulation: Regulation
  readonly signed: boolean
  readonly now: Instant
  readonly offsetAt: OffsetAt
}
export type ClosingFacts = { readonly closesAt: Instant; readonly now: Instant }
export type EvaluationFacts = {
  readonly undecided: readonly NamedFile[]
  readonly openCompletions: readonly NamedFile[]
  readonly openAppeals: readonly NamedFile[]
  /** Codes of seats of jurors and chair nobody has accepted. */
  readonly vacantSeats: readonly string[]
  readonly undeclared: readonly Omit<SheetsOf, 'member'>[]
  readonly missingReaders: readonly (NamedFile & { readonly missing: number })[]
  readonly evaluationOpens: Instant
  readonly now: Instant
}
/** How many sheets or declarations a member owes, and of which files. */
type SheetsOf = Readonly<{ seatId: string; member: string; count: number; files: readonly string[] }>
export type SheetsFacts = {
  readonly unsealed: readonly SheetsOf[]
  readonly belowMinimum: readonly (NamedFile & { readonly sheets: number; readonly minimum: number })[]
  /** Files that the chair sent to the plenary, with the reason recorded; their sheets are not among the unsealed. */
  readonly sentToPlenary: readonly NamedFile[]
  /** After the evaluation nobody answers an appeal any more, and what it admits could not be scored. */
  readonly openAppeals: readonly NamedFile[]
  /** Refused files that nobody has appealed for yet, and until when their signatory may. */
  readonly appealWindows: readonly (NamedFile & { readonly until: Instant })[]
  readonly evaluationCloses: Instant
  readonly now: Instant
}
type SheetsOwed = Pick<SheetsFacts, 'unsealed' | 'belowMinimum' | 'sentToPlenary'>
export type HearingsFacts = {
  readonly unrecorded: readonly NamedFile[]
  /** The sheets of the second round, where the presentations are one; null where they are heard only. */
  readonly secondRound: SheetsOwed | null
}
export type FinalisationFacts = {
  readonly undecidedSlots: readonly { readonly id: string; readonly category: string }[]
  readonly unbrokenTies: readonly { readonly category: string; readonly count: number }[]
  readonly openSessions: readonly string[]
  readonly unsignedMinutes: readonly { readonly sessionId: string; readonly missing: number }[]
  readonly openCorrections: readonly NamedFile[]
  /** The SQL tally equals the domain's result to the last digit. */
  readonly shadowTallyEqual: boolean
  readonly releaseAt: Instant | null
  /** Distinct accounts that approved the release. */
  readonly approvers: readonly string[]
}
export type ReleaseFacts = FinalisationFacts & { readonly now: Instant }
export type ArchivingFacts = {
  readonly openComplaints: number
  readonly complaintWindowEnds: Instant
  readonly now: Instant
}

/** The facts each gate asks for, and no other. */
export type GateFacts = {
  readonly opening: OpeningFacts
  readonly closing: ClosingFacts
  readonly evaluation: EvaluationFacts
  readonly sheets: SheetsFacts
  readonly hearings: HearingsFacts
  readonly finalisation: FinalisationFacts
  readonly release: ReleaseFacts
  readonly archiving: ArchivingFacts
}
type Gate<G extends GateName> = (facts: GateFacts[G]) => readonly Blocker[]

const when = (stands: boolean, make: () => Blocker): readonly Blocker[] => (stands ? [make()] : [])

const opening: Gate<'opening'> = (facts) => [
  ...regulationProblems(facts.regulation, facts.offsetAt),
  ...when(!facts.signed, () => blocker('regulation-unsigned', 'regulation')),
  ...when(facts.now >= facts.regulation.calendar.nominationsClose, () =>
    blocker('closing-in-the-past', 'calendar'),
  ),
]

const closing: Gate<'closing'> = ({ closesAt, now }) =>
  when(now < closesAt, () => blocker('deadline-not-reached', 'calendar', { closesAt }))

const appealed = ({ openAppeals }: Pick<EvaluationFacts, 'openAppeals'>): readonly Blocker[] =>
  openAppeals.map(({ id, reference }) => blocker('appeal-open', 'appeal', { reference }, id))

const evaluation: Gate<'evaluation'> = (facts) => [
  ...facts.undecided.map(({ id, reference }) => blocker('file-undecided', 'nomination', { reference }, id)),
  ...facts.openCompletions.map((file) =>
    blocker('completion-open', 'completion', { reference: file.reference }, file.id),
  ),
  ...appealed(facts),
  ...facts.vacantSeats.map((seat) => blocker('seat-vacant', 'seats', { seat }, seat)),
  ...facts.undeclared.map(({ seatId, count }) => blocker('interests-undeclared', 'seats', { count }, seatId)),
  ...facts.missingReaders.map(({ id, reference, missing }) =>
    blocker('readers-missing', 'assignment', { reference, count: missing }, id),
  ),
  ...when(facts.now < facts.evaluationOpens, () =>
    blocker('evaluation-not-due', 'calendar', { evaluationOpens: facts.evaluationOpens }),
  ),
]

const among = (files: readonly NamedFile[], { id }: NamedFile): boolean => files.some((one) => one.id === id)

/** A file below its minimum waits until it is sent; one that was sent and reached it waits until that is taken back. */
const sheetsOwed = ({ unsealed, belowMinimum, sentToPlenary }: SheetsOwed): readonly Blocker[] => [
  ...unsealed.map(({ seatId, member, count }) =>
    blocker('sheets-unsealed', 'scoring-progress', { member, count }, seatId),
  ),
  ...belowMinimum
    .filter((file) => !among(sentToPlenary, file))
    .map(({ id, reference, sheets: count, minimum }) =>
      blocker('below-minimum-sheets', 'assignment', { reference, count, minimum }, id),
    ),
  ...sentToPlenary
    .filter((file) => !among(belowMinimum, file))
    .map(({ id, reference }) => blocker('plenary-needless', 'scoring-progress', { reference }, id)),
]

const sheets: Gate<'sheets'> = (facts) => [
  ...when(facts.now < facts.evaluationCloses && facts.unsealed.length > 0, () =>
    blocker('evaluation-still-open', 'calendar', { evaluationCloses: facts.evaluationCloses }),
  ),
  ...sheetsOwed(facts),
  ...appealed(facts),
  // The letter promises a window: the phase in which it can be used does not end before it.
  ...facts.appealWindows
    .filter(({ until }) => facts.now < until)
    .map(({ id, reference, until }) => blocker('appeal-window-open', 'appeal', { reference, until }, id)),
]

const hearings: Gate<'hearings'> = ({ unrecorded, secondRound }) => [
  ...unrecorded.map((file) =>
    blocker('presentation-unrecorded', 'presentations', { reference: file.reference }, file.id),
  ),
  ...(secondRound === null ? [] : sheetsOwed(secondRound)),
]

const finalisation: Gate<'finalisation'> = (facts) => [
  ...facts.undecidedSlots.map(({ id, category }) =>
    blocker('slot-undecided', 'session', { category, slot: id }, id),
  ),
  ...facts.unbrokenTies.map(({ category, count }) =>
    blocker('tie-unbroken', 'ranking', { category, count }, category),
  ),
  ...facts.openSessions.map((id) => blocker('session-open', 'session', {}, id)),
  ...facts.unsignedMinutes.map(({ sessionId, missing }) =>
    blocker('minutes-unsigned', 'minutes', { count: missing }, sessionId),
  ),
  ...facts.openCorrections.map((file) =>
    blocker('correction-open', 'nomination', { reference: file.reference }, file.id),
  ),
  ...when(!facts.shadowTallyEqual, () => blocker('tally-differs', 'ranking')),
  ...when(facts.releaseAt === null, () => blocker('release-unscheduled', 'release')),
  ...when(new Set(facts.approvers).size < 2, () =>
    blocker('second-approver-missing', 'release', { count: new Set(facts.approvers).size }),
  ),
]

const release: Gate<'release'> = (facts) => [
  ...finalisation(facts),
  ...when(facts.releaseAt !== null && facts.now < facts.releaseAt, () =>
    blocker('embargo-not-over', 'release', { releaseAt: facts.releaseAt ?? 0 }),
  ),
]

const archiving: Gate<'archiving'> = (facts) => [
  ...when(facts.openComplaints > 0, () =>
    blocker('complaints-open', 'complaints', { count: facts.openComplaints }),
  ),
  ...when(facts.now < facts.complaintWindowEnds, () =>
    blocker('complaint-window-open', 'complaints', { until: facts.complaintWindowEnds }),
  ),
]

const GATES: { readonly [G in GateName]: Gate<G> } = {
  opening,
  closing,
  evaluation,
  sheets,
  hearings,
  finalisation,
  release,
  archiving,
}

/** Everything that blocks a transition, each with the place where it is mended; an empty list lets it pass. */
export const blockersAt = <G extends GateName>(gate: G, facts: GateFacts[G]): readonly Blocker[] =>
  GATES[gate](facts)
