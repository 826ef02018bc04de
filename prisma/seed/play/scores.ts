import type { Rubric } from '#app/domain/campaign/regulation.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'
import type { Random } from './random.ts'

const LOWEST = 1
const HIGHEST = 5
const CLOSE_ENOUGH = 1.3

/** The score of a sheet, as a figure to aim with; the official one is computed elsewhere, exactly. */
const scoreOf = (rubric: Rubric, levels: readonly number[]): number =>
  rubric.criteria.reduce(
    (sum, { weight }, at) => sum + (Number(weight) * ((levels[at] ?? LOWEST) - 1) * 25) / 100,
    0,
  )

/** Levels whose score comes near the target: drawn around it, then mended one criterion at a time. */
export function levelsNear(rubric: Rubric, target: number, random: Random): readonly number[] {
  const centre = LOWEST + target / 25
  const levels = rubric.criteria.map(() => Math.min(HIGHEST, Math.max(LOWEST, Math.floor(centre + random()))))
  for (let tries = 0; tries < 400; tries += 1) {
    const distance = scoreOf(rubric, levels) - target
    if (Math.abs(distance) <= CLOSE_ENOUGH) return levels
    const at = Math.floor(random() * levels.length)
    const moved = (levels[at] ?? LOWEST) + (distance > 0 ? -1 : 1)
    if (moved < LOWEST || moved > HIGHEST) continue
    const before = levels[at] ?? LOWEST
    levels[at] = moved
    // A step that leads further away is taken back, except now and then, to leave a corner.
    if (Math.abs(scoreOf(rubric, levels) - target) > Math.abs(distance) && random() < 0.8) levels[at] = before
  }
  return levels
}

const COMMENTS = {
  fr: {
    low: 'Les éléments fournis ne permettent pas d’aller au-delà (appréciation synthétique).',
    high: 'Points forts étayés par le dossier (appréciation synthétique).',
  },
  ar: {
    low: 'العناصر المقدمة لا تسمح بأكثر من ذلك (تقييم اصطناعي).',
    high: 'نقط قوة مدعمة بعناصر الملف (تقييم اصطناعي).',
  },
} as const

/** A whole sheet near the target. Every remark says that it is invented. */
export function sheetEntries(
  rubric: Rubric,
  target: number,
  random: Random,
  locale: 'ar' | 'fr',
): readonly SheetEntry[] {
  const levels = levelsNear(rubric, target, random)
  return rubric.criteria.map(({ code }, at) => {
    const level = levels[at] ?? LOWEST
    const comment = rubric.commentRequiredAt.includes(level)
      ? COMMENTS[locale][level <= 2 ? 'low' : 'high']
      : ''
    return { criterion: code, level, cannotAssess: false, comment }
  })
}
