import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adviseCategory } from '#app/domain/advice/advise.ts'
import { integer, parseRational } from '#app/domain/kernel/rational.ts'
import type { NominationCells } from '#app/domain/scoring/aggregate.ts'
import type { AdviceInput } from '#app/domain/advice/rows.ts'
import { designOf } from '#app/domain/statistics/design.ts'
import { sheetFlags, sheetResiduals } from '#app/domain/statistics/outliers.ts'
import { randomFrom } from '#app/domain/statistics/random.ts'

const exact = (text: string) => {
  const parsed = parseRational(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}
const LEVELS = [1, 2, 3, 4, 5]
const criterion = (code: string, weight: string) => ({
  code,
  weight: exact(weight),
  points: new Map(LEVELS.map((level) => [level, integer(25 * (level - 1))] as const)),
  threshold: null,
})
const rule: AdviceInput['rule'] = {
  rubric: {
    criteria: [criterion('impact', '60'), criterion('reuse', '40')],
    missingPolicy: 'exclude_sheet',
    commentRequiredAt: [],
    totalThreshold: null,
  },
  combine: 'mean',
  trimMinimumSheets: 5,
  minimumSheets: 3,
  minimumShare: exact('1/2'),
}

const always = { category: 'e-demarche', rule, decimals: 2, seed: 7, marks: [], prizes: [] }

/** One row a nomination, one column a juror: the levels of both criteria, or null where there is no sheet. */
const advised = (
  table: readonly (readonly (readonly [number, number] | null)[])[],
  places = 1,
  /** Scores of a first round that makes half of the final one. */
  firsts: readonly string[] = [],
  used: AdviceInput['rule'] = rule,
) => {
  const nominations = table.map((row, at): NominationCells => ({
    nominationId: `n${at}`,
    ...(firsts[at] === undefined ? {} : { carried: { score: exact(firsts[at]), share: exact('1/2') } }),
    cells: row.flatMap((levels, j) =>
      levels === null
        ? []
        : [{ seatId: `j${j}`, state: 'submitted' as const, levels: { impact: levels[0], reuse: levels[1] } }],
    ),
  }))
  const columns = (table[0] ?? []).map((_, j) => `j${j}`)
  return adviseCategory({ ...always, rule: used, nominations, places, columns })
}

const four = (a: number, b: number, c: number, d: number) =>
  [a, b, c, d].map((level): [number, number] => [level, level])

describe('the advice on a category', () => {
  it('keeps the order and the rank of the official result', () => {
    const { nominations } = advised([four(2, 2, 2, 3), four(5, 4, 5, 5), four(3, 3, 4, 3)])
    expect(nominations.map(({ nominationId, rank }) => [nominationId, rank])).toEqual([
      ['n1', 1],
      ['n2', 2],
      ['n0', 3],
    ])
  })

  it("gives Kendall's W of a panel that judged everything, with the name of its p, and says where there is none", () => {
    const { concordance } = advised([four(2, 2, 3, 2), four(5, 4, 5, 5), four(3, 3, 4, 3)])
    // Four jurors in one order of three: six orders each, and only those of the first matter.
    expect(concordance?.value).toEqual({ w: 1, p: 1 / 6 ** 3, how: 'exact', draws: null })
    const gap = advised([four(2, 2, 3, 2), [null, [4, 4], [5, 5], [5, 5]], four(3, 3, 4, 3)])
    expect(gap.concordance?.withheld?.because).toBe('concordance-incomplete')
  })

  it('looks at the final score where half of it comes from a first round, and at the sheets for the jury', () => {
    const table = [four(2, 2, 3, 2), four(5, 4, 5, 5), four(3, 3, 4, 3)]
    const [alone, both] = [advised(table), advised(table, 1, ['100', '0', '25'])]
    // Sheets of 31.25, 93.75 and 56.25 points: halves of them and of the first round.
    expect(both.nominations.map(({ nominationId, score }) => [nominationId, score])).toEqual([
      ['n0', 65.625],
      ['n1', 46.875],
      ['n2', 40.625],
    ])
    const of = (document: typeof alone, id: string) =>
      document.nominations.find(({ nominationId }) => nominationId === id)!
    expect([of(alone, 'n1').chance, of(both, 'n0').chance]).toEqual([
      { probability: 1, class: 'clear' },
      { probability: 1, class: 'clear' },
    ])
    const width = ({ low, high }: { low: number; high: number }) => high - low
    expect(width(of(both, 'n0').official!)).toBeCloseTo(width(of(alone, 'n0').official!) / 2, 10)
    expect(of(both, 'n0').official!.value).toBe(65.625)
    expect([of(both, 'n0').best, of(both, 'n0').worst]).toEqual([1, 1])
    expect(both.jurors.map(({ mean, severity }) => [mean, severity])).toEqual(
      alone.jurors.map(({ mean, severity }) => [mean, severity]),
    )
    expect(both.agreement.value?.alpha).toBe(alone.agreement.value?.alpha)
  })

  it('adjusts the final score and draws it on an incomplete panel, the first round being what it is', () => {
    // Twelve nominations, four of six jurors each in turn; equal first rounds leave every order as it is.
    const level = (i: number, j: number): [number, number] => [
      2 + (i % 3),
      2 + (i % 2) + ((i * j) % 5 === 1 ? 1 : 0),
    ]
    const table = Array.from({ length: 12 }, (_, i) =>
      Array.from({ length: 6 }, (__, j) => (j === i % 6 || j === (i + 2) % 6 ? null : level(i, j))),
    )
    const alone = advised(table, 3)
    const both = advised(
      table,
      3,
      table.map(() => '40'),
    )
    expect(both.nominations.map(({ nominationId }) => nominationId)).toEqual(
      alone.nominations.map(({ nominationId }) => nominationId),
    )
    expect(both.chance.value?.how).toBe('drawn')
    expect(alone.severity.withheld).toBeNull()
    alone.nominations.forEach(({ chance, adjusted }, at) => {
      const other = both.nominations[at]!
      expect(other.chance?.probability).toBe(chance?.probability)
      if (!adjusted) return
      expect(other.adjusted?.value).toBeCloseTo((40 + adjusted.value) / 2, 8)
      expect(other.adjusted?.se).toBeCloseTo(adjusted.se / 2, 8)
    })
  })

  it('says who would lead without each juror, and that he is pivotal', () => {
    // Without the fourth juror the second nomination leads: 100, 75, 75 against 75, 75, 75.
    const { jurors, nominations } = advised([four(4, 4, 4, 5), four(5, 4, 4, 2)])
    expect(nominations.map(({ nominationId }) => nominationId)).toEqual(['n0', 'n1'])
    expect(jurors.map(({ without }) => without)).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
      [2, 1],
    ])
    expect(jurors.map(({ pivotal }) => pivotal)).toEqual([false, false, false, true])
    expect(nominations.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 2],
      [1, 2],
    ])
  })

  it('ranks without a juror although a quorum of sheets would then be missed', () => {
    const three = (a: number, b: number, c: number) =>
      [a, b, c].map((level): [number, number] => [level, level])
    const { jurors } = advised([three(5, 5, 5), three(2, 3, 2), three(1, 1, 2)])
    expect(jurors.map(({ without }) => without)).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ])
  })

  it('leaves out a nomination under its quorum: it has no rank to be unsure of', () => {
    const { nominations } = advised([[[5, 5], [5, 5], null, null], four(3, 3, 3, 4), four(2, 3, 2, 2)])
    expect(nominations.map(({ nominationId }) => nominationId)).toEqual(['n1', 'n2'])
  })

  it('gives exact chances on a complete panel, and draws with the logged seed on an incomplete one', () => {
    const complete = advised([four(5, 5, 5, 5), four(1, 2, 1, 2)])
    expect(complete.chance.value).toEqual({ how: 'enumerated', resamples: 256 })
    expect(complete.nominations.map(({ chance }) => chance)).toEqual([
      { probability: 1, class: 'clear' },
      { probability: 0, class: 'out' },
    ])
    const rows = [...four(5, 4, 5, 4)].map((levels, j) => (j === 0 ? null : levels))
    const incomplete = advised([rows, four(2, 1, 2, 1), four(3, 3, 2, 3)])
    expect(incomplete.chance.value).toEqual({ how: 'drawn', resamples: 20_000 })
    expect(incomplete.nominations[0]?.chance?.class).toBe('clear')
  })

  it('names the gate behind which severity stays, and shows no adjusted score then', () => {
    const { severity, nominations, jurors } = advised([four(5, 4, 5, 4), four(2, 2, 3, 1)])
    expect(severity.withheld?.because).toBe('G3')
    expect(nominations.every(({ adjusted }) => adjusted === null)).toBe(true)
    expect(jurors.every((juror) => juror.severity === null)).toBe(true)
  })

  describe('on the reserves of severity', () => {
    // Twelve nominations before six jurors, whose levels follow the file and, a little, the juror.
    const level = (i: number, j: number): [number, number] => [
      2 + (i % 3),
      2 + (i % 2) + ((i * j) % 5 === 1 ? 1 : 0),
    ]
    const panel = (jurors: number, without: (i: number, j: number) => boolean) =>
      Array.from({ length: 12 }, (_, i) =>
        Array.from({ length: jurors }, (__, j) => (without(i, j) ? null : level(i, j))),
      )

    it('leaves G5 open where everybody judged everything, and undecided where nobody knows who chose', () => {
      const whole = advised(
        panel(6, () => false),
        3,
      )
      expect([whole.severity.withheld, whole.reserves]).toEqual([null, []])
      const gaps = advised(
        panel(6, (i, j) => i % 6 === j),
        3,
      )
      expect(gaps.severity.withheld).toBeNull()
      expect(gaps.reserves.map(({ because }) => because)).toEqual(['G5'])
    })

    it('says nothing of severity under four jurors, rather than a nought, and keeps the expected rank', () => {
      const { severity, nominations, jurors, expected, reserves } = advised(
        panel(3, () => false),
        3,
      )
      expect(severity.withheld).toEqual({ because: 'severity-few-jurors', facts: { least: 4 } })
      expect(nominations.every(({ adjusted }) => adjusted === null)).toBe(true)
      expect(jurors.every((juror) => juror.severity === null)).toBe(true)
      expect([expected?.withheld, reserves]).toEqual([null, []])
    })

    it('says of panels that no sheet links what their comparison rests on, and no reserve of a closed gate', () => {
      const { severity, chance, reserves } = advised(
        panel(6, (i, j) => i < 6 === j < 3),
        3,
      )
      expect(severity.withheld?.because).toBe('G1')
      expect(chance.value?.how).toBe('drawn')
      expect(reserves).toEqual([{ because: 'panels', facts: {} }])
      const bridged = advised(
        panel(6, (i, j) => i + j > 0 && i < 6 === j < 3),
        3,
      )
      expect([bridged.severity.withheld?.because, bridged.reserves]).toEqual(['G2', []])
    })
  })

  it('measures unusual sheets by a spread that follows the quality, once there are two hundred', () => {
    // Jurors scatter on the twenty weakest files and agree on the others: what is usual there is unusual here.
    const random = randomFrom(1)
    const table = Array.from({ length: 60 }, (_, i) => {
      const near = () => Math.round((i < 20 ? 2 : 4) + (i < 20 ? 0.8 : 0.25) * random.normal())
      const level = () => Math.max(1, Math.min(5, near()))
      return Array.from({ length: 6 }, (): [number, number] => [level(), level()])
    })
    const flagged = advised(table, 3).unusual.map(({ nominationId, seatId }) => `${nominationId} ${seatId}`)
    const sheets = table.flatMap((row, i) =>
      row.map(([a, b], j) => ({ nomination: `n${i}`, juror: `j${j}`, value: 15 * (a - 1) + 10 * (b - 1) })),
    )
    const design = designOf(sheets)
    const named = (figure: typeof sheetFlags) => {
      const found = design.ok && figure(design.value)
      if (!found || !found.ok) throw new Error('degrees of freedom are left')
      return sheets.flatMap(({ nomination, juror }, at) =>
        found.value.flagged[at] ? [`${nomination} ${juror}`] : [],
      )
    }
    expect([...flagged].sort()).toEqual([...named(sheetFlags)].sort())
    expect(named(sheetResiduals)).toEqual(['n7 j2', 'n15 j1'])
    expect(flagged.every((name) => Number(name.slice(1, 3)) >= 20)).toBe(true)
    expect(flagged.length).toBeGreaterThan(0)
  })

  it('reports the share of resamples that had no value', () => {
    // Two files: one of each four resamples draws twice the file on which all agree.
    const { agreement } = advised([four(3, 3, 3, 3), four(1, 5, 1, 5)])
    expect(agreement.value).toMatchObject({ resamples: 4, dropped: 0.25 })
    const whole = advised([four(2, 3, 2, 3), four(1, 5, 1, 5)]).agreement
    expect(Object.keys(whole.value ?? {})).not.toContain('dropped')
  })

  it('says that nothing varies, instead of a nought or a one', () => {
    const { agreement, severity, chance } = advised([four(3, 3, 3, 3), four(3, 3, 3, 3)])
    expect(agreement.withheld?.because).toBe('no-variation')
    expect(severity.withheld?.because).toBe('no-variation')
    expect(chance.withheld?.because).toBe('no-variation')
  })

  describe('on the expected rank', () => {
    // Twelve nominations before six jurors: enough sheets for every gate.
    const level = (i: number, j: number): [number, number] => [
      2 + (i % 3),
      2 + (i % 2) + ((i * j) % 5 === 1 ? 1 : 0),
    ]
    const whole = Array.from({ length: 12 }, (_, i) => Array.from({ length: 6 }, (__, j) => level(i, j)))

    it('adds up to the sum of all ranks, each within its interval, and changes no official rank', () => {
      const { nominations, expected, severity } = advised(whole, 3)
      expect(severity.withheld).toBeNull()
      expect(expected?.value).toEqual({ draws: 20_000 })
      const ranks = nominations.map((one) => one.expected!)
      expect(ranks.reduce((sum, { rank }) => sum + rank, 0)).toBeCloseTo((12 * 13) / 2, 6)
      for (const { rank, percentile, low, high } of ranks) {
        expect(rank).toBeGreaterThanOrEqual(low - 0.5)
        expect(rank).toBeLessThanOrEqual(high + 0.5)
        expect(percentile).toBeCloseTo((100 * (rank - 0.5)) / 12, 10)
        expect([low >= 1, low <= high, high <= 12]).toEqual([true, true, true])
      }
      // On a whole panel the model keeps the order of the means.
      const inOrder = nominations.map(({ rank }) => rank)
      expect([...inOrder].sort((a, b) => a - b)).toEqual(inOrder)
      expect(ranks[0]!.rank).toBeLessThan(ranks[11]!.rank)
    })

    it('draws together what a first round tears apart, in its share', () => {
      const firsts = whole.map((_, i) => String(100 - 9 * i))
      const both = advised(whole, 3, firsts).nominations
      const alone = advised(whole, 3).nominations
      const of = (list: typeof both, id: string) =>
        list.find(({ nominationId }) => nominationId === id)!.expected!.rank
      expect(of(both, 'n11')).toBeGreaterThan(of(alone, 'n11'))
      expect(of(both, 'n0')).toBeLessThan(of(alone, 'n0'))
    })

    it('stays behind the gate that closes severity, and says which', () => {
      const { expected, nominations } = advised([four(5, 4, 5, 4), four(2, 2, 3, 1)])
      expect(expected?.withheld?.because).toBe('G3')
      expect(nominations.every((one) => one.expected === null)).toBe(true)
    })
  })

  describe('on the weights', () => {
    const pairs = (impact: number, reuse: number): [number, number][] => [1, 2, 3].map(() => [impact, reuse])

    it('says exactly what share must pass before who draws level, and where each weight turns', () => {
      // 100 and 0 points in the criteria against 50 and 175/3.
      const { weights } = advised([
        pairs(5, 1),
        [
          [3, 3],
          [3, 3],
          [3, 4],
        ],
      ])
      const { leaders, radius, criteria } = weights!.value!
      // 60 against 160/3 at 60 to 40; level where the weight of impact is 7/13.
      expect(leaders).toEqual(['n0'])
      expect(radius).toEqual({ moved: '4/65', challenger: 'n1' })
      expect(criteria.map(({ code, now, below, above }) => [code, now, below, above])).toEqual([
        ['impact', '3/5', { at: '7/13', takenBy: ['n1'] }, null],
        ['reuse', '2/5', null, { at: '6/13', takenBy: ['n1'] }],
      ])
    })

    it('counts a first round as given, whatever the weights', () => {
      const { weights } = advised([pairs(5, 1), pairs(3, 3)], 1, ['50', '50'])
      expect(weights?.value?.radius).toEqual({ moved: '1/10', challenger: 'n1' })
      const ahead = advised([pairs(5, 1), pairs(3, 3)], 1, ['80', '50'])
      expect(ahead.weights?.value?.radius).toEqual({ moved: '2/5', challenger: 'n1' })
    })

    it('says nothing where the score is not the weighted mean, where one is ranked, or one criterion asked', () => {
      const table = [pairs(5, 1), pairs(3, 3)]
      const because = (used: Partial<AdviceInput['rule']>, rows = table) =>
        advised(rows, 1, [], { ...rule, ...used }).weights?.withheld?.because
      expect(because({ combine: 'median' })).toBe('weights-not-linear')
      expect(because({ combine: 'trimmed', trimMinimumSheets: 3 })).toBe('weights-not-linear')
      // Trimming is off for the whole category under its minimum: the mean stands.
      expect(because({ combine: 'trimmed', trimMinimumSheets: 4 })).toBeUndefined()
      expect(because({}, [pairs(5, 1)])).toBe('weights-one-nomination')
      const rubric = { ...rule.rubric, criteria: rule.rubric.criteria.slice(0, 1) }
      expect(because({ rubric })).toBe('weights-one-criterion')
    })

    it('names all who lead on equal scores, and no radius then', () => {
      expect(advised([pairs(3, 3), pairs(3, 3)]).weights?.value).toMatchObject({
        leaders: ['n0', 'n1'],
        radius: null,
      })
    })
  })

  it('has nothing to say of a category without a sheet', () => {
    const { nominations, jurors, agreement } = advised([
      [null, null],
      [null, null],
    ])
    expect([nominations, jurors]).toEqual([[], []])
    expect(agreement.withheld?.because).toBe('no-pairs')
  })

  it('does not depend on the order of nominations or sheets', () => {
    const level = fc.integer({ min: 1, max: 5 })
    const table = fc.array(fc.array(fc.tuple(level, level), { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 5,
    })
    fc.assert(
      fc.property(table, (rows) => {
        const forward = advised(rows)
        const nominations = rows.map((row, at): NominationCells => ({
          nominationId: `n${at}`,
          cells: row
            .map((levels, j) => ({
              seatId: `j${j}`,
              state: 'submitted' as const,
              levels: { impact: levels[0], reuse: levels[1] },
            }))
            .reverse(),
        }))
        const backward = adviseCategory({
          ...always,
          places: 1,
          nominations: nominations.reverse(),
          columns: ['j0', 'j1', 'j2', 'j3'],
        })
        expect(backward).toEqual(forward)
      }),
      { numRuns: 12 },
    )
  })
})
