import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import type { Computed, ProposalQuestion, SolverEnd, Watch } from '#app/domain/jury/propose.ts'
import type { LetterPicture } from '#app/adapters/picture/port.ts'
import type { Block } from '#app/domain/document/block.ts'
import type { DocumentRecords, MadeKind } from '#app/domain/document/kinds.ts'
import type { MinutesRecord } from '#app/domain/document/records.ts'

export type { LetterPicture, Painter } from '#app/adapters/picture/port.ts'
/** What the acts need from outside, as types only. Each is built once, in the composition root. */

export type Ids = {
  /** Random UUID (v4): for names that must not be guessed nor ordered. */
  readonly uuid: () => string
  /** Time-ordered UUID (v7, RFC 9562): for rows. */
  readonly rowId: () => string
}

type LogFields = Readonly<Record<string, unknown>>
export type Log = {
  readonly debug: (fields: LogFields, message: string) => void
  readonly info: (fields: LogFields, message: string) => void
  readonly warn: (fields: LogFields, message: string) => void
  readonly error: (fields: LogFields, message: string) => void
  /** A log whose every line carries `fields`. */
  readonly child: (fields: LogFields) => Log
}

// Files

export type { ContentRefusal, FileStore, MediaType, PutRefusal, StoredFile } from './file-store.ts'

export type ScanVerdict =
  | { readonly state: 'clean' }
  | { readonly state: 'infected'; readonly signature: string }
  /** No scanner is configured: the file stays `unscanned`. */
  | { readonly state: 'unscanned' }
  /** The scanner did not answer: ask again later. Never taken for clean. */
  | { readonly state: 'unavailable'; readonly reason: string }
export type Scanner = { readonly scan: (content: AsyncIterable<Uint8Array>) => Promise<ScanVerdict> }

// Mail

export type Letter = {
  /** Derived from the outbox row, so that a repeated delivery is recognised as the same letter. */
  readonly messageId: string
  readonly to: { readonly address: string; readonly name: string | null }
  readonly locale: Locale
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly pictures?: readonly LetterPicture[]
}
export type Delivery =
  | { readonly outcome: 'sent'; readonly response: string }
  | { readonly outcome: 'retry'; readonly reason: string }
  | { readonly outcome: 'failed'; readonly reason: string }
export type Mailer = { readonly send: (letter: Letter) => Promise<Delivery> }

// Documents and exports

export type Pressed = {
  readonly bytes: Uint8Array
  readonly sha256: string
  /** SHA-256 of the record's canonical JSON: the fingerprint printed on the page. */
  readonly recordSha256: string
}
export type PdfPress = {
  readonly press: <K extends MadeKind>(kind: K, record: DocumentRecords[K]) => Promise<Pressed>
  /** The body that the press sets of minutes, for a page; without what only a reader of scores may see. */
  readonly minutesBody: (record: MinutesRecord, hasScores: boolean) => readonly Block[]
}

export type Cell = string | number | boolean | null
/** One sheet of a spreadsheet file, read from the side of its language. */
export type Sheet = {
  readonly name: string
  readonly language: 'ar' | 'fr'
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}
export type Workbook = {
  readonly ods: (sheets: readonly Sheet[]) => Uint8Array
  readonly csv: (
    header: readonly string[],
    rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
  ) => AsyncIterable<Uint8Array>
}

// Assignment: computed beside the event loop, stopped at once when told to

export type AssignmentSolver = {
  readonly propose: (question: ProposalQuestion, watch: Watch) => Promise<Result<Computed, SolverEnd>>
}

// Jobs

export type JobPayload = Readonly<Record<string, string | number | boolean | null>>
export type Job = {
  readonly id: string
  readonly name: string
  readonly payload: JobPayload
  readonly attempt: number
}
export type Queue = {
  /** `key` makes it single: while a job of that name and key waits or runs, another is not added (T25). */
  readonly enqueue: (
    name: string,
    payload: JobPayload,
    facts?: { readonly key?: string; readonly after?: Instant },
  ) => Promise<void>
  /** Cron expression, at the finest once a minute, read in the legal zone. */
  readonly schedule: (name: string, cron: string, payload?: JobPayload) => Promise<void>
  /** One worker per name. A rejected promise means: try again with back-off. */
  readonly work: (name: string, run: (job: Job) => Promise<void>) => Promise<void>
  readonly start: () => Promise<void>
  /** Lets running jobs finish, then leaves. */
  readonly stop: () => Promise<void>
}

// Secrets

export type CipherPurpose = 'totp-secret' | 'test-account' | 'secret-ballot'
export type TotpVerdict = Result<{ readonly step: number }, 'code-wrong' | 'code-used'>
export type Crypto = {
  /** Argon2id in a bounded pool; `busy` means: answer 503 with Retry-After (T45). */
  readonly hashPassword: (plain: string) => Promise<Result<string, 'busy'>>
  /** `null` stands for an absent account: same work, always false (T13). */
  readonly verifyPassword: (plain: string, hash: string | null) => Promise<Result<boolean, 'busy'>>
  /** 32 random bytes as base64url; only the digest is stored. */
  readonly newToken: () => { readonly token: string; readonly digest: string }
  /** A token that follows from a text which nobody else has and from the application's secret: the same for the same text. */
  readonly sameToken: (of: string) => { readonly token: string; readonly digest: string }
  readonly tokenDigest: (token: string) => string
  readonly newTotp: (account: string, issuer: string) => { readonly secret: string; readonly uri: string }
  /** A code counts once: `lastUsedStep` is stored under row lock and replaced by the step returned (T48). */
  readonly verifyTotp: (secret: string, code: string, lastUsedStep: number | null, at: Instant) => TotpVerdict
  /** Shown once; the digests are stored. */
  readonly newRecoveryCodes: () => readonly { readonly code: string; readonly digest: string }[]
  /** The same ten for the same text, which is a secret of its own. */
  readonly sameRecoveryCodes: (of: string) => readonly { readonly code: string; readonly digest: string }[]
  readonly recoveryCodeDigest: (code: string) => string
  readonly sha256: (content: string | Uint8Array) => string
  readonly hmac: (purpose: string, content: string | Uint8Array) => string
  /** AES-256-GCM with a key of its own per purpose; `context` (a row id) is bound in, so that rows cannot be swapped. */
  readonly seal: (purpose: CipherPurpose, context: string, plain: string) => string
  readonly unseal: (purpose: CipherPurpose, context: string, sealed: string) => Result<string, 'seal-broken'>
  readonly randomBytes: (count: number) => Uint8Array
}

/** The key of the installation that signs the checkpoints of the log (Ed25519). */
export type Signer = {
  readonly name: string
  readonly publicKey: Uint8Array
  /** The public key as one line, as people keep it to check with. */
  readonly verifierKey: string
  readonly sign: (message: Uint8Array) => Uint8Array
}

// Limits

export type Bucket =
  | 'sign-in-account'
  | 'sign-in-address'
  | 'reset-account'
  | 'reset-address'
  | 'second-factor'
  | 'register-address'
  | 'confirm-account'
export type RateLimit = {
  readonly spend: (bucket: Bucket, key: string) => Promise<Result<{ readonly left: number }, 'throttled'>>
  readonly forgive: (bucket: Bucket, key: string) => Promise<void>
}
