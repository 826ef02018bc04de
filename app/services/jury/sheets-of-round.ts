import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import type { Pair } from '#app/domain/jury/assignment.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Unit } from '#app/services/run.ts'
import { givenEntry, giveSecondRoundSheets } from '#app/services/second-round-sheets.ts'

/**
 * What new readers owe at once: in the second of two rounds a sheet of that round, as when it opened. In the first a
 * juror opens the sheet with the file. Gives back what the log says of it.
 */
export async function sheetsOfRound(
  ctx: Pick<Context, 'ids' | 'crypto'>,
  unit: Unit,
  of: { readonly campaignId: string; readonly isSecondRound: boolean; readonly pairs: readonly Pair[] },
): Promise<Result<readonly EntryDraft[]>> {
  if (!of.isSecondRound || of.pairs.length === 0) return ok([])
  const campaign = await loadCampaign(unit.tx, of.campaignId)
  if (!campaign) return refuse('not-found')
  const given = await giveSecondRoundSheets(ctx, unit, campaign, of.pairs)
  if (!given.ok) return given
  const { sheets, entries } = given.value
  return ok([...entries, ...sheets.map((sheet) => givenEntry(campaign.id, sheet))])
}
