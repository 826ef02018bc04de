import { randomBytes, randomUUID } from 'node:crypto'
import { SAMPLES } from '#app/adapters/pdf/samples/index.ts'
import { CHECK_CODE_BYTES, checkCode } from '#app/domain/document/check-code.ts'
import type { Given } from '#tests/support/given.ts'

export const newCode = (): string => {
  const code = checkCode(randomBytes(CHECK_CODE_BYTES))
  if (!code.ok) throw new Error(code.reason)
  return code.value
}

/** A document of some kind about something, for the lists that link it; nobody opens it. */
export async function aDocument(
  { insert }: Given,
  of: { readonly kind: string; readonly campaignId: string; readonly subjectId: string },
): Promise<void> {
  const id = randomUUID()
  await insert('document', {
    id,
    kind: of.kind,
    number: `DOC-${id}`,
    check_code: newCode(),
    campaign_id: of.campaignId,
    subject_id: of.subjectId,
    record: {},
    public: false,
    created_at: new Date(),
  })
}

/** The receipt of a deposited dossier, as its act leaves it; its PDF is pressed when it is asked for. */
export async function aReceipt({ insert }: Given, campaignId: string, nominationId: string): Promise<string> {
  const id = randomUUID()
  const code = newCode()
  const number = `AR-2026-${id.slice(0, 8)}`
  await insert('document', {
    id,
    kind: 'receipt',
    number,
    check_code: code,
    campaign_id: campaignId,
    subject_id: nominationId,
    record: { ...SAMPLES.receipt, number, checkCode: code },
    public: false,
    created_at: new Date(),
  })
  return id
}
