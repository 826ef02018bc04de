import { loadAssignmentFacts } from '#app/adapters/db/assignments.ts'
import { filesActedFor } from '#app/adapters/db/own-files.ts'
import { newestProposal } from '#app/adapters/db/proposals.ts'
import { isRecusedPerson } from '#app/adapters/db/recusals.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { pairKey } from '#app/domain/jury/assignment.ts'
import { explainNomination, type WhyNot, type WhyReads } from '#app/domain/jury/explain.ts'
import { onShortlist, readingRound, readingsApart, readsAgain } from '#app/domain/jury/reading-round.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { proposedPairs } from './proposal-view.ts'

export type AssignmentFileWhy = {
  readonly campaignId: string
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  /** Of its readers, as they are shown. */
  readonly version: number
  readonly reads: readonly (WhyReads & { readonly name: string; readonly done: boolean })[]
  readonly others: readonly (WhyNot & { readonly name: string })[]
  /** Its readers are those of the second of two rounds. */
  readonly isSecondRound: boolean
  readonly can: { readonly change: boolean }
}

/** "Why this juror?" and "why not that one?" for every juror of one nomination. */
export const assignmentFile = (
  ctx: Context,
  actor: Actor,
  input: { readonly campaignId: string; readonly nominationId: string },
): Promise<Result<AssignmentFileWhy>> =>
  readAs(ctx.db.office, actor.personId, async (tx): Promise<Result<AssignmentFileWhy>> => {
    const { campaignId, nominationId } = input
    const facts = await loadAssignmentFacts(tx, campaignId, false)
    if (!facts) return refuse('not-found')
    const access = { campaignId, phase: facts.phase }
    const permit = decide(actor, 'assignment.read', access)
    if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : permit
    const file = await tx.nomination.findFirst({
      where: { id: nominationId, campaignId, state: 'admissible' },
      select: { reference: true, title: true },
    })
    const hidden = new Set(await filesActedFor(tx, actor, campaignId))
    if (!file || hidden.has(nominationId)) return refuse('not-found')
    const people = await tx.seat.findMany({
      where: { campaignId, role: 'juror', state: 'accepted' },
      select: { id: true, code: true, person: { select: { name: true } } },
    })
    const names = new Map(people.map((seat) => [seat.id, seat.person?.name ?? seat.code]))
    const nameOf = (seatId: string): string => names.get(seatId) ?? ''
    const done = new Set(facts.done.map(pairKey))
    const recused = await isRecusedPerson(tx, actor.personId, nominationId)
    const { shortlist } = facts
    // A shortlisted file is explained by what the second round reads; any other by what it was read in.
    const isAgain = readsAgain(facts) && shortlist?.has(nominationId) === true
    const round = isAgain ? onShortlist(facts, shortlist) : facts
    // A load that counts a hidden file, less those that are shown, would tell who reads it.
    const { problem, assigned } = readingsApart(round, hidden)
    const proposed = isAgain ? [] : proposedPairs(await newestProposal(tx, campaignId))
    const { reads, others } = explainNomination(
      problem,
      [...assigned, ...proposed.filter((pair) => !hidden.has(pair.nominationId))],
      nominationId,
    )
    return ok({
      campaignId,
      nominationId,
      reference: file.reference,
      title: file.title as Localized,
      version: facts.changes.get(nominationId) ?? 0,
      reads: reads.map((one) => ({
        ...one,
        name: nameOf(one.seatId),
        done: done.has(pairKey({ nominationId, seatId: one.seatId })),
      })),
      others: others.map((one) => ({ ...one, name: nameOf(one.seatId) })),
      isSecondRound: isAgain,
      can: {
        change:
          decide(actor, 'assignment.move', { ...access, recused }).ok && readingRound(facts, nominationId).ok,
      },
    })
  })
