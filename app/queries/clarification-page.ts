import { loadClarifications, type OfCampaign } from '#app/adapters/db/clarifications.ts'
import type { Client } from '#app/adapters/db/client.server.ts'
import type { Clarification } from '#app/domain/campaign/clarification.ts'
import { decodeCursor, type Page, pageOf } from './page.ts'

/** Fewer than of a list of rows: each is a question with its answer. */
const CLARIFICATIONS = 20

/** The questions and answers of a campaign, the newest first; `after` is the cursor of an earlier page. */
export async function clarificationPage(
  client: Client,
  of: OfCampaign,
  after: string | null,
): Promise<Page<Clarification>> {
  const last = decodeCursor(after)?.value ?? ''
  const below = /^\d{1,9}$/.test(last) ? Number(last) : null
  const rows = await loadClarifications(client, of, { below, take: CLARIFICATIONS + 1 })
  return pageOf(rows, ({ number, id }) => ({ value: String(number), id }), CLARIFICATIONS)
}
