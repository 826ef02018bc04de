import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Context } from '#app/services/context.ts'

/** The database's clock when the request arrived: the first statement of an act with a deadline. */
export const arrivedAt = (ctx: Context): Promise<Instant> => awardNow(ctx.db.applicant)
