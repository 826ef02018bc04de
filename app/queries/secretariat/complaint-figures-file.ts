import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { complaintFigures, complaintScope } from './complaints.ts'

const COLUMNS = [
  'year',
  'kind',
  'received',
  'open',
  'reopened',
  'answered',
  'unfounded',
  'material_error',
  'procedure_breach',
  'median_days',
  'longest_days',
  'target_days',
  'within_target',
] as const

/** The statistics of the complaints of an edition as one CSV; a figure that nobody knows yet stays empty. */
export async function complaintFiguresFile(
  ctx: Context,
  actor: Actor,
  campaignId: string,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const seen = await complaintScope(ctx, actor, campaignId)
  if (!seen) return refuse('not-found')
  const { year } = seen.campaign
  const { figures, targetDays } = await complaintFigures(ctx, seen.scope, campaignId)
  const lines = figures.map((of) => [
    ...[year, of.kind, of.received, of.open, of.reopened],
    ...[of.answered, of.unfounded, of.materialError, of.procedureBreach],
    ...[of.medianDays, of.longestDays, targetDays, of.withinTarget],
  ])
  const parts: Uint8Array[] = []
  for await (const part of ctx.workbook.csv(COLUMNS, lines)) parts.push(part)
  return ok({ name: `complaints-${year}.csv`, bytes: Buffer.concat(parts) })
}
