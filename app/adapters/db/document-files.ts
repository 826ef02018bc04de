import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { StoredFile } from '#app/services/ports.ts'
import type { Client, Tx } from './client.server.ts'

/** A PDF in the store, before a row names it. `by`: the person whose act set it. */
export type NewPdf = StoredFile & {
  readonly id: string
  readonly number: string
  readonly by: string
  readonly at: Instant
}

/** The row of a PDF of ours: named by the number of its document, and clean, because nobody else wrote it. */
export async function insertPdf(tx: Tx, file: NewPdf): Promise<void> {
  await tx.storedFile.create({
    data: {
      id: file.id,
      storageKey: file.storageName,
      sha256: file.sha256,
      size: file.bytes,
      mediaType: file.mediaType,
      displayName: `${file.number}.pdf`,
      scanState: 'clean',
      createdAt: toDate(file.at),
      createdBy: file.by,
    },
  })
}

export type KeptFile = { readonly storageKey: string; readonly sha256: string }

/** The first file of a document; null until it was set for the first time. */
export async function loadFirstFile(client: Client, documentId: string): Promise<KeptFile | null> {
  const row = await client.document.findUnique({
    where: { id: documentId },
    select: { file: { select: { storageKey: true, sha256: true } } },
  })
  return row?.file ?? null
}

/** Makes a PDF the file of a document for ever; false, and nothing is written, where it has one already. */
export async function keepFirstFile(tx: Tx, documentId: string, file: NewPdf): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isPressed: boolean }[]>`
    SELECT file_id IS NOT NULL AS "isPressed" FROM document WHERE id = ${documentId}::uuid FOR UPDATE`
  if (!row || row.isPressed) return false
  await insertPdf(tx, file)
  await tx.document.updateMany({
    where: { id: documentId },
    data: { fileId: file.id, sha256: file.sha256 },
  })
  return true
}
