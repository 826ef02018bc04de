import { hexOf, utf8 } from '../audit/bytes.ts'
import type { Hash } from '../audit/bytes.ts'
import { canonicalJson } from '../audit/canonical-json.ts'
import type { Regulation, Rubric } from '../campaign/regulation.ts'
import type { Result } from '../kernel/result.ts'
import { ok } from '../kernel/result.ts'

/** Hexadecimal hash of the RFC 8785 text: what a sealed sheet names and a bundle proves. */
export function canonicalHash(value: Rubric | Regulation, hash: Hash): Result<string, 'not-canonical'> {
  const text = canonicalJson(value)
  return text.ok ? ok(hexOf(hash(utf8(text.value)))) : text
}
