import type { StoredSettings } from '#app/adapters/db/proposals.ts'
import type { AssignmentProblem } from '#app/domain/jury/assignment.ts'
import { instanceOf, type Numbered } from '#app/domain/jury/instance-of.ts'
import type { ProposalQuestion } from '#app/domain/jury/propose.ts'
import type { Context } from '#app/services/context.ts'

export type Question = {
  readonly numbered: Numbered
  readonly question: ProposalQuestion
  /** SHA-256 over all that the computation reads, the seed left out: it is committed apart. */
  readonly inputHash: string
}

/** The question that panel, pool and settings ask; equal inputs have equal hashes, whatever the order of rows. */
export function questionFor(
  ctx: Pick<Context, 'crypto'>,
  problem: AssignmentProblem,
  asked: { readonly settings: StoredSettings; readonly seed: number },
): Question {
  const numbered = instanceOf(problem, asked.settings)
  const { nominationIds, seatIds, instance, carried } = numbered
  const { objective, capPercent, slack, relax, specialist, newcomers } = asked.settings
  const settings = { objective, capPercent, slack, relax }
  const inputs = [nominationIds, seatIds, instance, carried, settings, specialist, newcomers]
  return {
    numbered,
    question: { instance, carried, settings: { ...settings, seed: asked.seed } },
    inputHash: ctx.crypto.sha256(JSON.stringify(inputs)),
  }
}

/** What is committed before the draw: seed and salt, so that nobody tries seeds until one pleases. */
export const commitmentOf = (ctx: Pick<Context, 'crypto'>, seed: number, salt: string): string =>
  ctx.crypto.sha256(`${seed} ${salt}`)
