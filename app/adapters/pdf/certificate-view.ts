import type { LaureateRecord, ParticipationRecord, Signatory } from '#app/domain/document/records.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { type Pair, sentence, spoken, quoted } from './spoken.ts'

export type CertificateBody = {
  readonly kind: Pair
  readonly headline: Pair
  readonly category: Pair
  readonly givenTo: Pair
  readonly recipient: Pair
  readonly service: Pair
  readonly citation: Pair | null
  readonly signatory: { readonly name: Pair; readonly capacity: Pair } | null
}

const signed = (signatory: Signatory | null): CertificateBody['signatory'] =>
  signatory && { name: spoken(signatory.name), capacity: spoken(signatory.capacity) }

const edition = (category: Localized, year: number): Pair =>
  sentence('certificate.category', (side) => ({
    category: quoted(category, side),
    year: String(year),
  }))

export const laureateBody = (record: LaureateRecord): CertificateBody => ({
  kind: sentence('certificate.kind'),
  headline: spoken(record.prize),
  category: edition(record.category, record.year),
  givenTo: sentence('certificate.awardedTo'),
  recipient: spoken(record.recipient),
  service: sentence('certificate.service', (side) => ({ service: quoted(record.service, side) })),
  citation: record.citation === null ? null : spoken(record.citation),
  signatory: signed(record.signatory),
})

export const participationBody = (record: ParticipationRecord): CertificateBody => ({
  kind: sentence('certificate.kind'),
  headline: sentence('certificate.participation'),
  category: edition(record.category, record.year),
  givenTo: sentence('certificate.deliveredTo'),
  recipient: spoken(record.recipient),
  service: sentence('certificate.nomination', (side) => ({ service: quoted(record.service, side) })),
  citation: sentence('certificate.admitted', () => ({ reference: record.reference })),
  signatory: signed(record.signatory),
})
