import * as format from '#app/i18n/format.ts'
import { listed, moment } from './frame-view.ts'
import type { ReceiptRecord } from './records.ts'
import { asWritten, type FactRow, type Pair, sentence, spoken, spokenText } from './spoken.ts'

export const RECEIPT_LABELS = [
  'reference',
  'version',
  'service',
  'category',
  'administration',
  'partners',
  'receivedAt',
  'closesAt',
  'signatory',
  'dossier',
  'files',
  'fileNumber',
  'fileName',
  'fileSize',
] as const

export type ReceiptBody = {
  readonly lead: Pair
  readonly facts: readonly FactRow[]
  readonly files: readonly {
    readonly number: string
    readonly name: string
    readonly size: string
    readonly digest: string
  }[]
  readonly noFiles: Pair
  readonly note: Pair
}

function signatory({ name, capacity }: ReceiptRecord['signatory']): Pair {
  if (capacity === null) return asWritten(name)
  return sentence('receipt.signatoryWithCapacity', (side) => ({ name, capacity: spokenText(capacity, side) }))
}

export function receiptBody(record: ReceiptRecord): ReceiptBody {
  const partners: FactRow[] =
    record.partners.length === 0 ? [] : [{ key: 'partners', value: listed(record.partners.map(spoken)) }]
  return {
    lead: sentence('receipt.lead'),
    facts: [
      { key: 'reference', neutral: record.reference },
      { key: 'version', neutral: String(record.version) },
      { key: 'receivedAt', value: moment(record.receivedAt) },
      { key: 'service', value: spoken(record.title) },
      { key: 'category', value: spoken(record.category) },
      { key: 'administration', value: spoken(record.administration) },
      ...partners,
      { key: 'signatory', value: signatory(record.signatory) },
      { key: 'closesAt', value: moment(record.closesAt) },
      { key: 'dossier', neutral: record.dossierSha256 },
    ],
    files: record.files.map((file, index) => ({
      number: String(index + 1),
      name: file.name,
      size: format.fileSize('fr', file.bytes),
      digest: file.sha256,
    })),
    noFiles: sentence('receipt.noFiles'),
    note: sentence('receipt.note'),
  }
}
