import type { CategoryRule, CriterionRule, Rules } from './bundle.ts'
import { fraction, order, over, plus, whole } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { BundleFault, count, list, object, text, textOrNull } from './shape.ts'
import type { Json, JsonObject } from './shape.ts'

const same = (value: Fraction): Fraction => value

/** Different ranges are brought to 0..1 before they are weighed, when the rubric says so. */
function ontoUnit(points: readonly Fraction[]): (value: Fraction) => Fraction {
  const [n, d] = points[0] ?? [0n, 1n]
  const lowest: Fraction = [-n, d]
  const width = plus(points.at(-1) ?? [1n, 1n], lowest)
  return (value) => over(plus(value, lowest), width)
}

function readCategory(value: Json, place: string): CategoryRule {
  const category = object(value, place)
  const rubric = object(category['rubric'], `${place}.rubric`)
  const together = textOrNull(rubric['totalThreshold'] ?? null, `${place}.rubric.totalThreshold`)
  const criteria = list(rubric['criteria'], `${place}.rubric.criteria`).map((one, at): CriterionRule => {
    const here = `${place}.rubric.criteria[${at}]`
    const criterion = object(one, here)
    const threshold = textOrNull(criterion['threshold'], `${here}.threshold`)
    const levels = list(criterion['levels'], `${here}.levels`).map((level) => object(level, `${here}.levels`))
    const given = levels.map((level) => fraction(text(level['points'], here)))
    const scale = rubric['ranges'] === 'normalised' ? ontoUnit(given) : same
    return {
      code: text(criterion['code'], `${here}.code`),
      weight: fraction(text(criterion['weight'], `${here}.weight`)),
      points: new Map(
        levels.map((level, step) => [`${count(level['level'], here)}`, scale(given[step] ?? [0n, 1n])]),
      ),
      threshold: threshold === null ? null : scale(fraction(threshold)),
    }
  })
  return {
    code: text(category['code'], `${place}.code`),
    rubric,
    criteria,
    renormalise: rubric['missingPolicy'] === 'renormalise',
    totalThreshold: together === null ? null : fraction(together),
    slots: list(category['slots'], `${place}.slots`).map((slot, at) => object(slot, `${place}.slots[${at}]`)),
  }
}

type Rounds = Pick<Rules, 'secondRoundPlaces' | 'firstRoundShare'>

/** One round, or how many advance to the second and how much of the first they bring. */
function readRounds(scoring: JsonObject): Rounds {
  if (scoring['secondRound'] === undefined) return { secondRoundPlaces: null, firstRoundShare: [0n, 1n] }
  const round = object(scoring['secondRound'], 'regulation.scoring.secondRound')
  const percent = textOrNull(round['firstRoundPercent'] ?? null, 'secondRound.firstRoundPercent') ?? '0'
  const share = over(fraction(percent), whole(100))
  if (order(share, whole(0)) < 0 || order(share, whole(1)) >= 0)
    throw new BundleFault(`secondRound.firstRoundPercent is ${percent}, not from 0 to less than 100`)
  return { secondRoundPlaces: count(round['places'], 'secondRound.places'), firstRoundShare: share }
}

export function readRules(regulation: JsonObject): Rules {
  const scoring = object(regulation['scoring'], 'regulation.scoring')
  const jury = object(regulation['jury'], 'regulation.jury')
  const deliberation = object(regulation['deliberation'], 'regulation.deliberation')
  const categories = list(regulation['categories'], 'regulation.categories').map((one, at) =>
    readCategory(one, `regulation.categories[${at}]`),
  )
  return {
    categories: new Map(categories.map((category) => [category.code, category])),
    aggregate: text(scoring['aggregate'], 'regulation.scoring.aggregate'),
    trimMinimum: count(scoring['trimMinimumSheets'], 'regulation.scoring.trimMinimumSheets'),
    decimals: count(scoring['decimals'], 'regulation.scoring.decimals'),
    ...readRounds(scoring),
    lotNamed: scoring['lotNamed'] === true,
    lotSource: textOrNull(scoring['lotSource'] ?? null, 'regulation.scoring.lotSource'),
    minimumSheets: count(jury['minimumSheets'], 'regulation.jury.minimumSheets'),
    minimumShare: fraction(text(jury['minimumShare'], 'regulation.jury.minimumShare')),
    presentShare: fraction(text(deliberation['quorum'], 'regulation.deliberation.quorum')),
    majority: text(deliberation['majority'], 'regulation.deliberation.majority'),
    castingVote: deliberation['castingVote'] === true,
    level: text(
      object(regulation['publication'], 'regulation.publication')['level'],
      'regulation.publication.level',
    ),
  }
}
