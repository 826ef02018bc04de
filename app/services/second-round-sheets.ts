import { loadCurrentSheet, storeSheetEnd } from '#app/adapters/db/score-sheets.ts'
import {
  insertSecondRoundSheets,
  loadSecondRoundReaders,
  type SecondRoundReader,
} from '#app/adapters/db/shortlists.ts'
import { hashBy } from '#app/domain/audit/bytes.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import { categoryRule } from '#app/domain/campaign/regulation.ts'
import { type Pair, pairKey } from '#app/domain/jury/assignment.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { canonicalHash } from '#app/domain/scoring/rubric-hash.ts'
import { sheetEntry } from '#app/domain/scoring/score-sheet.ts'
import { voidSheet } from '#app/domain/scoring/sheet-corrections.ts'
import { emptySheet } from '#app/domain/scoring/sheet.ts'
import type { Context } from './context.ts'
import type { Unit } from './run.ts'

type Making = Pick<Context, 'ids' | 'crypto'>
type Ruled = Pick<Campaign, 'id' | 'regulation'>
export type GivenSheet = SecondRoundReader & {
  readonly id: string
  readonly number: string
  readonly rubricHash: string
}
export type SecondRoundSheetsReason = 'round-impossible'

/** A draft that somebody left behind in the first round is over: that round is closed, and a juror has one draft of a file. */
async function voidLeftBehind(
  { tx, now }: Unit,
  { seatId, nominationId }: Pair,
): Promise<readonly EntryDraft[]> {
  const sheet = await loadCurrentSheet(tx, seatId, nominationId)
  const voided = sheet?.state === 'draft' ? voidSheet(sheet, 'decision', 'second-round') : null
  if (!voided?.ok) return []
  await storeSheetEnd(tx, voided.value.sheet, { at: now, salt: null })
  return [voided.value.entry]
}

/**
 * An empty sheet of the second round, on the frozen rubric, for each reader of the shortlist who has none: for all when
 * the round opens, or for those named. Refused: a rubric that cannot be hashed.
 */
export async function giveSecondRoundSheets(
  ctx: Making,
  unit: Unit,
  campaign: Ruled,
  only: readonly Pair[] | null,
): Promise<
  Result<
    { readonly sheets: readonly GivenSheet[]; readonly entries: readonly EntryDraft[] },
    SecondRoundSheetsReason
  >
> {
  const { tx, now } = unit
  const asked = only && new Set(only.map(pairKey))
  const found = await loadSecondRoundReaders(tx, campaign.id)
  const readers = found.filter((reader) => asked === null || asked.has(pairKey(reader)))
  const rubricHashes = new Map<string, string>()
  for (const category of new Set(readers.map((reader) => reader.category))) {
    const rule = categoryRule(campaign.regulation, category)
    const digest = rule && canonicalHash(rule.rubric, hashBy(ctx.crypto.sha256))
    if (!digest?.ok) return refuse('round-impossible', { cause: digest?.reason ?? category })
    rubricHashes.set(category, digest.value)
  }
  const entries: EntryDraft[] = []
  for (const reader of readers.filter(({ leftDraft }) => leftDraft))
    entries.push(...(await voidLeftBehind(unit, reader)))
  const sheets = readers.map((reader) => ({
    ...reader,
    id: ctx.ids.rowId(),
    number: Buffer.from(ctx.crypto.randomBytes(16)).toString('hex'),
    rubricHash: rubricHashes.get(reader.category) ?? '',
  }))
  await insertSecondRoundSheets(tx, campaign.id, sheets, now)
  return ok({ sheets, entries })
}

/** What the log says of a sheet that was given by itself: when the round opens, its own entry counts them all. */
export function givenEntry(campaignId: string, given: GivenSheet): EntryDraft {
  const { id, nominationId, seatId, number, sequence, rubricHash } = given
  const empty = emptySheet({ id, campaignId, nominationId, seatId }, number)
  return sheetEntry(
    'scoreSheetOpened',
    { ...empty, round: sequence, isSecondRound: true },
    { rubric: rubricHash },
  )
}
