import { randomBytes, randomUUID } from 'node:crypto'
import { SAMPLES } from '#app/adapters/pdf/samples/index.ts'
import { CHECK_CODE_BYTES, checkCode } from '#app/domain/document/check-code.ts'
import type { Given } from '#tests/support/given.ts'

/** The receipt of a deposited dossier, as its act leaves it; its PDF is pressed when it is asked for. */
export async function aReceipt({ insert }: Given, campaignId: string, nominationId: string): Promise<string> {
  const id = randomUUID()
  const code = checkCode(randomBytes(CHECK_CODE_BYTES))
  if (!code.ok) throw new Error(code.reason)
  const number = `AR-2026-${id.slice(0, 8)}`
  await insert('document', {
    id,
    kind: 'receipt',
    number,
    check_code: code.value,
    campaign_id: campaignId,
    subject_id: nominationId,
    record: { ...SAMPLES.receipt, number, checkCode: code.value },
    sha256: 'a'.repeat(64),
    public: false,
    created_at: new Date(),
  })
  return id
}
