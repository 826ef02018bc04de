export type Fetched =
  | { readonly is: 'file'; readonly blob: Blob; readonly name: string }
  /** No file but a page, a refusal or more than memory should hold: the browser goes there itself, as without script. */
  | { readonly is: 'elsewhere' }
  | { readonly is: 'cut' | 'cancelled' }
/** Bytes so far; of how many, where the server said it. */
export type Arriving = { readonly bytes: number; readonly total: number | null }

const MOST_BYTES = 64 * 1024 * 1024

/** The name of RFC 6266, the real one first; null where the answer is no attachment. */
export function attachedName(disposition: string | null): string | null {
  if (disposition === null || !/^attachment\b/i.test(disposition)) return null
  const real = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  const plain = /filename="([^"]*)"/i.exec(disposition)?.[1]
  try {
    return real === undefined ? (plain ?? 'file') : decodeURIComponent(real)
  } catch {
    return plain ?? 'file'
  }
}

type Watch = { readonly signal: AbortSignal; readonly onBytes: (arriving: Arriving) => void }

async function read(
  answer: Response,
  body: ReadableStream<Uint8Array>,
  onBytes: Watch['onBytes'],
): Promise<Blob> {
  // A packed answer says how long it is packed, and its bytes come unpacked.
  const isPacked = answer.headers.has('content-encoding')
  const total = isPacked ? null : Number(answer.headers.get('content-length') ?? 0) || null
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Blob(pieces, { type: answer.headers.get('content-type') ?? '' })
    pieces.push(new Uint8Array(value))
    bytes += value.byteLength
    onBytes({ bytes, total })
  }
}

/** Fetches a file and says how far it has come; the signal stops it, on the server too. */
export async function fetchFile(href: string, { signal, onBytes }: Watch): Promise<Fetched> {
  const stopped = new AbortController()
  const stop = (): void => stopped.abort()
  signal.addEventListener('abort', stop)
  try {
    const answer = await fetch(href, { signal: stopped.signal, redirect: 'manual' })
    const name = attachedName(answer.headers.get('content-disposition'))
    const isTooMuch = Number(answer.headers.get('content-length') ?? 0) > MOST_BYTES
    if (!answer.ok || name === null || answer.body === null || isTooMuch) {
      stop()
      return { is: 'elsewhere' }
    }
    return { is: 'file', name, blob: await read(answer, answer.body, onBytes) }
  } catch {
    return { is: signal.aborted ? 'cancelled' : 'cut' }
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
