import type { Result } from '#app/domain/kernel/result.ts'
import type { FileStore } from '#app/services/ports.ts'
import { notFound } from './respond.server.ts'

/** A file that the caller has already permitted. */
export type Download = {
  readonly storageKey: string
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  readonly name: string
}

/** RFC 6266: an ASCII fallback and the real name in RFC 5987 form; one value, whatever the name holds. */
export function attachment(name: string): string {
  const plain =
    name
      .replace(/[^\x20-\x7E]/g, '_')
      .replace(/["\\%;]/g, '_')
      .trim() || 'file'
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** What every served file carries: never shown in place, never guessed at, never kept (T29, R6). */
export const fileHeaders = (file: Pick<Download, 'name' | 'mediaType' | 'bytes'>): Headers =>
  new Headers({
    'content-type': file.mediaType,
    'content-length': String(file.bytes),
    'content-disposition': attachment(file.name),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store, private',
  })

/** The stored bytes as they were received: the digest is checked before the first one leaves (T53). */
export async function serveFile(store: FileStore, file: Download): Promise<Response> {
  const opened: Result<ReadableStream<Uint8Array>> = await store.open(file.storageKey, {
    sha256: file.sha256,
  })
  if (!opened.ok) {
    if (opened.reason === 'file-altered') throw new Response(null, { status: 500 })
    throw notFound()
  }
  return new Response(opened.value, { headers: fileHeaders(file) })
}

export const serveBytes = (bytes: Uint8Array, file: Pick<Download, 'name' | 'mediaType'>): Response =>
  new Response(Buffer.from(bytes), { headers: fileHeaders({ ...file, bytes: bytes.byteLength }) })
