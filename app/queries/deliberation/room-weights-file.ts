import type { Actor } from '#app/domain/access/actor.ts'
import { type Locale, textIn } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { deliberationRoom } from './room.ts'

const HEADER = ['category', 'criterion', 'weight', 'from', 'to', 'first', 'radius', 'challenger']

/**
 * Who comes first along the weight of each criterion, and how much weight must pass between criteria before another
 * draws level: exact shares, what the room shows and no more. Names in `locale`, that of the page.
 */
export async function roomWeightsFile(
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
  const references = new Map(item.lines.map(({ nominationId, reference }) => [nominationId, reference]))
  const nameOf = (id: string): string => references.get(id) ?? ''
  const firmness = item.advice?.weights?.value ?? null
  const rows = (firmness?.criteria ?? []).flatMap(({ name, code, now, intervals }) =>
    intervals.map(({ from, to, first }) => [
      ...[item.category, textIn(name, locale)?.text ?? code, now.exact, from.exact, to.exact],
      ...[first.map(nameOf).join(' | '), firmness?.radius?.moved.exact ?? null],
      firmness?.radius ? nameOf(firmness.radius.challenger) : null,
    ]),
  )
  const parts: Uint8Array[] = []
  for await (const part of ctx.workbook.csv(HEADER, rows)) parts.push(part)
  return ok({ name: `weights-${item.category}.csv`, bytes: Buffer.concat(parts) })
}
