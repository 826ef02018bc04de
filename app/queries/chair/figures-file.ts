import type { Actor } from '#app/domain/access/actor.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { chairFigures } from './figures.ts'

const HEADER = [
  'category',
  'juror',
  'sheets',
  'mean',
  'severity',
  'severity_error',
  'consistency',
  'range_ratio',
]

/** The juror figures of the chair's page as CSV. */
export async function chairFiguresFile(
  ctx: Context,
  actor: Actor,
  campaignId: string,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const page = await chairFigures(ctx, actor, campaignId)
  if (!page.ok) return page
  const rows = page.value.categories.flatMap(({ code, figures }) =>
    (figures?.jurors ?? []).map(({ name, sheets, mean, severity, consistency, rangeRatio }) => [
      ...[code, name, sheets, mean, severity?.value ?? null, severity?.se ?? null, consistency, rangeRatio],
    ]),
  )
  const parts: Uint8Array[] = []
  for await (const part of ctx.workbook.csv(HEADER, rows)) parts.push(part)
  return ok({ name: 'jury.csv', bytes: Buffer.concat(parts) })
}
