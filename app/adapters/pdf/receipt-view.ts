import type { ReceiptRecord } from '#app/domain/document/records.ts'
import * as format from '#app/i18n/format.ts'
import { type Block, code, facts, labelsOf, note, plain, section, table, text } from './blocks.ts'
import { listed, moment } from './frame-view.ts'
import { asWritten, type Pair, sentence, spoken, quoted } from './spoken.ts'

const { fact, neutral, share, fixed } = labelsOf('receipt')

function signatory({ name, capacity }: ReceiptRecord['signatory']): Pair {
  if (capacity === null) return asWritten(name)
  return sentence('receipt.signatoryWithCapacity', (side) => ({
    name: asWritten(name)[side],
    capacity: quoted(capacity, side),
  }))
}

const fileTable = (record: ReceiptRecord): Block =>
  record.files.length === 0
    ? note(sentence('receipt.noFiles'))
    : table(
        [
          fixed('fileNumber', 24),
          share('fileName', 1),
          fixed('fileSize', 74, true),
          fixed('fileDigest', 146),
        ],
        record.files.map((file, index) => [
          plain(String(index + 1)),
          plain(file.name),
          plain(format.fileSize('fr', file.bytes)),
          code(file.sha256),
        ]),
      )

export const receiptBody = (record: ReceiptRecord): readonly Block[] => [
  text(sentence('receipt.lead')),
  facts(
    neutral('reference', record.reference),
    neutral('version', String(record.version)),
    fact('receivedAt', moment(record.receivedAt)),
    fact('service', spoken(record.title)),
    fact('category', spoken(record.category)),
    fact('administration', spoken(record.administration)),
    ...(record.partners.length === 0 ? [] : [fact('partners', listed(record.partners.map(spoken)))]),
    fact('signatory', signatory(record.signatory)),
    fact('closesAt', moment(record.closesAt)),
    neutral('dossier', record.dossierSha256),
  ),
  section(sentence('receipt.files')),
  fileTable(record),
  note(sentence('receipt.note')),
]
