import type { DbRole, Tx } from '#app/adapters/db/client.server.ts'
import { appendEntries } from '#app/adapters/db/audit.ts'
import { oweNotices } from '#app/adapters/db/notices.ts'
import { inTransaction } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import type { NoticeDraft } from '#app/domain/notice/draft.ts'
import type { Context } from './context.ts'

/** What every act leaves behind besides its rows (law 5: row, audit entry and outbox message are one transaction). */
export type Trace = { readonly entries: readonly EntryDraft[]; readonly notices: readonly NoticeDraft[] }
export type Act<T> = T & Trace

export type Unit = { readonly tx: Tx; readonly now: Instant }

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
    await appendEntries(tx, result.value.entries, { actor, role: as.role, now, sha256: ctx.crypto.sha256 })
    await oweNotices(tx, ctx.ids, result.value.notices, now)
    return result
  })
