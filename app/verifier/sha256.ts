/**
 * SHA-256 (FIPS 180-4), written out so that the checks of a bundle run where Node does not: the page that recomputes a
 * result in the browser uses these very lines.
 */

const primes = (wanted: number): readonly number[] => {
  const found: number[] = []
  for (let n = 2; found.length < wanted; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}
/** The first 32 bits of the fraction of a root; a root below 20 leaves a double more than enough of them. */
const fractionOf = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0
const CONSTANTS = Int32Array.from(primes(64), (prime) => fractionOf(Math.cbrt(prime)))
const START = Int32Array.from(primes(8), (prime) => fractionOf(Math.sqrt(prime)))

const BLOCK = 64
const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The message, one bit, zeros, and its length in bits: whole blocks of 64 bytes. */
function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / BLOCK) * BLOCK)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n)
  return view
}

function expand(words: Int32Array, view: DataView, offset: number): void {
  for (let at = 0; at < 16; at += 1) words[at] = view.getInt32(offset + 4 * at)
  for (let at = 16; at < 64; at += 1) {
    const [early, late] = [words[at - 15] ?? 0, words[at - 2] ?? 0]
    const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words[at] = ((words[at - 16] ?? 0) + low + (words[at - 7] ?? 0) + high) | 0
  }
}

function compress(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let at = 0; at < 64; at += 1) {
    const mixed = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const first = (h + mixed + ((e & f) ^ (~e & g)) + (CONSTANTS[at] ?? 0) + (words[at] ?? 0)) | 0
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = ((state[at] ?? 0) + word) | 0
}

export function sha256Bytes(message: Uint8Array): Uint8Array {
  const view = padded(message)
  const [state, words] = [START.slice(), new Int32Array(64)]
  for (let offset = 0; offset < view.byteLength; offset += BLOCK) {
    expand(words, view, offset)
    compress(state, words)
  }
  const digest = new DataView(new ArrayBuffer(32))
  for (const [at, word] of state.entries()) digest.setInt32(4 * at, word)
  return new Uint8Array(digest.buffer)
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
/** Of pairs of hexadecimal digits; what is none counts as zero, and the hash over it then differs. */
export const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16) || 0)
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Hexadecimal SHA-256 of bytes, or of a text as UTF-8. */
export const sha256 = (message: string | Uint8Array): string =>
  hexOf(sha256Bytes(typeof message === 'string' ? bytesOf(message) : message))
