import type { CertificateRecord } from './records.ts'
import { type Pair, sentence, spoken, spokenText } from './spoken.ts'

export const CERTIFICATE_LABELS = ['awardedTo'] as const

export type CertificateBody = {
  readonly prize: Pair
  readonly category: Pair
  readonly recipient: Pair
  readonly service: Pair
  readonly citation: Pair | null
  readonly signatory: { readonly name: Pair; readonly capacity: Pair } | null
}

export function certificateBody(record: CertificateRecord): CertificateBody {
  const { signatory } = record
  return {
    prize: spoken(record.prize),
    category: sentence('certificate.category', (side) => ({
      category: spokenText(record.category, side),
      year: String(record.year),
    })),
    recipient: spoken(record.recipient),
    service: sentence('certificate.service', (side) => ({ service: spokenText(record.service, side) })),
    citation: record.citation === null ? null : spoken(record.citation),
    signatory:
      signatory === null ? null : { name: spoken(signatory.name), capacity: spoken(signatory.capacity) },
  }
}
