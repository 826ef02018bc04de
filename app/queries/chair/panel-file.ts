import type { PanelFigures } from '#app/domain/advice/advice.ts'
import type { Bounded } from '#app/domain/advice/panel.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { textIn } from '#app/domain/kernel/localized.ts'
import type { Locale, Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Cell } from '#app/services/ports.ts'
import { chairFigures } from './figures.ts'
import type { ChairPanel } from './panel-view.ts'

export const PANEL_FILES = [
  'intraclass',
  'ordinal',
  'kappa',
  'fleiss',
  'drift',
  'halo',
  'interest',
  'identical',
  'quick',
] as const
/** For whoever presides alone. */
const PRESIDING: readonly string[] = ['interest', 'identical', 'quick']
export type PanelFile = (typeof PANEL_FILES)[number] & keyof PanelFigures

const BOUNDS = ['value', 'interval_95_low', 'interval_95_high']
const HEADERS: Readonly<Record<PanelFile, readonly string[]>> = {
  intraclass: ['form', 'sheets', ...BOUNDS],
  ordinal: ['criterion', ...BOUNDS],
  kappa: ['juror', 'other_juror', 'criterion', 'common_nominations', ...BOUNDS],
  fleiss: ['question', 'name', 'threshold', 'share_reaching_it', ...BOUNDS],
  drift: ['juror', ...BOUNDS, 'to_look_at'],
  halo: ['juror', ...BOUNDS, 'to_look_at', 'share_of_one_level_sheets'],
  interest: ['difference', 'p', 'permutations'],
  identical: ['juror', 'complete_sheets', 'share_identical'],
  quick: ['juror', 'sheets_of_known_time', 'share_quick'],
}
const bounds = ({ value, low, high }: Bounded): readonly Cell[] => [value, low, high]
const mark = (flagged: boolean): string => (flagged ? 'yes' : '')
const word = (text: Localized | null, locale: Locale): string => (text && textIn(text, locale)?.text) ?? ''

const shares = (lines: NonNullable<ChairPanel['quick']>['value'] | undefined): Rows =>
  (lines ?? []).map(({ juror, sheets, value }) => [juror, sheets, value])

type Rows = readonly (readonly Cell[])[]
/** The rows of one figure; none where it is not shown. */
const ROWS: Readonly<Record<PanelFile, (panel: ChairPanel, locale: Locale) => Rows>> = {
  intraclass: ({ intraclass: { value } }) =>
    (value?.lines ?? []).map((line) => [line.form, value?.sheets ?? null, ...bounds(line)]),
  ordinal: ({ ordinal }, locale) =>
    (ordinal?.value ?? []).map((line) => [word(line.criterion, locale), ...bounds(line)]),
  kappa: ({ kappa: { value } }, locale) =>
    (value?.lines ?? []).map((line) => [
      ...line.jurors,
      word(line.criterion, locale),
      line.common,
      ...bounds(line),
    ]),
  fleiss: ({ fleiss: { value } }, locale) =>
    (value ?? []).map((line) => [
      line.of,
      word(line.name, locale),
      line.threshold,
      line.share,
      ...bounds(line),
    ]),
  drift: ({ drift: { value } }) =>
    (value ?? []).map((line) => [line.juror, ...bounds(line), mark(line.flagged)]),
  halo: ({ halo: { value } }) =>
    (value?.jurors ?? []).map((line) => [line.juror, ...bounds(line), mark(line.flagged), line.straight]),
  interest: ({ interest }) =>
    interest?.value ? [[interest.value.difference, interest.value.p, interest.value.draws]] : [],
  identical: ({ identical }) => shares(identical?.value),
  quick: ({ quick }) => shares(quick?.value),
}

/** One figure of the panel in every category, as CSV; jurors by name, as on the page. Refused as the page, and what only whoever presides reads with it. */
export async function chairPanelFile(
  ctx: Context,
  actor: Actor,
  campaignId: string,
  figure: PanelFile,
  locale: Locale = actor.locale,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const page = await chairFigures(ctx, actor, campaignId, Infinity)
  if (!page.ok) return page
  if (PRESIDING.includes(figure) && !page.value.presides) return refuse('not-found')
  const rows = page.value.categories.flatMap(({ code, figures }) =>
    figures?.panel ? ROWS[figure](figures.panel, locale).map((row) => [code, ...row]) : [],
  )
  const parts: Uint8Array[] = []
  for await (const part of ctx.workbook.csv(['category', ...HEADERS[figure]], rows)) parts.push(part)
  return ok({ name: `jury-${figure}.csv`, bytes: Buffer.concat(parts) })
}
