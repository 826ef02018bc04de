import { wipeTestAccounts as wipe } from '#app/adapters/db/test-accounts.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import type { Unit } from '../run.ts'

/** What a campaign that is archived gives up: the test accounts of its services (product.md section 6), and how many files had one. */
export async function wipeTestAccounts(
  { tx }: Pick<Unit, 'tx'>,
  { id, phase }: Pick<Campaign, 'id' | 'phase'>,
): Promise<readonly EntryDraft[]> {
  if (phase !== 'archived') return []
  const files = await wipe(tx, id)
  if (files === 0) return []
  return [
    { act: 'testAccountsWiped', subject: { type: 'campaign', id }, campaignId: id, facts: { count: files } },
  ]
}
