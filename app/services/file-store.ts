import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Result } from '#app/domain/kernel/result.ts'

export type MediaType = 'application/pdf' | 'image/png' | 'image/jpeg' | 'video/mp4' | 'text/csv'
export type StoredFile = {
  /** Generated; the only name the disk ever sees. */
  readonly storageName: string
  readonly bytes: number
  readonly sha256: string
  readonly mediaType: MediaType
}
export type ContentRefusal =
  | 'file-empty'
  | 'file-type-unknown'
  | 'file-extension-wrong'
  | 'file-truncated'
  | 'file-polyglot'
  | 'file-image-too-large'
export type PutRefusal = ContentRefusal | 'file-too-large' | 'upload-interrupted' | 'storage-full'
/** A file that arrives in parts, under a name of ours (UUID v4), before it is whole and kept. */
type PartStore = {
  /** Writes `bytes` from the byte `at` on and brings them to the disk. */
  readonly write: (name: string, at: number, bytes: Uint8Array) => Promise<Result<true, 'storage-full'>>
  /** Keeps the whole, checked as `put` checks; `upload-interrupted` when it is not what was announced. */
  readonly finish: (
    name: string,
    announced: { readonly bytes: number; readonly sha256: string; readonly claimedName: string },
  ) => Promise<Result<StoredFile, PutRefusal>>
  readonly drop: (name: string) => Promise<void>
}
export type FileStore = {
  /** Streams in, counting: never more than `limit` bytes are kept. `claimedName` is only compared with the content. */
  readonly put: (
    source: AsyncIterable<Uint8Array>,
    facts: { readonly limit: number; readonly claimedName: string },
  ) => Promise<Result<StoredFile, PutRefusal>>
  /** Reads back. With `sha256`, the whole file is checked before its first byte leaves. `end` is inclusive. */
  readonly open: (
    storageName: string,
    facts?: { readonly sha256?: string; readonly start?: number; readonly end?: number },
  ) => Promise<Result<ReadableStream<Uint8Array>, 'file-absent' | 'file-altered'>>
  readonly remove: (storageName: string) => Promise<void>
  readonly parts: PartStore
  /** Deletes half-received files older than `olderThan`, and kept files that no row names; returns how many. */
  readonly sweep: (facts: {
    readonly olderThan: Instant
    readonly isReferenced: (storageName: string) => Promise<boolean>
  }) => Promise<number>
}
