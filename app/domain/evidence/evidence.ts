import { ok, refuse } from '../kernel/result.ts'
import { cleanText } from '../kernel/clean-text.ts'
import { inTime } from '../nomination/deadline.ts'
import type { Phase } from '../campaign/phase.ts'
import type { Regulation } from '../campaign/regulation.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { AnswerProblem } from '../nomination/answer-check.ts'
import type { NominationState } from '../nomination/nomination.ts'

/** What a file may be, decided by its content and never by its name (product.md section 6). */
export const MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'video/mp4', 'text/csv'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]
const EXTENSIONS: Readonly<Record<MediaType, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'video/mp4': ['mp4'],
  'text/csv': ['csv'],
}

/** What a file says it is by the end of its name; null for an end that we do not know. */
export function mediaTypeNamed(fileName: string): MediaType | null {
  const extension = fileName.trim().split('.').at(-1)?.toLowerCase() ?? ''
  return MEDIA_TYPES.find((type) => EXTENSIONS[type].includes(extension)) ?? null
}

/** `unscanned`: no scanner is configured, said to whoever opens it. Submission never waits for a scan. */
export const SCAN_STATES = ['pending', 'clean', 'infected', 'unscanned'] as const
export type ScanState = (typeof SCAN_STATES)[number]

/** One piece of evidence: a file tied to the claim (an answer key of the dossier) that it proves. */
export type Evidence = {
  readonly id: string
  readonly title: string
  readonly claim: string
  readonly fileName: string
  readonly mediaType: MediaType
  readonly size: number
  readonly sha256: string
  readonly scanState: ScanState
  /** Length of a video in seconds where it could be read. */
  readonly seconds: number | null
}
export type EvidenceLimits = Regulation['participation']['evidence']

/** What says whether a dossier takes files: `closesAt` is the closing of nominations, `now` the database's clock. */
export type OpenFacts = {
  readonly state: NominationState
  readonly phase: Phase
  readonly closesAt: Instant
  readonly now: Instant
}
export type OpenReason = 'not-editable' | 'deadline-passed' | 'waited-too-long'
export type AttachFacts = OpenFacts & {
  readonly limits: EvidenceLimits
  readonly attached: readonly Evidence[]
  /** The answer keys a piece may prove. */
  readonly claims: readonly string[]
}
export type AttachReason =
  | OpenReason
  | 'too-many-files'
  | 'file-empty'
  | 'file-too-large'
  | 'file-type'
  | 'file-name'
  | 'name-mismatch'
  | 'video-too-long'
  | 'duplicate-file'
  | 'unknown-claim'
  | 'title-required'
  | 'title-unreadable'
  | 'title-too-long'
  | 'infected'

/** Characters of a piece's title: it stands on one line of a list. */
const LONGEST_TITLE = 200

/**
 * Whether files may be added or taken away now: in a draft before the closing, which the clock decides and not the turn of
 * the phase that follows it, or while completing.
 */
export function evidenceOpen({ state, phase, closesAt, now }: OpenFacts): Result<true, OpenReason> {
  if (state === 'completion_requested' && (phase === 'nominations' || phase === 'screening')) return ok(true)
  if (state !== 'draft' || phase !== 'nominations') return refuse('not-editable', { state, phase })
  return inTime(now, now, closesAt)
}

function fileRefusal(file: Evidence, limits: EvidenceLimits): Result<true, AttachReason> {
  const at = (message: string) => ({ file: `errors.file.${message}` })
  if (file.size === 0) return refuse('file-empty', {}, at('empty'))
  if (file.size > limits.bytesEach)
    return refuse('file-too-large', { size: file.size, limit: limits.bytesEach }, at('tooLarge'))
  if (!MEDIA_TYPES.includes(file.mediaType))
    return refuse('file-type', { mediaType: file.mediaType }, at('type'))
  const name = cleanText(file.fileName, 'line')
  if (!name.ok || name.value === '' || name.value.length > 200 || /[\\/]/.test(name.value)) {
    return refuse('file-name', {}, at('name'))
  }
  const extension = name.value.split('.').at(-1)?.toLowerCase() ?? ''
  if (!EXTENSIONS[file.mediaType].includes(extension)) {
    return refuse('name-mismatch', { mediaType: file.mediaType, extension }, at('extension'))
  }
  if (file.seconds !== null && file.seconds > limits.videoSeconds) {
    return refuse('video-too-long', { seconds: file.seconds, limit: limits.videoSeconds }, at('videoTooLong'))
  }
  return file.scanState === 'infected' ? refuse('infected', {}, at('infected')) : ok(true)
}

/**
 * Decides whether a file may be attached: open nomination, count, size, type by content agreeing with the name,
 * video length, no second copy of the same bytes, a title and a known claim. Names the limit it refuses by.
 */
export function attachEvidence(facts: AttachFacts, file: Evidence): Result<Evidence, AttachReason> {
  const open = evidenceOpen(facts)
  if (!open.ok) return open
  if (facts.attached.length >= facts.limits.files) {
    return refuse('too-many-files', { limit: facts.limits.files }, { file: 'errors.file.tooMany' })
  }
  const allowed = fileRefusal(file, facts.limits)
  if (!allowed.ok) return allowed
  const twin = facts.attached.find(({ sha256 }) => sha256 === file.sha256)
  if (twin !== undefined)
    return refuse('duplicate-file', { title: twin.title }, { file: 'errors.file.duplicate' })
  const title = cleanText(file.title, 'line')
  if (!title.ok)
    return refuse(
      'title-unreadable',
      {},
      { title: title.reason === 'bidi-control' ? 'errors.bidi' : 'errors.control' },
    )
  if (title.value === '') return refuse('title-required', {}, { title: 'errors.required' })
  if (title.value.length > LONGEST_TITLE)
    return refuse('title-too-long', { limit: LONGEST_TITLE }, { title: 'errors.tooLong' })
  if (!facts.claims.includes(file.claim)) return refuse('unknown-claim', {}, { claim: 'errors.choice' })
  return ok({ ...file, title: title.value, fileName: file.fileName.normalize('NFC').trim() })
}

/** What the completeness of a dossier says about its evidence. */
export function evidenceProblems(
  attached: readonly Evidence[],
  limits: EvidenceLimits,
): readonly AnswerProblem[] {
  const wrong = attached.filter((file) => !fileRefusal(file, limits).ok).map(({ title }) => title)
  return [
    ...(attached.length > limits.files
      ? [
          {
            field: 'evidence',
            code: 'evidence-over-limit' as const,
            facts: { count: attached.length, limit: limits.files },
          },
        ]
      : []),
    ...wrong.map((title) => ({ field: 'evidence', code: 'evidence-over-limit' as const, facts: { title } })),
  ]
}

/** Who may open a file: its own team always sees that it is there; others only once it is clean or unscannable. */
export const isReadable = (file: Pick<Evidence, 'scanState'>): boolean =>
  file.scanState === 'clean' || file.scanState === 'unscanned'
