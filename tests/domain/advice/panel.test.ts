import { describe, expect, it } from 'vitest'
import type { PanelFigures } from '#app/domain/advice/advice.ts'
import { driftOf, interestOf } from '#app/domain/advice/panel-behaviour.ts'
import { haloOf } from '#app/domain/advice/panel-halo.ts'
import { intraclassOf } from '#app/domain/advice/panel-intraclass.ts'
import { fleissOf, kappaOf } from '#app/domain/advice/panel-kappa.ts'
import { ordinalOf } from '#app/domain/advice/panel-ordinal.ts'
import { identicalOf, quickOf } from '#app/domain/advice/panel-shares.ts'
import { observationsOf, rowsOf } from '#app/domain/advice/rows.ts'
import type { AdviceInput, SheetMark } from '#app/domain/advice/rows.ts'
import { integer, parseRational } from '#app/domain/kernel/rational.ts'
import { ok } from '#app/domain/kernel/result.ts'
import { krippendorffAlpha } from '#app/domain/statistics/alpha.ts'
import { designOf } from '#app/domain/statistics/design.ts'
import { intraclass } from '#app/domain/statistics/icc.ts'
import { jurorModel } from '#app/domain/statistics/juror-model.ts'
import { randomFrom, shuffled } from '#app/domain/statistics/random.ts'

