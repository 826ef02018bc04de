import type { AdviceDocument } from '../advice/advice.ts'
import type { JsonValue } from '../audit/canonical-json.ts'
import { rankClass } from '../statistics/winning-set.ts'
import { openedNominations } from './bundle-content.ts'
import type { BundleInput } from './bundle-input.ts'

/** Doubles leave as decimal text: the canonical form of the bundle carries no fraction of a number. */
const decimal = (value: number | null): string | null => (value === null ? null : value.toFixed(6))

/** The class of the probability as printed, so that whoever reads the text comes to the same. */
const chanceOf = (probability: number | null) => {
  const printed = decimal(probability)
  return { probability: printed, class: printed === null ? null : rankClass(Number(printed)) }
}

function categoryLine(document: AdviceDocument, opened: ReadonlySet<string>): JsonValue {
  const { category, places, seed, agreement, chance, nominations } = document
  const { alpha, low, high } = agreement.value ?? { alpha: null, low: null, high: null }
  return {
    category,
    places,
    seed,
    agreement: agreement.value && { alpha: decimal(alpha), low: decimal(low), high: decimal(high) },
    chance: chance.value,
    nominations: nominations
      .filter((one) => opened.has(one.nominationId))
      .map((one) => ({
        nomination: one.nominationId,
        ...chanceOf(one.chance?.probability ?? null),
      })),
  }
}

/**
 * From level L1 on: the class of each laureate and finalist and the agreement of the jury (section 7.4 of the scoring
 * rules). Advisory and named as such: no part of the result rests on it. No file where nothing was computed.
 */
export function adviceFile(input: BundleInput): readonly (readonly [string, JsonValue])[] {
  const { advice = [], regulation } = input
  if (advice.length === 0 || regulation.publication.level === 'L0') return []
  const opened = openedNominations(input)
  return [['advisory.json', advice.map((document) => categoryLine(document, opened))]]
}
