import type { Actor } from '#app/domain/access/actor.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { chairFigures } from './figures.ts'
import { chairPanelFile, PANEL_FILES } from './panel-file.ts'

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

/** One table of the chair's page as CSV: the jurors by name, or the `figure` of the panel that is asked for, its criteria named in `locale`. */
export async function chairFiguresFile(
  ctx: Context,
  actor: Actor,
  campaignId: string,
  figure: string | null,
  locale: Locale = actor.locale,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  if (figure !== null) {
    const known = PANEL_FILES.find((name) => name === figure)
    return known ? chairPanelFile(ctx, actor, campaignId, known, locale) : refuse('not-found')
  }
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
