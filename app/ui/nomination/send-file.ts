import { LEAST_PART_BYTES, MOST_PART_BYTES } from '#app/domain/evidence/announced.ts'
import { paths } from '#app/http/paths.ts'
import { type Heard, pause, post } from './post-part.ts'

/**
 * How far a file has come: bytes that have left, those of them that the server says it keeps, and all; bytes and
 * milliseconds of this run alone; whether the line is down.
 */
export type Sending = {
  readonly sent: number
  readonly kept: number
  readonly total: number
  readonly run: number
  readonly since: number
  readonly waits: boolean
}
export type Sent =
  | { readonly is: 'received' | 'stopped' }
  | {
      readonly is: 'refused'
      readonly reason: string
      readonly facts: object
      readonly fields: Readonly<Record<string, string>>
    }
  /** `signed-out`: the session is over. `cut`: the line, for longer than we try by ourselves. */
  | { readonly is: 'signed-out' | 'cut' }

export type Sendable = {
  readonly nominationId: string
  readonly file: File
  readonly title: string
  readonly claim: string
}
export type Watch = {
  readonly signal: AbortSignal
  readonly onProgress: (sending: Sending) => void
  readonly onBegun: (uploadId: string) => void
}

/** Pauses between tries on a dead line, milliseconds; a part that arrives starts them anew. About four minutes in all. */
const PAUSES = [1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000, 60_000, 60_000]
/** A part should take about this long: short enough that little is lost, long enough that asking costs little. */
const QUICK_MS = 1500
const SLOW_MS = 6000
const FIRST_PART = 64 * 1024

/** Seconds that the rest will take at the pace of this run, never less than one; null while nobody can tell. */
export function secondsLeft({ sent, total, run, since }: Sending): number | null {
  if (since < 1000 || run <= 0 || total <= 0) return null
  return Math.max(1, Math.round(((total - sent) / run) * (since / 1000)))
}

/** The next part after one that took `ms`: twice as much on a quick line, half on a slow one. */
export function nextSize(size: number, ms: number): number {
  if (ms < QUICK_MS) return Math.min(MOST_PART_BYTES, size * 2)
  return ms > SLOW_MS ? Math.max(LEAST_PART_BYTES, size / 2) : size
}

async function digestOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function refusalIn({ status, said }: Extract<Heard, { is: 'answer' }>): Sent {
  const { reason, facts, fields } = said as Partial<Extract<Sent, { is: 'refused' }>>
  if (typeof reason === 'string') return { is: 'refused', reason, facts: facts ?? {}, fields: fields ?? {} }
  return { is: status === 401 || status === 403 ? 'signed-out' : 'cut' }
}

/** One file on its way: announced, then part after part from the byte that the server says it has. */
class Run {
  readonly #what: Sendable
  readonly #watch: Watch
  readonly #begun = Date.now()
  #first: number | null = null
  #tries = 0

  constructor(what: Sendable, watch: Watch) {
    this.#what = what
    this.#watch = watch
  }

  #tell(kept: number, { sent = kept, waits = false } = {}): void {
    const total = this.#what.file.size
    this.#first ??= kept
    const run = sent - this.#first
    this.#watch.onProgress({ sent, kept, total, run, since: Date.now() - this.#begun, waits })
  }

  /** Asks until there is an answer; a line that stays dead ends it. */
  async #ask(work: () => Promise<Heard>, here: number): Promise<Heard> {
    for (;;) {
      const heard = await work()
      if (heard.is !== 'cut' || this.#watch.signal.aborted) return heard
      const ms = PAUSES[this.#tries]
      if (ms === undefined) return heard
      this.#tries += 1
      this.#tell(here, { waits: true })
      await pause(ms, this.#watch.signal)
    }
  }

  /** Not stopped once it has left: nobody would know whether the server keeps a place for the file. */
  async announce(sha256: string): Promise<Heard> {
    const { nominationId, file, title, claim } = this.#what
    const form = new URLSearchParams({ title, claim, name: file.name, size: String(file.size), sha256 })
    const { signal } = new AbortController()
    return this.#ask(() => post(paths.upload(nominationId), form, { signal }), 0)
  }

  /** Sends from `from` to the end. */
  async parts(uploadId: string, from: number): Promise<Sent> {
    const { nominationId, file } = this.#what
    const { signal } = this.#watch
    let size = FIRST_PART
    for (let here = from; ;) {
      this.#tell(here)
      const begun = Date.now()
      const at = here
      const heard = await this.#ask(() => {
        if (this.#tries > 0) size = Math.max(LEAST_PART_BYTES, size / 2)
        const part = file.slice(at, at + size)
        const onSent = (bytes: number): void => this.#tell(at, { sent: Math.min(file.size, at + bytes) })
        return post(paths.uploadPart(nominationId, uploadId, at), part, { signal, onSent })
      }, here)
      if (heard.is !== 'answer') return { is: heard.is }
      this.#tries = 0
      const { received, evidenceId, reason, facts } = heard.said
      if (typeof evidenceId === 'string') return { is: 'received' }
      // Its answer was lost, or another window sends the same file: the server says where to go on.
      const known = reason === 'part-misplaced' ? (facts as { received: unknown }).received : received
      if (typeof known !== 'number') return refusalIn(heard)
      here = known
      size = nextSize(size, Date.now() - begun)
    }
  }
}

/**
 * Sends a file in parts and goes on by itself after a dropped line; the same file sent again later goes on where it
 * stopped, since the server knows it by its digest. The signal stops it: what has arrived waits there for a day, under the
 * id that `onBegun` is told also when it was stopped before.
 */
export async function sendFile(what: Sendable, watch: Watch): Promise<Sent> {
  const run = new Run(what, watch)
  watch.onProgress({ sent: 0, kept: 0, total: what.file.size, run: 0, since: 0, waits: false })
  const sha256 = await digestOf(what.file).catch(() => null)
  if (sha256 === null)
    return { is: 'refused', reason: 'file-unreadable', facts: {}, fields: { file: 'errors.file.unreadable' } }
  if (watch.signal.aborted) return { is: 'stopped' }
  const begun = await run.announce(sha256)
  if (begun.is !== 'answer') return { is: begun.is }
  const { uploadId, received } = begun.said
  if (typeof uploadId !== 'string' || typeof received !== 'number') return refusalIn(begun)
  watch.onBegun(uploadId)
  return run.parts(uploadId, received)
}
