import { endAssignment, insertAssignments } from '#app/adapters/db/assignment-rows.ts'
import { loadAssignmentFacts } from '#app/adapters/db/assignments.ts'
import { actsForCompetitor } from '#app/adapters/db/own-files.ts'
import { isRecusedPerson } from '#app/adapters/db/recusals.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { type Pair, pairKey } from '#app/domain/jury/assignment.ts'
import { movedEntry } from '#app/domain/jury/move-assignment.ts'
import { readingRound } from '#app/domain/jury/reading-round.ts'
import { replacementsFor } from '#app/domain/jury/replacement.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { readerNotices } from './reader-notices.ts'
import { sheetsOfRound } from './sheets-of-round.ts'

/** The file whose place is passed on, with the version of its readers that the page showed. */
type SeenFile = { readonly nominationId: string; readonly version: number }
export type Replaced = { readonly campaignId: string; readonly files: number }

type Barring = (tx: Tx, personId: string, nominationId: string) => Promise<boolean>

/** Whether one of the files may not be moved by this hand. */
async function isBarredAmong(
  tx: Tx,
  personId: string,
  pairs: readonly Pair[],
  isBarred: Barring,
): Promise<boolean> {
  for (const { nominationId } of pairs) if (await isBarred(tx, personId, nominationId)) return true
  return false
}

/**
 * Gives one file of a juror, or every file not sealed yet, to whoever suits best, all else fixed. Refused: nothing to
 * give away, nobody may take a place, the clerk is recused from one of the files or acts for a
 * body of it, its readers changed after the page
 * was read.
 */
export const replaceJuror = (
  ctx: Context,
  actor: Actor,
  input: { readonly campaignId: string; readonly seatId: string; readonly of: SeenFile | null },
): Promise<Result<Act<Replaced>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }): Promise<Result<Act<Replaced>>> => {
      const { campaignId, seatId, of } = input
      const facts = await loadAssignmentFacts(tx, campaignId, true)
      if (!facts) return refuse('not-found')
      const done = new Set(facts.done.map(pairKey))
      const round = readingRound(facts, of?.nominationId ?? null)
      const left = (round.ok ? round.value.assigned : []).filter(
        (pair) =>
          pair.seatId === seatId &&
          (of === null || pair.nominationId === of.nominationId) &&
          !done.has(pairKey(pair)),
      )
      const recused = await isBarredAmong(tx, actor.personId, left, isRecusedPerson)
      const permit = decide(actor, 'assignment.move', { campaignId, phase: facts.phase, recused })
      if (!permit.ok) return permit
      if (await isBarredAmong(tx, actor.personId, left, actsForCompetitor)) return refuse('actor-conflicted')
      if (!round.ok) return round
      if (of !== null) {
        const version = facts.changes.get(of.nominationId) ?? 0
        if (version !== of.version) return refuse('stale-version', { version })
      }
      const found = replacementsFor(round.value.problem, left)
      if (!found.ok) return found
      for (const pair of left) await endAssignment(tx, pair, now)
      const rows = found.value.map((pair) => ({
        ...pair,
        id: ctx.ids.rowId(),
        explanation: { source: 'replacement' as const },
      }))
      await insertAssignments(tx, rows, { personId: actor.personId, at: now })
      const isSecondRound = round.value.isSecond
      const sheets = await sheetsOfRound(ctx, { tx, now }, { campaignId, isSecondRound, pairs: found.value })
      if (!sheets.ok) return sheets
      const moved = found.value.map(({ nominationId, seatId: to }) =>
        movedEntry(campaignId, nominationId, { from: seatId, to, isSecondRound }),
      )
      return ok({
        campaignId,
        files: found.value.length,
        entries: [...moved, ...sheets.value],
        notices: readerNotices(facts, found.value),
      })
    },
  )
