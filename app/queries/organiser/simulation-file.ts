import type { Actor } from '#app/domain/access/actor.ts'
import { textIn } from '#app/domain/kernel/localized.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Outcome } from './simulation-outcome.ts'
import { weightSimulation } from './weight-simulation.ts'

const HEADER = [
  ...['edition', 'synthetic', 'weights', 'criterion', 'weight', 'from', 'to', 'first'],
  ...['radius', 'challenger'],
]

/**
 * Who comes first along the weight of each criterion, as exact shares, in CSV; and with each set of weights the share that
 * must pass between criteria, all together, before somebody draws level, which is empty where nobody can.
 */
export async function simulationFile(
  ctx: Context,
  actor: Actor,
  asked: Parameters<typeof weightSimulation>[2],
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const page = await weightSimulation(ctx, actor, asked)
  if (!page.ok) return page
  const { source, draft, typed } = page.value
  const names = new Map(
    source?.competitors.map(({ key, laureate }) => [key, laureate && textIn(laureate.title, 'fr')?.text]),
  )
  const nameOf = (key: string): string => names.get(key) ?? `#${key}`
  const rowsOf = (set: string, outcome: Outcome | null | undefined) =>
    (outcome?.criteria ?? []).flatMap(({ code, now, intervals }) =>
      intervals.map(({ from, to, first }) => [
        ...[source?.year ?? null, source?.synthetic === true ? 'yes' : 'no', set, code, now.exact],
        ...[from.exact, to.exact, first.map(nameOf).join(' | ')],
        ...[outcome?.radius?.moved.exact ?? null, outcome?.radius ? nameOf(outcome.radius.challenger) : null],
      ]),
    )
  const rows = [...rowsOf('rubric', draft.outcome), ...rowsOf('typed', typed?.outcome)]
  const parts: Uint8Array[] = []
  for await (const part of ctx.workbook.csv(HEADER, rows)) parts.push(part)
  return ok({ name: 'weights.csv', bytes: Buffer.concat(parts) })
}
