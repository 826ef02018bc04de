import type { Tx } from './client.server.ts'

/** The one secret answer of the form (`domain/nomination/default-form.ts`), as the functions of the database name it. */
const FIELD = 'accessAccount'

/** The sealed test account of a file, under the jury's role; null when there is none, or none for this reader. */
export async function loadTestAccount(tx: Tx, nominationId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ sealed: string | null }[]>`
    SELECT jury_test_account(${nominationId}::uuid) AS sealed`
  return row?.sealed ?? null
}

/** Takes away the test accounts of a campaign, also those that lost to a colleague's; says of how many files. */
export async function wipeTestAccounts(tx: Tx, campaignId: string): Promise<number> {
  const wiped = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM answer a USING nomination n
     WHERE n.id = a.nomination_id AND n.campaign_id = ${campaignId}::uuid AND a.field = ${FIELD}
    RETURNING n.id`
  const kept = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM rescued_text r USING nomination n
     WHERE n.id = r.nomination_id AND n.campaign_id = ${campaignId}::uuid AND r.field = ${FIELD}
    RETURNING n.id`
  return new Set([...wiped, ...kept].map(({ id }) => id)).size
}