const exact = (text: string) => {
  const parsed = parseRational(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}
/** The figures of the panel alone, each made when it is asked for, on the model that the whole advice rests on. */
function figuresOf(input: AdviceInput): PanelFigures {
  const { rows } = rowsOf(input)
  const design = designOf(observationsOf(rows))
  if (!design.ok) throw new Error(design.reason)
  const model = jurorModel(design.value)
  const fitted = model.ok ? ok({ design: design.value, model: model.value }) : model
  const { columns, seed, rule, marks } = input
  return {
    get intraclass() {
      return intraclassOf(rows, columns, seed)
    },
    get ordinal() {
      return ordinalOf(rows, columns, rule.rubric, seed)
    },
    get kappa() {
      return kappaOf(rows, columns, rule.rubric)
    },
    get fleiss() {
      return fleissOf(rows, input)
    },
    get drift() {
      return driftOf(rows, fitted, marks)
    },
    get halo() {
      return haloOf(rows, rule.rubric, seed)
    },
    get interest() {
      return interestOf(rows, fitted, input)
    },
    get identical() {
      return identicalOf(rows, columns, rule.rubric)
    },
    get quick() {
      return quickOf(rows, columns, marks)
    },
  }
}
type Levels = readonly number[]
type Changes = Partial<Pick<AdviceInput, 'marks' | 'prizes'>> & { readonly criteria?: readonly string[] }

const rubricOf = (criteria: readonly string[], most = 5) => ({
  criteria: criteria.map((code) => ({
    code,
    weight: integer(1),
    points: new Map(
      Array.from({ length: most }, (_, at) => [at + 1, integer((100 / (most - 1)) * at)] as const),
    ),
    threshold: null,
  })),
  missingPolicy: 'exclude_sheet' as const,
  commentRequiredAt: [],
  totalThreshold: null,
})
const CRITERIA = ['a', 'b', 'c']

/** One row a nomination, one column a juror, the level of each criterion; null: no sheet. */
function panelFigures(table: readonly (readonly (Levels | null)[])[], changes: Changes = {}): PanelFigures {
  const { marks = [], prizes = [], criteria = CRITERIA } = changes
  return figuresOf({
    ...{ category: 'x', decimals: 2, places: 1, seed: 7, marks, prizes },
    rule: {
      rubric: rubricOf(criteria),
      ...{ combine: 'mean' as const, trimMinimumSheets: 5, minimumSheets: 1, minimumShare: exact('1/9') },
    },
    columns: (table[0] ?? []).map((_, j) => `j${j}`),
    nominations: table.map((row, i) => ({
      nominationId: `n${i}`,
      cells: row.flatMap((levels, j) =>
        levels === null
          ? []
          : [
              {
                ...{ seatId: `j${j}`, state: 'submitted' as const },
                levels: Object.fromEntries(criteria.map((code, c) => [code, levels[c] ?? null])),
              },
            ],
      ),
    })),
  })
}

const random = randomFrom(3)
const level = (worth: number): number =>
  Math.max(1, Math.min(5, Math.round(3 + worth + 0.6 * random.normal())))
const drawn = (nominations: number, jurors: number): Levels[][] =>
  Array.from({ length: nominations }, () => {
    const worth = 1.2 * random.normal()
    return Array.from({ length: jurors }, () => CRITERIA.map(() => level(worth)))
  })
const table = drawn(24, 4)
const gaps = table.map((row, i) => row.map((levels, j) => (i % 4 === j ? null : levels)))

describe('the ordinal alpha of each criterion', () => {
  it('reads the order of the levels alone: uneven points give the same, and the figure of the table of levels', () => {
    const lines = panelFigures(gaps).ordinal?.value ?? []
    expect(lines.map(({ criterion }) => criterion)).toEqual(CRITERIA)
    for (const [c, { value, low, high }] of lines.entries()) {
      const levels = gaps.map((row) =>
        row.map((of) => (of ? integer([0, 1, 10, 11, 100][of[c]! - 1]!) : null)),
      )
      expect(value).toBe(krippendorffAlpha(levels, 'ordinal').alpha)
      expect(low).toBeLessThan(value ?? -9)
      expect(high).toBeGreaterThan(value ?? 9)
    }
  })

  it('has no value on a criterion that nobody varied on, and is withheld where none or no pair says anything', () => {
    const flat = table.map((row) => row.map(([a, b]) => [a!, b!, 3]))
    const lines = panelFigures(flat).ordinal?.value ?? []
    expect(lines.map(({ value }) => value === null)).toEqual([false, false, true])
    expect(lines[2]).toEqual({ criterion: 'c', value: null, low: null, high: null })
    const alike = table.map((row) => row.map(() => [3, 3, 3]))
    expect(panelFigures(alike).ordinal?.withheld).toEqual({ because: 'no-variation', facts: {} })
    const alone = table.map((row, i) => row.map((levels, j) => (i % 4 === j ? levels : null)))
    expect(panelFigures(alone).ordinal?.withheld).toEqual({ because: 'no-pairs', facts: {} })
  })
})

describe('the intraclass correlation of a panel', () => {
  it('has the six forms with their intervals where everybody judged everything', () => {
    const { value } = panelFigures(table).intraclass
    const plain = intraclass(
      table.map((row) => row.map((one) => one.reduce((all, x) => all + 25 * (x - 1), 0) / 3)),
    )
    expect(value).toMatchObject({ complete: true, sheets: 4 })
    const third = value?.lines.find(({ form }) => form === 'ICC(3,k)')
    expect(third?.value).toBeCloseTo((plain.ok && plain.value.forms['ICC(3,k)'].value) || NaN, 10)
    expect(value?.lines).toHaveLength(6)
    for (const { value: of, low, high } of value?.lines ?? []) {
      expect(low).toBeLessThan(of ?? -9)
      expect(high).toBeGreaterThan(of ?? 9)
    }
  })

  it('is the one of an unbalanced table where sheets are missing', () => {
    const { value } = panelFigures(gaps).intraclass
    expect(value).toMatchObject({ complete: false, sheets: 3 })
    expect(value?.lines.map(({ form }) => form)).toEqual(['unbalanced', 'unbalanced-mean'])
    for (const { value: of, low, high } of value?.lines ?? []) {
      expect(low).toBeLessThan(of ?? -9)
      expect(high).toBeGreaterThan(of ?? 9)
    }
  })

  it('names what closes it', () => {
    const because = (rows: readonly (readonly (Levels | null)[])[]) =>
      panelFigures(rows).intraclass.withheld?.because
    expect(
      because([
        [
          [1, 2, 3],
          [2, 2, 2],
        ],
      ]),
    ).toBe('intraclass-one-nomination')
    expect(because([[[1, 2, 3]], [[3, 3, 3]]])).toBe('intraclass-one-juror')
    expect(
      because([
        [[1, 2, 3], null],
        [null, [3, 3, 3]],
      ]),
    ).toBe('intraclass-no-second-sheet')
  })
})

describe('the kappas of a panel', () => {
  it('compare every two jurors with twenty files in common, the weakest agreement first', () => {
    const odd = table.map((row) => row.map((levels, j) => (j === 2 ? levels.map((x) => 6 - x) : levels)))
    const { value } = panelFigures(odd).kappa
    expect(value).toMatchObject({ pairs: 6, ofPairs: 6 })
    expect(value?.lines).toHaveLength(18)
    expect(value?.lines.slice(0, 9).every(({ pair }) => pair.includes('j2'))).toBe(true)
    for (const { value: of, low, high, common } of value?.lines ?? []) {
      expect(common).toBe(24)
      expect(low).toBeLessThanOrEqual(of ?? -9)
      expect(high).toBeGreaterThanOrEqual(of ?? 9)
    }
  })

  it('are closed under twenty common files', () => {
    expect(panelFigures(gaps).kappa.withheld).toEqual({
      because: 'kappa-too-few-common',
      facts: { least: 20 },
    })
  })

  it('are closed where sheets were sealed under another scale', () => {
    const { kappa } = figuresOf({
      ...{ category: 'x', decimals: 2, places: 1, seed: 7, marks: [], prizes: [], columns: ['j0', 'j1'] },
      rule: {
        rubric: rubricOf(['a', 'b']),
        ...{ combine: 'mean', trimMinimumSheets: 5, minimumSheets: 1, minimumShare: exact('1/9') },
      },
      nominations: table.map((_, i) => ({
        nominationId: `n${i}`,
        cells: ['j0', 'j1'].map((seatId, j) => ({
          ...{ seatId, state: 'submitted' as const, levels: { a: 1 + (i % 3), b: 2 } },
          ...(j === 0 && i === 0 ? { rubric: rubricOf(['a', 'b'], 11), levels: { a: 2, b: 2 } } : {}),
        })),
      })),
    })
    expect(kappa.withheld?.because).toBe('kappa-scale-changed')
  })

  it('ask whether a sheet reaches the threshold of a prize, with an interval', () => {
    const prizes = [{ code: 'excellence', threshold: integer(50) }]
    const { value } = panelFigures(table, { prizes }).fleiss
    expect(value?.[0]).toMatchObject({ of: 'prize', code: 'excellence', threshold: 50 })
    const { value: kappa, low, high, share } = value![0]!
    expect(share).toBeGreaterThan(0.2)
    expect(kappa).toBeGreaterThan(0.2)
    expect(low).toBeLessThan(kappa!)
    expect(high).toBeGreaterThan(kappa!)
  })

  it('have no yes or no without a threshold, nor with unequal numbers of sheets', () => {
    expect(panelFigures(table).fleiss.withheld?.because).toBe('fleiss-no-threshold')
    const uneven = table.map((row, i) => (i === 0 ? [null, ...row.slice(1)] : row))
    const prizes = [{ code: 'excellence', threshold: integer(50) }]
    expect(panelFigures(uneven, { prizes }).fleiss.withheld?.because).toBe('fleiss-unequal-jurors')
  })
})

const orders = Array.from({ length: 4 }, () => shuffled(24, random))
const marksOf = (linked: (i: number, j: number) => boolean): SheetMark[] =>
  table.flatMap((row, i) =>
    row.map((_, j) => ({
      ...{ nominationId: `n${i}`, seatId: `j${j}` },
      place: orders[j]!.indexOf(i) + 1,
      linked: linked(i, j),
      seconds: 600,
    })),
  )

describe('drift', () => {
  it('is told in points over the reading of each juror, with its interval', () => {
    const tired = table.map((row, i) =>
      row.map((levels, j) =>
        j === 1 ? levels.map((x) => Math.max(1, x - Math.floor(orders[1]!.indexOf(i) / 7))) : levels,
      ),
    )
    const { value } = panelFigures(tired, { marks: marksOf(() => false) }).drift
    expect(value?.filter(({ flagged }) => flagged).map(({ seatId }) => seatId)).toEqual(['j1'])
    const own = value?.find(({ seatId }) => seatId === 'j1')
    expect(own?.value).toBeLessThan(-20)
    expect(own?.high).toBeLessThan(0)
    expect(own!.value! - own!.low!).toBeCloseTo(own!.high! - own!.value!, 10)
  })

  it('names what closes it', () => {
    expect(panelFigures(table).drift.withheld?.because).toBe('drift-positions-differ')
    const same = marksOf(() => false).map((mark) => ({ ...mark, place: Number(mark.nominationId.slice(1)) }))
    expect(panelFigures(table, { marks: same }).drift.withheld?.because).toBe('drift-order-confounded')
  })
})

describe('halo', () => {
  it('is an index with its interval for each juror, and the share of one dimension', () => {
    const one = table.map((row) =>
      row.map((levels, j) => (j === 0 ? CRITERIA.map(() => level(1.5)) : levels)),
    )
    const alike = one.map((row) => row.map((levels, j) => (j === 0 ? levels.map(() => levels[0]!) : levels)))
    const { value } = panelFigures(alike).halo
    expect(value?.jurors.filter(({ flagged }) => flagged).map(({ seatId }) => seatId)).toEqual(['j0'])
    expect(value?.jurors[0]?.straight).toBe(1)
    expect(value?.share.low).toBeLessThan(value?.share.value ?? 0)
    expect(value?.share.high).toBeGreaterThan(value?.share.value ?? 1)
  })

  it('is closed for a rubric of one criterion, and for two sheets', () => {
    expect(panelFigures(table, { criteria: ['a'] }).halo.withheld?.because).toBe('halo-one-criterion')
    const two = [
      [
        [1, 2, 3],
        [2, 2, 2],
      ],
    ]
    expect(panelFigures(two).halo.withheld?.because).toBe('halo-too-few-sheets')
  })
})

describe('the share of identical sheets', () => {
  /** Levels that no two files share. */
  const apart = Array.from({ length: 24 }, (_, i) => [1 + (i % 5), 1 + (Math.floor(i / 5) % 5), 3])
  const jurors = (of: (i: number, j: number) => Levels | null) =>
    apart.map((_, i) => Array.from({ length: 4 }, (_, j) => of(i, j)))

  it('counts the sheets of one juror that repeat another of his on every criterion, never those of somebody else', () => {
    // The others give the same sheets as one another, file by file; the second gives three of his own again.
    const value = panelFigures(jurors((i, j) => (j === 1 && i < 3 ? apart[3]! : apart[i]!))).identical?.value
    expect(value).toEqual([
      { seatId: 'j0', sheets: 24, value: 0 },
      { seatId: 'j1', sheets: 24, value: 4 / 24 },
      { seatId: 'j2', sheets: 24, value: 0 },
      { seatId: 'j3', sheets: 24, value: 0 },
    ])
    const two = panelFigures(jurors((i) => [apart[i]![0]!, 1 + (i % 2), 3])).identical?.value
    expect(two?.every((line) => line.value === 1)).toBe(true)
  })

  it('says nothing of a juror with seven sheets, and is closed where nobody has eight or for one criterion', () => {
    const few = panelFigures(jurors((i, j) => (j === 2 && i > 6 ? null : apart[0]!))).identical?.value
    expect(few?.map(({ sheets, value }) => [sheets, value])).toEqual([
      [24, 1],
      [24, 1],
      [7, null],
      [24, 1],
    ])
    const seven = jurors(() => apart[0]!).slice(0, 7)
    expect(panelFigures(seven).identical?.withheld).toEqual({
      because: 'identical-too-few-sheets',
      facts: { least: 8 },
    })
    expect(panelFigures(seven.concat(seven.slice(0, 1))).identical?.withheld).toBeNull()
    expect(panelFigures(table, { criteria: ['a'] }).identical?.withheld?.because).toBe(
      'identical-one-criterion',
    )
  })
})

describe('the share of quick sheets', () => {
  const timed = (secondsOf: (i: number, j: number) => number | null) =>
    panelFigures(table, {
      marks: marksOf(() => false).map((mark) => ({
        ...mark,
        seconds: secondsOf(Number(mark.nominationId.slice(1)), Number(mark.seatId.slice(1))),
      })),
    }).quick

  it('counts those under a tenth of the median time of all, among those whose time is known', () => {
    // A tenth of the median is not under it.
    const quick = timed((i, j) => {
      if (j === 3) return i < 7 ? 600 : null
      return j === 2 && i < 6 ? (i < 4 ? 59 : 60) : j === 1 && i > 15 ? null : 600
    })
    expect(quick?.value).toEqual([
      { seatId: 'j0', sheets: 24, value: 0 },
      { seatId: 'j1', sheets: 16, value: 0 },
      { seatId: 'j2', sheets: 24, value: 4 / 24 },
      { seatId: 'j3', sheets: 7, value: null },
    ])
  })

  it('is closed where no juror has eight sheets of known time', () => {
    const closed = { because: 'quick-too-few-times', facts: { least: 8 } }
    expect(timed((i) => (i < 7 ? 600 : null))?.withheld).toEqual(closed)
    expect(panelFigures(table).quick?.withheld).toEqual(closed)
    expect(timed((i) => (i < 8 ? 600 : null))?.withheld).toBeNull()
  })
})

describe('the interest test', () => {
  const TOO_FEW = { because: 'interest-too-few', facts: { least: 5, leastJurors: 3 } }
  const isLinked = (i: number, j: number): boolean => i % 6 === j && j < 3
  const favoured = table.map((row, i) =>
    row.map((levels, j) => (isLinked(i, j) ? levels.map((x) => Math.min(5, x + 2)) : levels)),
  )

  it('gives the difference and its p, and nothing of who is linked to what', () => {
    const { value } = panelFigures(favoured, { marks: marksOf(isLinked) }).interest
    expect(Object.keys(value ?? {})).toEqual(['difference', 'p', 'draws'])
    expect(value?.difference).toBeGreaterThan(10)
    expect(value?.p).toBeLessThan(0.05)
  })

  it('says the same for no link, for four, and for many of two jurors', () => {
    const counts = [() => false, (i: number, j: number) => i === j, (i: number, j: number) => j < 2 && i < 9]
    for (const linked of counts)
      expect(panelFigures(table, { marks: marksOf(linked) }).interest.withheld).toEqual(TOO_FEW)
  })
})
