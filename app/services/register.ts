import { loadRegister } from '#app/adapters/db/campaign-documents.ts'
import { phaseSince } from '#app/adapters/db/campaigns.ts'
import { asOffice } from '#app/adapters/db/transaction.server.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Context } from './context.ts'
import { type Draft, issueDocuments } from './issue.ts'
import type { Unit } from './run.ts'

/** The register of nominations as it stands now. */
export async function registerDraft({ tx }: Unit, campaignId: string, closedAt: Instant): Promise<Draft> {
  const body = { closedAt, categories: await loadRegister(tx, campaignId) }
  return { kind: 'register', subjectId: campaignId, isPublic: false, body }
}

/**
 * Draws it again inside the act that receives a file which arrived before the closing, once the register was drawn. The act
 * holds the row of the campaign since it took the number of its receipt: each such register has every file before it.
 */
export const drawRegisterAnew = (ctx: Context, unit: Unit, campaignId: string): Promise<void> =>
  asOffice(unit.tx, async () => {
    const closedAt = await phaseSince(unit.tx, campaignId)
    await issueDocuments(ctx, unit, campaignId, [await registerDraft(unit, campaignId, closedAt)])
  })
