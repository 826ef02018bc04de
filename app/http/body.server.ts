import { boundaryOf } from './multipart.server.ts'

export const FORM_LIMIT = 512 * 1024
/** More than any form of ours has, repeated names counted: each field becomes an object, and thousands hold everybody up. */
const FIELD_LIMIT = 2000

/** Thrown as a Response: the body was larger than the form can be; nothing beyond the limit was kept. */
export const tooLarge = (): Response => new Response(null, { status: 413 })

/** What stands before each field of a body but the first; null when the body is no form. */
function separatorOf(contentType: string): Buffer | null {
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) return Buffer.from('&')
  if (!/^multipart\/form-data\b/i.test(contentType)) return null
  return Buffer.from(`--${boundaryOf(contentType) ?? ''}`)
}

/** Counts a separator over pieces that may cut it in two. */
function countFields(separator: Buffer): (piece: Uint8Array) => number {
  let count = 0
  let tail = Buffer.alloc(0)
  return (piece) => {
    const seen = Buffer.concat([tail, piece])
    let from = 0
    for (let at = seen.indexOf(separator); at >= 0; at = seen.indexOf(separator, from)) {
      count += 1
      from = at + separator.length
    }
    tail = seen.subarray(Math.max(from, seen.length - separator.length + 1))
    return count
  }
}

/** Reads at most `limit` bytes of a body that is no form. */
export async function boundedBytes(request: Request, limit: number): Promise<Uint8Array> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/octet-stream\b/i.test(type)) throw new Response(null, { status: 415 })
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Reads at most `limit` bytes and 2,000 fields, counting while they arrive; `request.formData()` alone would keep
 * everything (T31).
 */
export async function boundedForm(request: Request, limit = FORM_LIMIT): Promise<FormData> {
  if (!request.body) return new FormData()
  const type = request.headers.get('content-type') ?? ''
  const separator = separatorOf(type)
  if (separator === null) throw new Response(null, { status: 415 })
  const fieldsAfter = countFields(separator)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit || fieldsAfter(chunk) > FIELD_LIMIT) throw tooLarge()
    chunks.push(chunk)
  }
  return new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
}
