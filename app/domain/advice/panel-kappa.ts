import { compare, sum } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import type { ScoringRubric } from '../scoring/rubric.ts'
import type { CountedSheet } from '../scoring/sheet-score.ts'
import { toNumber } from '../statistics/exact.ts'
import { FEWEST_COMMON, fleissKappa, pairKappa } from '../statistics/kappa.ts'
import { resampledFleiss } from '../statistics/panel-resampling.ts'
import type { Figure } from './advice.ts'
import { withheld } from './advice.ts'
import { drawnInterval } from './panel-intraclass.ts'
import type { FleissLine, PairKappaFigure, PairKappaLine, Screen } from './panel.ts'
import type { AdviceInput, Row } from './rows.ts'

/** Two-sided 95 %. */
const Z95 = 1.959963984540054
/** More pairs than this are read by nobody; the weakest are kept. */
const MOST_LINES = 400

type Levels = readonly (readonly (number | null)[])[]

/**
 * One column a juror, one row a nomination: which level of one criterion he chose, from nought up. Null instead of it all
 * where a sheet was sealed under another scale, whose levels are not those of today.
 */
function levelsOf(
  rows: readonly Row[],
  columns: readonly string[],
  { code, points }: ScoringRubric['criteria'][number],
): Levels | null {
  const scale = [...points.values()].sort(compare)
  const at = (given: Rational): number => scale.findIndex((step) => compare(step, given) === 0)
  const chosen = rows.map(
    (row) => new Map(row.counted.map((sheet) => [sheet.seatId, sheet.points.get(code) ?? null])),
  )
  const found = columns.map((seatId) =>
    chosen.map((row) => {
      const given = row.get(seatId) ?? null
      return given === null ? null : at(given)
    }),
  )
  return found.flat().includes(-1) ? null : found
}

const clipped = (value: number): number => Math.max(-1, Math.min(1, value))

function linesOf(columns: readonly string[], levels: Levels, criterion: string): readonly PairKappaLine[] {
  return levels.flatMap((first, a) =>
    levels.slice(a + 1).flatMap((second, next): readonly PairKappaLine[] => {
      const kappa = pairKappa(first, second, 'quadratic')
      if (!kappa.ok) return []
      const { weighted: value, se, common } = kappa.value
      const known = value !== null && se !== null
      return [
        {
          pair: [columns[a] as string, columns[a + 1 + next] as string],
          ...{ criterion, common, value },
          low: known ? clipped(value - Z95 * se) : null,
          high: known ? clipped(value + Z95 * se) : null,
        },
      ]
    }),
  )
}

/**
 * Weighted kappa of each two jurors on each criterion (section 3.4), quadratic over its levels, with an asymptotic 95 %
 * interval. Withheld: a scale that changed between sheets, no two jurors with twenty nominations in common.
 */
export function kappaOf(
  rows: readonly Row[],
  columns: readonly string[],
  { criteria }: ScoringRubric,
): Figure<PairKappaFigure> {
  const levels = criteria.map((criterion) => levelsOf(rows, columns, criterion))
  if (levels.includes(null)) return withheld('kappa-scale-changed')
  const lines = levels.flatMap((of, c) => linesOf(columns, of ?? [], criteria[c]?.code ?? ''))
  if (lines.length === 0) return withheld('kappa-too-few-common', { least: FEWEST_COMMON })
  const ordered = [...lines].sort((a, b) => (a.value ?? 1) - (b.value ?? 1))
  return {
    value: {
      pairs: new Set(lines.map(({ pair }) => pair.join(' '))).size,
      ofPairs: (columns.length * (columns.length - 1)) / 2,
      lines: ordered.slice(0, MOST_LINES),
    },
    withheld: null,
  }
}

/** Every yes or no that the rules ask of a sheet: the thresholds of its criteria, of their total, and of the prizes. */
function screensOf({ rule, prizes }: AdviceInput): readonly Screen[] {
  const { criteria, totalThreshold } = rule.rubric
  return [
    ...prizes.map(({ code, threshold }) => ({ of: 'prize' as const, code, threshold })),
    ...criteria.flatMap(({ code, threshold }) =>
      threshold === null ? [] : [{ of: 'criterion' as const, code, threshold }],
    ),
    ...(totalThreshold === null ? [] : [{ of: 'total' as const, code: '', threshold: totalThreshold }]),
  ]
}

/** What a sheet answers to a screen with: null where it does not say. */
function valueFor(sheet: CountedSheet, { of, code }: Screen): Rational | null {
  if (of === 'prize') return sheet.score
  if (of === 'criterion') return sheet.points.get(code) ?? null
  const known = [...sheet.points.values()].filter((value) => value !== null)
  return known.length === sheet.points.size ? sum(known) : null
}

/** Per nomination, how many sheets say yes and how many no. */
const answersTo = (rows: readonly Row[], screen: Screen): readonly (readonly [number, number])[] =>
  rows.map((row) => {
    const said = row.counted.flatMap((sheet) => valueFor(sheet, screen) ?? [])
    const yes = said.filter((value) => compare(value, screen.threshold) >= 0).length
    return [yes, said.length - yes]
  })

/**
 * Fleiss' kappa of the yes-or-no questions of the rules (section 3.4): does this sheet reach the threshold? With a 95 %
 * interval from nominations drawn anew. Withheld: no threshold in the rules, one sheet a nomination, unequal numbers.
 */
export function fleissOf(rows: readonly Row[], input: AdviceInput): Figure<readonly FleissLine[]> {
  const screens = screensOf(input)
  if (screens.length === 0) return withheld('fleiss-no-threshold')
  const lines: FleissLine[] = []
  for (const screen of screens) {
    const answers = answersTo(rows, screen)
    const found = fleissKappa(answers)
    if (!found.ok) return withheld(`fleiss-${found.reason}`)
    const yes = answers.reduce((reached, [count]) => reached + count, 0)
    lines.push({
      ...{ of: screen.of, code: screen.code, threshold: toNumber(screen.threshold) },
      share: yes / answers.flat().reduce((all, count) => all + count, 0),
      value: found.value.kappa,
      ...(found.value.kappa === null
        ? { low: null, high: null }
        : drawnInterval(answers.length, resampledFleiss(answers), input.seed)),
    })
  }
  return { value: lines, withheld: null }
}
