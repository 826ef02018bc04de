import type { Clarification } from '#app/domain/campaign/clarification.ts'
import type { BilingualText } from '#app/domain/campaign/regulation.ts'
import { instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Client, Tx } from './client.server.ts'

/** The number that comes next, under the lock of the campaign's row. */
export const nextClarification = async (client: Client | Tx, campaignId: string): Promise<number> =>
  (await client.clarification.count({ where: { campaignId } })) + 1

export const insertClarification = async (
  tx: Tx,
  { publishedAt, ...clarification }: Clarification,
  publishedBy: string,
): Promise<void> =>
  void (await tx.clarification.create({
    data: { ...clarification, publishedBy, publishedAt: toDate(publishedAt) },
    select: { id: true },
  }))

export type OfCampaign = { readonly slug: string } | { readonly id: string }

/** Of a campaign, the newest first: at most `take`, all under the number `below` when there is one. */
export async function loadClarifications(
  client: Client | Tx,
  of: OfCampaign,
  { below, take }: { readonly below: number | null; readonly take: number },
): Promise<readonly Clarification[]> {
  const rows = await client.clarification.findMany({
    where: { campaign: of, ...(below === null ? {} : { number: { lt: below } }) },
    take,
    select: { id: true, campaignId: true, number: true, question: true, answer: true, publishedAt: true },
    orderBy: { number: 'desc' },
  })
  return rows.map(({ question, answer, publishedAt, ...row }) => ({
    ...row,
    question: question as BilingualText,
    answer: answer as BilingualText,
    publishedAt: instantOf(publishedAt),
  }))
}
