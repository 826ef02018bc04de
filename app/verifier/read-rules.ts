import type { CategoryRule, CriterionRule, Rules } from './bundle.ts'
import { fraction } from './fraction.ts'
import { count, list, object, text, textOrNull } from './shape.ts'
import type { Json, JsonObject } from './shape.ts'

function readCategory(value: Json, place: string): CategoryRule {
  const category = object(value, place)
  const rubric = object(category['rubric'], `${place}.rubric`)
  const criteria = list(rubric['criteria'], `${place}.rubric.criteria`).map((one, at): CriterionRule => {
    const here = `${place}.rubric.criteria[${at}]`
    const criterion = object(one, here)
    const threshold = textOrNull(criterion['threshold'], `${here}.threshold`)
    const levels = list(criterion['levels'], `${here}.levels`).map((level) => object(level, `${here}.levels`))
    return {
      code: text(criterion['code'], `${here}.code`),
      weight: fraction(text(criterion['weight'], `${here}.weight`)),
      points: new Map(
        levels.map((level) => [`${count(level['level'], here)}`, fraction(text(level['points'], here))]),
      ),
      threshold: threshold === null ? null : fraction(threshold),
    }
  })
  return {
    code: text(category['code'], `${place}.code`),
    rubric,
    criteria,
    renormalise: rubric['missingPolicy'] === 'renormalise',
    slots: list(category['slots'], `${place}.slots`).map((slot, at) => object(slot, `${place}.slots[${at}]`)),
  }
}

export function readRules(regulation: JsonObject): Rules {
  const scoring = object(regulation['scoring'], 'regulation.scoring')
  const jury = object(regulation['jury'], 'regulation.jury')
  const categories = list(regulation['categories'], 'regulation.categories').map((one, at) =>
    readCategory(one, `regulation.categories[${at}]`),
  )
  return {
    categories: new Map(categories.map((category) => [category.code, category])),
    aggregate: text(scoring['aggregate'], 'regulation.scoring.aggregate'),
    trimMinimum: count(scoring['trimMinimumSheets'], 'regulation.scoring.trimMinimumSheets'),
    decimals: count(scoring['decimals'], 'regulation.scoring.decimals'),
    lotNamed: scoring['lotNamed'] === true,
    minimumSheets: count(jury['minimumSheets'], 'regulation.jury.minimumSheets'),
    minimumShare: fraction(text(jury['minimumShare'], 'regulation.jury.minimumShare')),
    level: text(
      object(regulation['publication'], 'regulation.publication')['level'],
      'regulation.publication.level',
    ),
  }
}
