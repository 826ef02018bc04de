/**
 * Reads a multipart body part by part while it arrives (RFC 7578): no part is ever held whole, so that a large file
 * costs no memory (T31). The consumer takes each part's body before it asks for the next part.
 */
export type Part = {
  readonly name: string
  /** Null for a plain field. */
  readonly fileName: string | null
  readonly body: AsyncIterable<Uint8Array>
}

export class BadMultipart extends Error {}

const HEADER_LIMIT = 4096
const CRLF = Buffer.from('\r\n')
const END_OF_HEADERS = Buffer.from('\r\n\r\n')

export function boundaryOf(contentType: string | null): string | null {
  const found = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? '',
  )
  return found?.[1] ?? found?.[2] ?? null
}

/** A pull reader over the body: takes bytes up to a marker, without ever keeping more than one chunk and the marker. */
class Reader {
  #rest: Buffer = Buffer.alloc(0)
  #ended = false
  readonly #chunks: AsyncIterator<Uint8Array>

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false
    const next = await this.#chunks.next()
    if (next.done === true) {
      this.#ended = true
      return false
    }
    this.#rest = this.#rest.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#rest, next.value])
    return true
  }

  /** Everything before the marker; the marker itself is swallowed. */
  async *until(marker: Buffer): AsyncGenerator<Uint8Array, void, void> {
    for (;;) {
      const at = this.#rest.indexOf(marker)
      if (at >= 0) {
        const before = this.#rest.subarray(0, at)
        this.#rest = this.#rest.subarray(at + marker.length)
        if (before.length > 0) yield before
        return
      }
      const safe = this.#rest.length - marker.length + 1
      if (safe > 0) {
        const before = this.#rest.subarray(0, safe)
        this.#rest = this.#rest.subarray(safe)
        yield before
      }
      if (!(await this.#more())) throw new BadMultipart('the body ends in the middle of a part')
    }
  }

  async short(marker: Buffer, limit: number): Promise<Buffer> {
    const pieces: Uint8Array[] = []
    let size = 0
    for await (const piece of this.until(marker)) {
      size += piece.length
      if (size > limit) throw new BadMultipart('a header is too long')
      pieces.push(piece)
    }
    return Buffer.concat(pieces)
  }

  async take(count: number): Promise<Buffer> {
    while (this.#rest.length < count) {
      if (!(await this.#more())) throw new BadMultipart('the body ends too early')
    }
    const taken = this.#rest.subarray(0, count)
    this.#rest = this.#rest.subarray(count)
    return taken
  }
}

const unescaped = (text: string): string => text.replace(/%22/g, '"').replace(/%0D|%0A/gi, '')

function headersOf(block: string): { name: string; fileName: string | null } {
  const line = block.split('\r\n').find((text) => /^content-disposition:/i.test(text)) ?? ''
  const name = /;\s*name="([^"]*)"/i.exec(line)?.[1]
  if (name === undefined) throw new BadMultipart('a part has no name')
  const fileName = /;\s*filename="([^"]*)"/i.exec(line)?.[1]
  return { name: unescaped(name), fileName: fileName === undefined ? null : unescaped(fileName) }
}

/** The parts of a body, in order. Throws `BadMultipart` when the body is cut or malformed. */
export async function* partsOf(
  source: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<Part, void, void> {
  const reader = new Reader(source)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  await reader.short(delimiter.subarray(2), HEADER_LIMIT)
  for (;;) {
    const after = await reader.take(2)
    if (after.toString('latin1') === '--') return
    if (!after.equals(CRLF)) throw new BadMultipart('a boundary is not followed by a line')
    const block = await reader.short(END_OF_HEADERS, HEADER_LIMIT)
    const body = reader.until(delimiter)
    yield { ...headersOf(block.toString('utf8')), body }
    // What the consumer left of this part is read and forgotten.
    for (;;) {
      const left = await body.next()
      if (left.done === true) break
    }
  }
}
