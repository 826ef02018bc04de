import { nominationCells } from '#app/adapters/db/tally-cells.ts'
import { storeAdvice, type UnadvisedTally, unadvisedTallies } from '#app/adapters/db/advice.ts'
import { readSheetMarks } from '#app/adapters/db/sheet-marks.ts'
import { readTallyFacts, type TallyFacts } from '#app/adapters/db/tallies.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { adviseCategory } from '#app/domain/advice/advise.ts'
import type { AdviceDocument } from '#app/domain/advice/advice.ts'
import type { AdviceInput, SheetMark } from '#app/domain/advice/rows.ts'
import { categoryRule, type CategoryRule } from '#app/domain/campaign/regulation.ts'
import { parseRational } from '#app/domain/kernel/rational.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { aggregationRule } from '#app/domain/scoring/aggregation-rule.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

/** Columns in an order drawn at random: "juror 3" says nothing of a seat. */
function shuffledSeats(ctx: Pick<Context, 'crypto'>, seatIds: readonly string[]): readonly string[] {
  const drawn = seatIds.map((seatId) => ({
    seatId,
    key: Buffer.from(ctx.crypto.randomBytes(16)).toString('hex'),
  }))
  return drawn.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ seatId }) => seatId)
}

/** The first 32 bits of the tally's hash: logged with it, and nobody's choice. */
const seedOf = (hash: string): number => Number.parseInt(hash.slice(0, 8), 16)

/** The prizes whose advisory threshold a sheet may be held against. */
const prizesOf = (rule: CategoryRule | undefined): AdviceInput['prizes'] =>
  (rule?.slots ?? []).flatMap(({ code, advisoryThreshold }) => {
    const threshold = advisoryThreshold === null ? null : parseRational(advisoryThreshold)
    return threshold?.ok ? [{ code, threshold: threshold.value }] : []
  })

function adviceOf(
  ctx: Pick<Context, 'crypto'>,
  tally: UnadvisedTally,
  facts: TallyFacts,
  marks: readonly SheetMark[],
): Result<AdviceDocument> {
  const { category } = tally.document
  const rule = aggregationRule(facts.regulation, category)
  if (!rule.ok) return rule
  const found = facts.categories.find(({ code }) => code === category)
  if (!found) return refuse('category-unknown', { category })
  const cells = nominationCells(facts, found)
  if (!cells.ok) return cells
  const nominations = cells.value
  const rules = categoryRule(facts.regulation, category)
  const seats = new Set(nominations.flatMap((one) => one.cells.map((cell) => cell.seatId)))
  return ok(
    adviseCategory({
      category,
      rule: rule.value,
      decimals: facts.regulation.scoring.decimals,
      ...{ nominations, marks },
      prizes: prizesOf(rules),
      places: Math.max(1, rules?.slots.length ?? 1),
      columns: shuffledSeats(ctx, [...seats]),
      seed: seedOf(tally.hash),
    }),
  )
}

const store = (
  ctx: Context,
  tally: UnadvisedTally,
  document: AdviceDocument,
): Promise<Result<Act<object>, 'already-advised'>> =>
  run<Act<object>, 'already-advised'>(
    ctx,
    SYSTEM_ACTOR,
    { db: 'office', role: 'system' },
    async ({ tx, now }) => {
      if (!(await storeAdvice(tx, { tallyId: tally.tallyId, document, at: now })))
        return refuse('already-advised')
      const entry = {
        act: 'adviceComputed' as const,
        subject: { type: 'category', id: tally.categoryId },
        campaignId: tally.campaignId,
        facts: { tally: tally.hash, seed: document.seed },
      }
      return ok({ entries: [entry], notices: [] })
    },
  )

/**
 * The timed act that makes the advisory figures of every tally that lacks them, outside any lock and away from requests: they
 * decide nothing. Gives back how many were made.
 */
export async function adviseJury(ctx: Context): Promise<number> {
  let made = 0
  for (const tally of await unadvisedTallies(ctx.db.office)) {
    const [facts, marks] = await readAs(ctx.db.office, SYSTEM_ACTOR.personId, async (tx) => [
      await readTallyFacts(tx, tally.campaignId),
      await readSheetMarks(tx, tally.categoryId),
    ])
    const advice = facts && adviceOf(ctx, tally, facts, marks)
    if (!advice?.ok) ctx.log.error({ tallyId: tally.tallyId, reason: advice?.reason }, 'no advisory figures')
    else if ((await store(ctx, tally, advice.value)).ok) made += 1
  }
  return made
}
