import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import { notify } from '../notice/notice.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { Hash } from '../audit/bytes.ts'
import type { Regulation } from '../campaign/regulation.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { drawLot, lotCommitment } from './lot.ts'
import type { PublicDraw } from './lot.ts'

export type LotRule = Pick<Regulation['scoring'], 'lotNamed' | 'lotSource'>

/** The public draw that the frozen regulation names; null when its cascade ends without a lot. */
export const namedSource = ({ lotNamed, lotSource }: LotRule): string | null =>
  lotNamed && lotSource !== undefined && lotSource !== '' ? lotSource : null

/**
 * The nominations of a category in the order drawn; null while nothing was drawn, or when the draw is not the one that
 * the regulation names: then no step of the cascade is a lot.
 */
export function lotOrderOf(
  rule: LotRule,
  draw: PublicDraw | null,
  { category, nominationIds }: { readonly category: string; readonly nominationIds: readonly string[] },
  hash: Hash,
): readonly string[] | null {
  const source = namedSource(rule)
  if (source === null || draw === null) return null
  const commitment = lotCommitment(source, hash)
  const drawn = drawLot({ named: true, commitment, category }, draw, nominationIds, hash)
  return drawn.ok ? drawn.value : null
}

export type LotFacts = {
  readonly campaignId: string
  readonly rule: LotRule
  /** A draw is already recorded. */
  readonly drawn: boolean
  /** A point of an agenda was opened: its finalists are fixed. */
  readonly opened: boolean
  /** Some nominations of some category stand equal after every other step. */
  readonly tied: boolean
  readonly now: Instant
  /** The offices and the seats of the campaign: whoever answers for a rank hears from the platform what decided it. */
  readonly people: readonly string[]
}
export type LotRecord = PublicDraw & { readonly commitment: string }

/**
 * Records what the public draw gave, and tells it. It is typed twice, because it decides a rank and is never written over. Refused: no
 * lot named, a draw already recorded, a point already opened, nobody equal, an outcome that is empty or differs.
 */
export function recordLot(
  { campaignId, rule, drawn, opened, tied, now, people }: LotFacts,
  typed: { readonly outcome: string; readonly again: string },
  hash: Hash,
): Result<
  { readonly record: LotRecord; readonly entry: EntryDraft; readonly notices: readonly NoticeDraft[] },
  'lot-not-named' | 'lot-already-drawn' | 'point-opened' | 'nothing-tied' | 'draw-empty' | 'draw-differs'
> {
  const source = namedSource(rule)
  if (source === null) return refuse('lot-not-named')
  if (drawn) return refuse('lot-already-drawn')
  if (opened) return refuse('point-opened')
  if (!tied) return refuse('nothing-tied')
  const outcome = typed.outcome.trim()
  if (outcome === '') return refuse('draw-empty', { source }, { outcome: 'errors.required' })
  if (typed.again.trim() !== outcome) return refuse('draw-differs', {}, { again: 'errors.drawDiffers' })
  const record = { source, outcome, commitment: lotCommitment(source, hash) }
  return ok({
    record,
    entry: {
      act: 'lotDrawn',
      subject: { type: 'campaign', id: campaignId },
      campaignId,
      facts: { ...record },
    },
    // The draw and its day; who gained a place by it stands in the room alone.
    notices: notify('lot-drawn', people, campaignId, { campaign: campaignId, source, outcome, at: now }),
  })
}
