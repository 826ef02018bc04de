import { type AssignmentFacts, loadAssignmentFacts } from '#app/adapters/db/assignments.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { newestProposal } from '#app/adapters/db/proposals.ts'
import { filesActedFor } from '#app/adapters/db/own-files.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { loadsOf, missingReaders, type Pair, pairKey } from '#app/domain/jury/assignment.ts'
import { onShortlist, readingRound, readingsApart, readsAgain } from '#app/domain/jury/reading-round.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import {
  type MeetingsView,
  meetingsView,
  proposalView,
  type ProposalView,
  proposedPairs,
  speaksOf,
} from './proposal-view.ts'
import { decodeCursor, PAGE_SIZE, type Page, pageOf } from '../page.ts'

export type AssignmentReader = {
  readonly seatId: string
  readonly name: string
  readonly load: number
  readonly loadLimit: number
  /** Files that the proposal would add. */
  readonly added: number
}
export type AssignmentFile = {
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  readonly lacking: number
  /** Of its readers, as they are shown. */
  readonly version: number
  readonly readers: readonly { readonly seatId: string; readonly done: boolean }[]
  readonly proposed: readonly string[]
}
export type AssignmentPage = {
  readonly campaignId: string
  readonly campaign: Localized
  readonly readersPerNomination: number
  readonly files: number
  readonly missing: number
  readonly readers: readonly AssignmentReader[]
  readonly page: Page<AssignmentFile>
  readonly proposal: ProposalView | null
  readonly meetings: MeetingsView
  /** The readers of the second of two rounds are shown, on its shortlist alone. */
  readonly isSecondRound: boolean
  readonly can: { readonly propose: boolean; readonly confirm: boolean; readonly move: boolean }
  /** Files of bodies that the reader acts for are left out. */
  readonly hidesOwn: boolean
}

/** Names of the seats in the order of their codes, references of all files. */
async function namesOf(tx: Tx, campaignId: string) {
  const people = await tx.seat.findMany({
    where: { campaignId, role: 'juror', state: 'accepted' },
    select: { id: true, code: true, person: { select: { name: true } } },
    orderBy: { code: 'asc' },
  })
  const files = await tx.nomination.findMany({
    where: { campaignId, state: 'admissible' },
    select: { id: true, reference: true },
  })
  return {
    people: new Map(people.map((seat) => [seat.id, seat.person?.name ?? seat.code])),
    references: new Map(files.map(({ id, reference }) => [id, reference])),
  }
}

function readersOf(
  facts: Pick<AssignmentFacts, 'done' | 'assigned'>,
  nominationId: string,
): AssignmentFile['readers'] {
  const done = new Set(facts.done.map(pairKey))
  return facts.assigned
    .filter((pair) => pair.nominationId === nominationId)
    .map((pair) => ({ seatId: pair.seatId, done: done.has(pairKey(pair)) }))
}

/** Whoever may read, in the order of their seats, with what they have and would have. */
function loadsShown(
  { problem, assigned }: AssignmentFacts,
  proposed: readonly Pair[],
  people: ReadonlyMap<string, string>,
): readonly AssignmentReader[] {
  const [loads, added] = [loadsOf(problem.readers, assigned), loadsOf(problem.readers, proposed)]
  const limits = new Map(problem.readers.map((reader) => [reader.seatId, reader.loadLimit]))
  return [...people].flatMap(([seatId, name]) => {
    const loadLimit = limits.get(seatId)
    if (loadLimit === undefined) return []
    return [{ seatId, name, load: loads.get(seatId) ?? 0, loadLimit, added: added.get(seatId) ?? 0 }]
  })
}

/** What the page is about: the whole award, or while the second of two rounds runs, its shortlist. */
function shownOf(facts: AssignmentFacts): AssignmentFacts & { readonly isSecondRound: boolean } {
  const isSecondRound = readsAgain(facts)
  const { shortlist } = facts
  return { ...facts, ...(shortlist && isSecondRound ? onShortlist(facts, shortlist) : {}), isSecondRound }
}

function rightsOf(actor: Actor, facts: AssignmentFacts, isWholeSeen: boolean): AssignmentPage['can'] {
  const access = { campaignId: facts.campaignId, phase: facts.phase }
  return {
    propose: decide(actor, 'assignment.propose', access).ok,
    confirm: decide(actor, 'assignment.confirm', access).ok && isWholeSeen,
    // In the presentations nobody reads but where they are a second round. A clerk's own recusals speak at the act.
    move: decide(actor, 'assignment.move', { ...access, recused: false }).ok && readingRound(facts, null).ok,
  }
}

/**
 * Who reads what, how even the loads are, and where readers lack. Nothing of a file for whose bodies the reader acts: not in
 * a load, a meeting of jurors or a total, from which the rest of the page would give it back.
 */
export const assignmentPage = (
  ctx: Context,
  actor: Actor,
  input: { readonly campaignId: string; readonly after: string | null },
): Promise<Result<AssignmentPage>> =>
  readAs(ctx.db.office, actor.personId, async (tx): Promise<Result<AssignmentPage>> => {
    const { campaignId } = input
    const loaded = await loadAssignmentFacts(tx, campaignId, false)
    if (!loaded) return refuse('not-found')
    const access = { campaignId, phase: loaded.phase }
    const permit = decide(actor, 'assignment.read', access)
    if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : permit
    const hidden = new Set(await filesActedFor(tx, actor, campaignId))
    const facts = shownOf({ ...loaded, ...readingsApart(loaded, hidden) })
    const names = await namesOf(tx, campaignId)
    // A proposal is of the first round: the second has the same readers, but for those who are changed by hand.
    const newest = facts.isSecondRound ? null : await newestProposal(tx, campaignId)
    const proposed = proposedPairs(newest).filter(({ nominationId }) => !hidden.has(nominationId))
    const proposedOf = Map.groupBy(proposed, (pair) => pair.nominationId)
    const rows = await tx.nomination.findMany({
      where: {
        id: { notIn: [...hidden] },
        ...{ campaignId, state: 'admissible', reference: { gt: decodeCursor(input.after)?.value ?? '' } },
        ...(facts.isSecondRound ? { shortlisted: { isNot: null } } : {}),
      },
      select: { id: true, reference: true, title: true },
      orderBy: { reference: 'asc' },
      take: PAGE_SIZE + 1,
    })
    const lacking = new Map(
      missingReaders(facts.problem, facts.assigned).map((one) => [one.nominationId, one.lacking]),
    )
    const page = pageOf(rows, (row) => ({ value: row.reference, id: row.id }))
    return ok({
      campaignId,
      campaign: facts.campaignName,
      readersPerNomination: facts.problem.readersPerNomination,
      files: facts.problem.nominations.length,
      missing: [...lacking.values()].reduce((total, count) => total + count, 0),
      readers: loadsShown(facts, proposed, names.people),
      page: {
        next: page.next,
        rows: page.rows.map(({ id, reference, title }) => ({
          nominationId: id,
          reference,
          title: title as Localized,
          lacking: lacking.get(id) ?? 0,
          version: facts.changes.get(id) ?? 0,
          readers: readersOf(facts, id),
          proposed: (proposedOf.get(id) ?? []).map(({ seatId }) => seatId),
        })),
      },
      proposal: newest && proposalView(newest, names, hidden),
      meetings: meetingsView(facts, proposed, names),
      isSecondRound: facts.isSecondRound,
      hidesOwn: hidden.size > 0,
      can: rightsOf(actor, loaded, !speaksOf(newest, hidden)),
    })
  })
