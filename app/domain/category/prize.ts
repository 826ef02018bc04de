import { compareDecimals } from '../campaign/weights.ts'
import type { PrizeSlotRule, PrizeType } from '../campaign/regulation.ts'

/** Order of prizes in every list: excellence first, the jury's own last. */
export const PRIZE_ORDER: readonly PrizeType[] = ['excellence', 'encouragement', 'jury', 'other']

/** Slots in the order in which they are awarded and shown; equal types keep the order of the regulation. */
export const inPrizeOrder = <S extends Pick<PrizeSlotRule, 'type'>>(slots: readonly S[]): readonly S[] =>
  [...slots].sort((a, b) => PRIZE_ORDER.indexOf(a.type) - PRIZE_ORDER.indexOf(b.type))

/**
 * Whether a score (decimal text, 0 to 100) lies below the advisory threshold of a slot, so that the jury is
 * asked to consider withholding. Never decides by itself; false when the slot has none.
 */
export const isBelowAdvice = (slot: Pick<PrizeSlotRule, 'advisoryThreshold'>, score: string): boolean =>
  slot.advisoryThreshold !== null && compareDecimals(score, slot.advisoryThreshold) === -1
