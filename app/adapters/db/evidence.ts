import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Client, Tx } from './client.server.ts'

export type ScanState = 'pending' | 'clean' | 'infected' | 'unscanned'
export type EvidenceRow = {
  readonly id: string
  readonly title: string
  /** The field of the dossier whose claim this file proves. */
  readonly claim: string
  readonly position: number
  readonly createdAt: Instant
  readonly removedAt: Instant | null
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly scanState: ScanState
}

const columns = {
  id: true,
  title: true,
  claim: true,
  position: true,
  createdAt: true,
  removedAt: true,
  file: { select: { id: true, displayName: true, mediaType: true, size: true, sha256: true, scanState: true } },
} as const

type Found = {
  id: string
  title: string
  claim: string
  position: number
  createdAt: Date
  removedAt: Date | null
  file: { id: string; displayName: string; mediaType: string; size: number; sha256: string; scanState: string }
}

const evidenceOf = ({ file, createdAt, removedAt, ...row }: Found): EvidenceRow => ({
  id: row.id,
  title: row.title,
  claim: row.claim,
  position: row.position,
  createdAt: instantOf(createdAt),
  removedAt: removedAt === null ? null : instantOf(removedAt),
  fileId: file.id,
  name: file.displayName,
  mediaType: file.mediaType,
  bytes: file.size,
  sha256: file.sha256,
  scanState: file.scanState as ScanState,
})

/** The files of a dossier as they stand; removed ones stay on record but not here. */
export async function loadEvidence(tx: Tx, nominationId: string): Promise<readonly EvidenceRow[]> {
  const rows = await tx.evidence.findMany({
    where: { nominationId, removedAt: null },
    select: columns,
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
    take: 200,
  })
  return rows.map(evidenceOf)
}

export type NewEvidence = {
  readonly id: string
  readonly fileId: string
  readonly nominationId: string
  readonly title: string
  readonly claim: string
  readonly position: number
  readonly at: Instant
  readonly by: string
  readonly file: {
    readonly storageName: string
    readonly sha256: string
    readonly bytes: number
    readonly mediaType: string
    readonly displayName: string
    readonly scanState: ScanState
  }
}

export async function insertEvidence(tx: Tx, evidence: NewEvidence): Promise<void> {
  const { file } = evidence
  await tx.storedFile.create({
    data: {
      id: evidence.fileId,
      storageKey: file.storageName,
      sha256: file.sha256,
      size: file.bytes,
      mediaType: file.mediaType,
      displayName: file.displayName,
      scanState: file.scanState,
      createdAt: toDate(evidence.at),
      createdBy: evidence.by,
    },
  })
  await tx.evidence.create({
    data: {
      id: evidence.id,
      nominationId: evidence.nominationId,
      fileId: evidence.fileId,
      title: evidence.title,
      claim: evidence.claim,
      position: evidence.position,
      createdAt: toDate(evidence.at),
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
