import { loadReport } from '#app/adapters/db/campaign-documents.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import { REPORT_FIGURES } from '#app/domain/document/result-records.ts'
import type { Context } from '../context.ts'
import { type Draft, issueDocuments } from '../issue.ts'
import { registerDraft } from '../register.ts'
import type { Unit } from '../run.ts'

/** What a campaign that has just moved owes: the register when nominations close, the report when it is archived. */
async function draftsOf(
  ctx: Pick<Context, 'origin'>,
  { tx, now }: Unit,
  { id, phase, regulationHash }: Campaign,
): Promise<readonly Draft[]> {
  if (phase === 'screening') return [await registerDraft({ tx, now }, id, now)]
  if (phase !== 'archived') return []
  const report = await loadReport(tx, id, REPORT_FIGURES)
  const body = { ...report, regulationSha256: regulationHash ?? '', resultsUrl: ctx.origin }
  return [{ kind: 'campaign_report', subjectId: id, isPublic: false, body }]
}

export const issuePhaseDocuments = async (
  ctx: Pick<Context, 'origin' | 'ids' | 'crypto'>,
  unit: Unit,
  moved: Campaign,
): Promise<void> => void (await issueDocuments(ctx, unit, moved.id, await draftsOf(ctx, unit, moved)))
