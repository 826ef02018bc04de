import { loadFlagFacts, loadFlagReader } from '#app/adapters/db/flag-facts.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Flag, FlagFacts, FlagGround } from '#app/domain/deliberation/flag.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

export type MyFlag = {
  readonly campaignId: string
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  /** The reader's own flags, the open one first. Another juror's is never among them. */
  readonly own: readonly {
    readonly ground: FlagGround
    readonly text: string
    readonly state: Flag['state']
    readonly raisedAt: Instant
    readonly endedAt: Instant | null
  }[]
  /** Why nothing can be raised or withdrawn now. */
  readonly held: 'vote-open' | 'already-awarded' | 'category-decided' | null
}

function heldBy({ isVoted, isAwarded, isCategoryDecided }: FlagFacts): MyFlag['held'] {
  if (isVoted) return 'vote-open'
  if (isAwarded) return 'already-awarded'
  return isCategoryDecided ? 'category-decided' : null
}

const openFirst = (a: Flag, b: Flag): number => Number(b.state === 'open') - Number(a.state === 'open')

/** The reader's own flags on one file. A file that is hidden, foreign or out of the competition does not exist here. */
export const myFlag = (ctx: Context, actor: Actor, nominationId: string): Promise<Result<MyFlag>> =>
  readAs(ctx.db.office, actor.personId, async (tx): Promise<Result<MyFlag>> => {
    const found = await loadNomination(tx, nominationId, 'read')
    const reader = await loadFlagReader(tx, actor.personId, nominationId)
    if (found?.nomination.state !== 'admissible' || !reader || reader.recused) return refuse('not-found')
    const { seatId, ...access } = reader
    const { id: campaignId, phase } = found.campaign
    if (!decide(actor, 'flag.raise', { ...access, campaignId, phase }).ok) return refuse('not-found')
    const facts = await loadFlagFacts(tx, found.nomination, seatId)
    const own = facts.flags.filter((one) => one.seatId === seatId).sort(openFirst)
    return ok({
      ...{ campaignId, nominationId, reference: found.nomination.reference, title: found.nomination.title },
      own: own.map(({ ground, text, state, raisedAt, endedAt }) => ({
        ground,
        text,
        state,
        raisedAt,
        endedAt,
      })),
      held: heldBy(facts),
    })
  })
