import { hexOf, join, utf8 } from '../audit/bytes.ts'
import type { Hash } from '../audit/bytes.ts'
import { canonicalJson } from '../audit/canonical-json.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'

/** Keeps the hash of a sheet from ever being the hash of anything else (scoring.md section 7.1). */
export const SHEET_DOMAIN = 'award.score-sheet.v1'
export const SALT_BYTES = 32
export const SECOND_ROUND = '2' as const

/**
 * What a sealed sheet commits to. No juror: the opened sheets of a nomination recompute its score without telling
 * who wrote which (product.md section 14). Numbers are text, a criterion that could not be assessed is null.
 */
export type CommittedSheet = {
  readonly campaign: string
  readonly nomination: string
  readonly rubric: string
  readonly levels: Readonly<Record<string, string | null>>
  readonly version: string
  readonly sheet: string
  /** `2` on a sheet of the second round; absent on every other, so that none can be passed off as the other's. */
  readonly round?: typeof SECOND_ROUND
}

export type Commitment = {
  readonly commitment: string
  readonly record: CommittedSheet
  readonly canonical: string
}

/**
 * SHA-256(domain ‖ 0x00 ‖ salt ‖ RFC 8785 text) in lower-case hexadecimal. Without the salt four criteria of five
 * levels would be guessed at once. Refused: a salt that is not 32 bytes, an identifier without canonical form.
 */
export function commitSheet(
  record: CommittedSheet,
  salt: Uint8Array,
  hash: Hash,
): Result<Commitment, 'salt-length' | 'not-canonical'> {
  if (salt.length !== SALT_BYTES) return refuse('salt-length', { bytes: salt.length })
  const canonical = canonicalJson(record)
  if (!canonical.ok) return canonical
  const commitment = hexOf(hash(committedBytes(canonical.value, salt)))
  return ok({ commitment, record, canonical: canonical.value })
}

/** The bytes that are hashed, for a receipt that anyone can recompute. */
export const committedBytes = (
  canonical: string,
  salt: Uint8Array,
  domain: string = SHEET_DOMAIN,
): Uint8Array => join(utf8(domain), Uint8Array.of(0), salt, utf8(canonical))
