import type { Result } from '#app/domain/kernel/result.ts'
import { refuse } from '#app/domain/kernel/result.ts'
import type { FileStore, PutRefusal, StoredFile } from '#app/services/ports.ts'
import { FORM_LIMIT } from './body.server.ts'
import { BadMultipart, boundaryOf, type Part, partsOf } from './multipart.server.ts'

/** A form with one file: its text fields, and the file as it was kept, or why it was not. */
export type Upload = {
  readonly fields: Readonly<Record<string, string>>
  readonly file: Result<
    StoredFile & { readonly displayName: string },
    PutRefusal | 'file-missing' | 'unknown-field'
  >
}
/** What a form has: its text fields, its one file, and how many bytes of it are kept at most. */
export type UploadRules = {
  readonly fields: readonly string[]
  readonly file: string
  readonly limit: number
}

/** A text beside a file, bytes: room for far more than any field takes, so that its own refusal is heard. */
const FIELD_LIMIT = 64 * 1024
/** How much of a body that is already refused is still read, so that the browser hears the answer instead of a cut. */
const PATIENCE = 64 * 1024 * 1024

const NOT_MULTIPART = (): Response => new Response(null, { status: 415 })

/** The name as shown to people: last segment, no control nor direction characters, at most 150 characters. */
export function displayName(claimed: string): string {
  const last = claimed.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .normalize('NFC')
    .replace(/[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202F\u2066-\u2069\uFEFF]/g, '')
    .trim()
  if (clean.length <= 150) return clean === '' ? 'file' : clean
  const dot = clean.lastIndexOf('.')
  const ending = dot > 0 && clean.length - dot <= 8 ? clean.slice(dot) : ''
  return clean.slice(0, 150 - ending.length) + ending
}

async function fieldText(part: Part, limit = FIELD_LIMIT): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of part.body) {
    size += piece.length
    if (size > limit) throw new Response(null, { status: 413 })
    pieces.push(Buffer.from(piece))
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** Reads on, without keeping anything. */
async function forget(body: AsyncIterable<Uint8Array>): Promise<void> {
  let size = 0
  for await (const piece of body) {
    size += piece.length
    if (size > PATIENCE) return
  }
}

/** Iterating a part twice is not possible; this lets `put` stop early and the rest be read on. */
const shared = (body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => {
  const iterator = body[Symbol.asyncIterator]()
  return { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) }
}

async function keep(part: Part, store: FileStore, limit: number): Promise<Upload['file']> {
  const name = part.fileName ?? ''
  const body = shared(part.body)
  if (name === '') {
    await forget(body)
    return MISSING
  }
  const kept = await store.put(body, { limit, claimedName: name })
  if (!kept.ok) {
    await forget(body).catch(() => undefined)
    return kept
  }
  return { ok: true, value: { ...kept.value, displayName: displayName(name) } }
}

const MISSING = refuse('file-missing', {}, { file: 'errors.requiredFile' })

/**
 * Streams a multipart form into the store, counting bytes while they arrive: never more than `limit` are kept.
 * Text fields come before the file in our forms; what follows the first file is not read into anything. A field that the
 * form does not have is refused as in any other form of ours, and nothing of the file is kept.
 */
export async function receiveUpload(
  request: Request,
  store: FileStore,
  { fields: named, file: fileName, limit }: UploadRules,
): Promise<Upload> {
  const boundary = boundaryOf(request.headers.get('content-type'))
  if (boundary === null || request.body === null) throw NOT_MULTIPART()
  const fields: Record<string, string> = Object.create(null) as Record<string, string>
  let file: Upload['file'] = MISSING
  let isKnown = true
  try {
    for await (const part of partsOf(request.body as unknown as AsyncIterable<Uint8Array>, boundary)) {
      // Where no file was chosen some say nothing of its name: it is its field all the same.
      isKnown &&= part.name === fileName || (part.fileName === null && named.includes(part.name))
      if (!isKnown) await forget(part.body)
      else if (part.name !== fileName) fields[part.name] = await fieldText(part)
      else if (!file.ok && file.reason === 'file-missing') file = await keep(part, store, limit)
    }
  } catch (error) {
    if (error instanceof Response) throw error
    if (file.ok) await store.remove(file.value.storageName)
    if (error instanceof BadMultipart && (file.ok || file.reason === 'file-missing'))
      file = refuse('upload-interrupted')
    else if (!(error instanceof BadMultipart)) file = refuse('upload-interrupted')
  }
  if (isKnown) return { fields: { ...fields }, file }
  if (file.ok) await store.remove(file.value.storageName)
  return { fields: { ...fields }, file: refuse('unknown-field') }
}

/**
 * The texts of a form with a file that nobody may take, or nobody any more: at most `most` of them, and no more bytes than
 * of a form without a file (else 413), so that they can be given back; `file` is the name of its field. The file is read
 * on, so that the browser hears the answer, and forgotten.
 */
export async function textsBeside(
  request: Request,
  most: number,
): Promise<{ readonly texts: FormData; readonly file: string | null }> {
  const texts = new FormData()
  const boundary = boundaryOf(request.headers.get('content-type'))
  if (boundary === null || request.body === null) return { texts, file: null }
  try {
    let count = 0
    let left = FORM_LIMIT
    for await (const part of partsOf(request.body as unknown as AsyncIterable<Uint8Array>, boundary)) {
      count += 1
      if (part.fileName !== null || count > most) {
        await forget(part.body)
        return { texts, file: part.fileName === null ? null : part.name }
      }
      const text = await fieldText(part, Math.min(FIELD_LIMIT, left))
      left -= Buffer.byteLength(text)
      texts.append(part.name, text)
    }
  } catch (error) {
    if (error instanceof Response) throw error
  }
  return { texts, file: null }
}
