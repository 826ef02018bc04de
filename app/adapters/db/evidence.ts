import type { Evidence, MediaType, ScanState } from '#app/domain/evidence/evidence.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Client, Tx } from './client.server.ts'

export type EvidenceRow = Evidence & {
  readonly fileId: string
  readonly position: number
  readonly createdAt: Instant
}

const columns = {
  id: true,
  title: true,
  claim: true,
  position: true,
  createdAt: true,
  file: {
    select: { id: true, displayName: true, mediaType: true, size: true, sha256: true, scanState: true },
  },
} as const

type Found = {
  id: string
  title: string
  claim: string
  position: number
  createdAt: Date
  file: {
    id: string
    displayName: string
    mediaType: string
    size: number
    sha256: string
    scanState: string
  }
}

const evidenceOf = ({ file, createdAt, ...row }: Found): EvidenceRow => ({
  id: row.id,
  title: row.title,
  claim: row.claim,
  fileName: file.displayName,
  mediaType: file.mediaType as MediaType,
  size: file.size,
  sha256: file.sha256,
  scanState: file.scanState as ScanState,
  // No reader of video length is at hand: the check is the secretariat's.
  seconds: null,
  fileId: file.id,
  position: row.position,
  createdAt: instantOf(createdAt),
})

/** The files of a dossier as they stand; removed ones stay on record but not here. */
export async function loadEvidence(
  client: Client | Tx,
  nominationId: string,
): Promise<readonly EvidenceRow[]> {
  const rows = await client.evidence.findMany({
    where: { nominationId, removedAt: null },
    select: columns,
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
    take: 200,
  })
  return rows.map(evidenceOf)
}

/** The highest number that a piece of this nomination ever bore, removed ones too; 0 before the first. */
export async function lastPosition(tx: Tx, nominationId: string): Promise<number> {
  const { _max: last } = await tx.evidence.aggregate({ where: { nominationId }, _max: { position: true } })
  return last.position ?? 0
}

export type NewEvidence = {
  readonly evidence: Evidence
  readonly nominationId: string
  readonly fileId: string
  readonly storageName: string
  /** Borne for ever: jurors name the piece by it (P1, P2 …), so none is given twice. */
  readonly position: number
  readonly at: Instant
  readonly by: string
}

/** The file's row and the piece of evidence that it is. */
export async function insertEvidence(tx: Tx, added: NewEvidence): Promise<void> {
  const { evidence, fileId, at } = added
  await tx.storedFile.create({
    data: {
      id: fileId,
      storageKey: added.storageName,
      sha256: evidence.sha256,
      size: evidence.size,
      mediaType: evidence.mediaType,
      displayName: evidence.fileName,
      scanState: evidence.scanState,
      createdAt: toDate(at),
      createdBy: added.by,
    },
  })
  await tx.evidence.create({
    data: {
      id: evidence.id,
      nominationId: added.nominationId,
      fileId,
      title: evidence.title,
      claim: evidence.claim,
      position: added.position,
      createdAt: toDate(at),
    },
  })
}

export async function storeRemoval(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.evidence.updateMany({ where: { id, removedAt: null }, data: { removedAt: toDate(at) } })
}

export type FileFacts = {
  readonly id: string
  readonly storageKey: string
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  readonly name: string
  readonly scanState: ScanState
  readonly nominationId: string
  readonly administrationId: string
  readonly campaignId: string
}

/** A stored file by its id, with the nomination that it belongs to. The jury's row security applies to its client. */
export async function loadFile(client: Client | Tx, fileId: string): Promise<FileFacts | null> {
  const [row] = await client.$queryRaw<
    {
      id: string
      storage_key: string
      sha256: string
      size: number
      media_type: string
      display_name: string
      scan_state: ScanState
      nomination_id: string
      administration_id: string
      campaign_id: string
    }[]
  >`SELECT f.id, f.storage_key, f.sha256, f.size, f.media_type, f.display_name, f.scan_state,
      n.id AS nomination_id, n.administration_id, n.campaign_id
    FROM stored_file f JOIN evidence e ON e.file_id = f.id JOIN nomination n ON n.id = e.nomination_id
    WHERE f.id = ${fileId}::uuid LIMIT 1`
  if (!row) return null
  return {
    id: row.id,
    storageKey: row.storage_key,
    sha256: row.sha256,
    bytes: row.size,
    mediaType: row.media_type,
    name: row.display_name,
    scanState: row.scan_state,
    nominationId: row.nomination_id,
    administrationId: row.administration_id,
    campaignId: row.campaign_id,
  }
}

export async function storeScanState(tx: Client | Tx, fileId: string, state: ScanState): Promise<void> {
  await tx.storedFile.updateMany({ where: { id: fileId }, data: { scanState: state } })
}

export async function filesToScan(
  client: Client,
): Promise<readonly { readonly id: string; readonly storageKey: string; readonly sha256: string }[]> {
  return client.storedFile.findMany({
    where: { scanState: 'pending' },
    select: { id: true, storageKey: true, sha256: true },
    orderBy: { createdAt: 'asc' },
    take: 100,
  })
}

/** Whether a row names the file that lies under this name. */
export const isStored = async (client: Client, storageKey: string): Promise<boolean> =>
  (await client.storedFile.findFirst({ where: { storageKey }, select: { id: true } })) !== null

/** Stored files in the order of their ids, a part at a time, for whoever reads them all. */
export const storedFilesAfter = (
  client: Client,
  id: string | null,
  count: number,
): Promise<readonly { readonly id: string; readonly storageKey: string; readonly sha256: string }[]> =>
  client.storedFile.findMany({
    where: id === null ? {} : { id: { gt: id } },
    orderBy: { id: 'asc' },
    take: count,
    select: { id: true, storageKey: true, sha256: true },
  })
