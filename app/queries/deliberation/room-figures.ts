import type { Actor } from '#app/domain/access/actor.ts'
import { type Locale, textIn } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Cell } from '#app/services/ports.ts'
import { deliberationRoom } from './room.ts'

const HEADER = [
  'reference',
  'title',
  'rank',
  'score',
  'first_round',
  'second_round',
  'sheets',
  'interval_90_low',
  'interval_90_high',
  'adjusted',
  'adjusted_error',
  'chance_of_a_place',
  'expected_rank',
  'expected_rank_90_low',
  'expected_rank_90_high',
  'expected_rank_percentile',
  'best_rank_without_one',
  'worst_rank_without_one',
]

/** The figures of one point as a file: what the room shows, no more; jurors are numbered columns. Names in `locale`, that of the page. */
export async function roomFigures(
  ctx: Context,
  actor: Actor,
  sessionId: string,
  itemId: string | null,
  locale: Locale = actor.locale,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const room = await deliberationRoom(ctx, actor, sessionId, itemId)
  if (!room.ok) return room
  const { item } = room.value
  if (item === null) return refuse('not-found')
  const columns = item.advice?.columns ?? []
  const rows = item.lines.map((line): readonly Cell[] => {
    const figures = item.advice?.figures[line.nominationId]
    const at = item.advice?.order.indexOf(line.nominationId) ?? -1
    return [
      line.reference,
      textIn(line.title, locale)?.text ?? '',
      line.rank,
      line.display,
      line.rounds?.first ?? null,
      line.rounds?.second ?? null,
      line.spread.join(' '),
      figures?.official?.low ?? null,
      figures?.official?.high ?? null,
      figures?.adjusted?.value ?? null,
      figures?.adjusted?.se ?? null,
      figures?.chance?.probability ?? null,
      figures?.expected?.rank ?? null,
      figures?.expected?.low ?? null,
      figures?.expected?.high ?? null,
      figures?.expected?.percentile ?? null,
      figures?.best ?? null,
      figures?.worst ?? null,
      ...columns.map(({ ranks }) => ranks[at] ?? null),
    ]
  })
  const header = [...HEADER, ...columns.map((_, at) => `rank_without_juror_${at + 1}`)]
  const parts: Uint8Array[] = []
  for await (const part of ctx.workbook.csv(header, rows)) parts.push(part)
  return ok({ name: `deliberation-${item.category}.csv`, bytes: Buffer.concat(parts) })
}
