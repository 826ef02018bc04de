import { hexOf, utf8 } from '../audit/bytes.ts'
import type { Hash } from '../audit/bytes.ts'
import { canonicalJson } from '../audit/canonical-json.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'

/** Keeps the hash of a lot from ever being the hash of anything else. */
const LOT_DOMAIN = 'award.lot.v1'

/** Public randomness that nobody of the award can choose: which draw, named in advance, and what it gave. */
export type PublicDraw = { readonly source: string; readonly outcome: string }
export type LotFacts = {
  /** Whether the regulation names the lot as the last step of its cascade. */
  readonly named: boolean
  /** Hexadecimal hash of the source, made public before the draw (`lotCommitment`). */
  readonly commitment: string
  readonly category: string
}

/** What is published before the draw takes place, so that no other draw can be taken afterwards. */
export const lotCommitment = (source: string, hash: Hash): string =>
  hexOf(hash(utf8(`${LOT_DOMAIN}\n${source}`)))

/**
 * The order drawn by lot between nominations that nothing else tells apart (section 1.9 of the scoring rules, step 6): by
 * the hash of the draw with each of them, so that anyone can draw it again and no order of input matters.
 * Refused: a lot that the rules do not name, a source that is not the committed one, an outcome that is empty, a name
 * without canonical form.
 */
export function drawLot(
  { named, commitment, category }: LotFacts,
  { source, outcome }: PublicDraw,
  nominationIds: readonly string[],
  hash: Hash,
): Result<readonly string[], 'lot-not-named' | 'source-not-committed' | 'draw-empty' | 'not-canonical'> {
  if (!named) return refuse('lot-not-named')
  if (lotCommitment(source, hash) !== commitment) return refuse('source-not-committed', { source })
  if (outcome.trim() === '') return refuse('draw-empty', { source })
  const drawn: { readonly nomination: string; readonly key: string }[] = []
  for (const nomination of nominationIds) {
    const text = canonicalJson({ domain: LOT_DOMAIN, category, nomination, outcome, source })
    if (!text.ok) return text
    drawn.push({ nomination, key: hexOf(hash(utf8(text.value))) })
  }
  return ok(drawn.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ nomination }) => nomination))
}
