import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { type Prize, prizesOf } from './prizes.ts'
import type { PublishedEdition } from './published.ts'

export type LaureateScreen = {
  readonly prize: Prize
  readonly edition: PublishedEdition
  readonly sharedWith: readonly Prize[]
}

/** One distinction by its permanent address. Everything comes from the published snapshot, or there is no page. */
export function laureateScreen(
  editions: readonly PublishedEdition[],
  nominationId: string,
): Result<LaureateScreen, 'not-found'> {
  for (const edition of editions) {
    const prizes = prizesOf(edition)
    const prize = prizes.find(({ winner }) => winner?.nominationId === nominationId)
    if (!prize) continue
    const beside = (one: Prize): boolean =>
      one !== prize &&
      one.winner !== null &&
      one.category.code === prize.category.code &&
      one.slot.code === prize.slot.code
    return ok({ prize, edition, sharedWith: prizes.filter(beside) })
  }
  return refuse('not-found')
}
