import type { DbRole, Tx } from '#app/adapters/db/client.server.ts'
import { appendEntries } from '#app/adapters/db/audit.ts'
import { oweNotices } from '#app/adapters/db/notices.ts'
import { inTransaction } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Role } from '#app/domain/access/rule.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Refusal, Result } from '#app/domain/kernel/result.ts'
import type { NoticeDraft } from '#app/domain/notice/draft.ts'
import { makeCheckpoint } from './checkpoint.ts'
import type { Context } from './context.ts'

/** What every act leaves behind besides its rows (law 5: row, audit entry and outbox message are one transaction). */
export type Trace = {
  readonly entries: readonly EntryDraft[]
  readonly notices: readonly NoticeDraft[]
  /** The hand that acted, where more than one may and only the permit inside the unit says which. */
  readonly actedAs?: Role
}
export type Act<T> = T & Trace

export type Unit = { readonly tx: Tx; readonly now: Instant }

/** The checkpoint of a phase is made in the transaction that changes it (section 7.2 of the scoring rules). */
const isTurn = ({ act }: EntryDraft): boolean => act === 'phaseChanged'

/**
 * One act from start to end: opens the transaction under the database role, hands over the one clock, and, when the
 * work is ok, writes its audit entries and notices before the commit. A refusal leaves no trace at all.
 * `role` is the hand that acts, for the audit entry.
 */
export const run = <T extends Trace, R extends string>(
  ctx: Context,
  actor: Actor,
  as: { readonly db: Exclude<DbRole, 'public'>; readonly role: string },
  work: (unit: Unit) => Promise<Result<T, R>>,
): Promise<Result<T, R>> =>
  inTransaction(ctx.db[as.db], actor.personId, async (tx, now) => {
    const result = await work({ tx, now })
    if (!result.ok) return result
    const { entries, notices } = result.value
    await oweNotices(tx, ctx.ids, notices, now)
    await appendEntries(tx, entries, {
      actor,
      role: result.value.actedAs ?? as.role,
      now,
      crypto: ctx.crypto,
    })
    const turn = entries.find(isTurn)
    if (!turn) return result
    const sealed = await makeCheckpoint({ tx, now }, ctx, { cause: 'phase', campaignId: turn.campaignId })
    return sealed.ok ? result : (sealed as Refusal<R>)
  })
