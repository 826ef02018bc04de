import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { hexOf, utf8 } from '#app/domain/audit/bytes.ts'
import { buildBundle, bundleText } from '#app/domain/results/bundle.ts'
import { verify } from '#app/verifier/verify.ts'
import { randomCampaign, sha256 } from './random-campaign.ts'

/* eslint-disable @typescript-eslint/no-explicit-any -- (tampering) the files are bent in ways that no type allows */
type Files = Map<string, string>
const build = (seed: number): Files => {
  const files = buildBundle(randomCampaign(seed), sha256)
  if (!files.ok) throw new Error(files.reason)
  return new Map(files.value.map(({ name, content }) => [name, content]))
}
const read = (files: Files, name: string): any => JSON.parse(files.get(name) ?? 'null')

/** Writes the changed file and a manifest that names it: the forger is not careless. */
function forge(files: Files, name: string, change: (content: any) => void): Files {
  const content = read(files, name)
  change(content)
  const forged = new Map(files).set(name, JSON.stringify(content))
  const manifest = read(files, 'manifest.json')
  manifest.files = manifest.files.map((row: any) => {
    const bytes = utf8(forged.get(row.name) ?? '')
    return { ...row, sha256: hexOf(sha256(bytes)), bytes: bytes.length }
  })
  return forged.set('manifest.json', JSON.stringify(manifest))
}
const caught = (files: Files): string[] => [
  ...new Set(verify(files).failures.map((finding) => finding.about)),
]

/** A campaign with what the cases need: scored places, an award by rank, a withheld prize, sheets. */
const SEED = Array.from({ length: 400 }, (_, at) => at + 1).find((seed) => {
  const { categories, decisions } = randomCampaign(seed)
  const [category] = categories
  const clear =
    category?.ranking.filter(
      (one) =>
        one.rank !== null && one.tiedWith.length === 0 && category.finalists.includes(one.nominationId),
    ) ?? []
  const closed = (category?.ranking.length ?? 0) - (category?.finalists.length ?? 0)
  return (
    categories.length === 1 &&
    closed === 0 &&
    clear.length >= 3 &&
    clear[0]?.rank === 1 &&
    decisions[0]?.outcome === 'awarded' &&
    decisions[0].vote === null &&
    decisions.some((one) => one.outcome === 'withheld' && one.vote)
  )
})
const honest = build(SEED ?? 0)
const firstRanked = (results: any): any => results[0].nominations.find((line: any) => line.rank === 1)
const leaf = (sheets: any): any => sheets[0]

const CASES: readonly (readonly [string, string, string, (content: any) => void])[] = [
  [
    'a level raised on a sheet',
    'sheets.json',
    'sheets',
    (sheets) => {
      const levels = leaf(sheets).record.levels
      const [code = ''] = Object.keys(levels)
      levels[code] = levels[code] === '1' ? '2' : '1'
    },
  ],
  [
    'a salt replaced',
    'sheets.json',
    'sheets',
    (sheets) => {
      leaf(sheets).salt = '0'.repeat(64)
    },
  ],
  [
    'a sheet dropped',
    'sheets.json',
    'sheets',
    (sheets) => {
      sheets.shift()
    },
  ],
  [
    'a sheet shown twice',
    'sheets.json',
    'sheets',
    (sheets) => {
      sheets.push(leaf(sheets))
    },
  ],
  [
    'a sheet given to another nomination',
    'sheets.json',
    'sheets',
    (sheets) => {
      leaf(sheets).record.nomination = 'n-elsewhere'
    },
  ],
  [
    'a commitment removed',
    'commitments.json',
    'merkle-root',
    (list) => {
      list.commitments.pop()
      list.size -= 1
    },
  ],
  [
    'a commitment replaced',
    'commitments.json',
    'merkle-root',
    (list) => {
      list.commitments.at(-1).commitment = 'f'.repeat(64)
    },
  ],
  [
    'another Merkle root',
    'commitments.json',
    'merkle-root',
    (list) => {
      list.root = '0'.repeat(64)
    },
  ],
  [
    'a commitment listed twice',
    'commitments.json',
    'commitments',
    (list) => {
      list.commitments.push(list.commitments.at(-1))
    },
  ],
  [
    'a counted sheet called voided',
    'commitments.json',
    'sheets',
    (list) => {
      list.commitments.find((row: any) => row.status === 'counted').status = 'voided'
    },
  ],
  [
    'a score raised',
    'results.json',
    'scores',
    (results) => {
      firstRanked(results).score = '100'
    },
  ],
  [
    'a display that flatters',
    'results.json',
    'scores',
    (results) => {
      firstRanked(results).display = '99.99'
    },
  ],
  [
    'two ranks swapped',
    'results.json',
    'ranking',
    (results) => {
      const placed = results[0].nominations.filter(
        (line: any) => line.rank !== null && line.tiedWith.length === 0,
      )
      const [a, b] = placed
      ;[a.rank, b.rank] = [b.rank, a.rank]
    },
  ],
  [
    'a step that did not decide',
    'results.json',
    'ranking',
    (results) => {
      firstRanked(results).decidedBy = 'lot'
    },
  ],
  [
    'a nomination placed under its quorum',
    'results.json',
    'quorum',
    (results) => {
      firstRanked(results).eligible = 99
    },
  ],
  [
    'another combining rule',
    'results.json',
    'aggregation',
    (results) => {
      results[0].combining = results[0].combining === 'median' ? 'mean' : 'median'
    },
  ],
  [
    'the sheets of a nomination miscounted',
    'results.json',
    'quorum',
    (results) => {
      firstRanked(results).sheets += 1
    },
  ],
  [
    'a weight changed after the freeze',
    'regulation.json',
    'regulation',
    (frozen) => {
      frozen.regulation.awardName.fr = 'Autre prix'
    },
  ],
  [
    'a rubric changed with its hash',
    'regulation.json',
    'sheets',
    (frozen) => {
      frozen.regulation.categories[0].rubric.criteria[0].levels[0].points = '-5'
    },
  ],
  [
    'the prize given to the second without a vote',
    'decisions.json',
    'decisions',
    (decisions) => {
      decisions[0].winners = [
        read(honest, 'results.json')[0].nominations.find(
          (line: any) => line.rank > 1 && line.tiedWith.length === 0,
        ).nomination,
      ]
    },
  ],
  [
    'a prize given to a stranger',
    'decisions.json',
    'decisions',
    (decisions) => {
      decisions[0].winners = ['n-stranger']
    },
  ],
  [
    'a prize withheld without a vote',
    'decisions.json',
    'decisions',
    (decisions) => {
      decisions.find((one: any) => one.outcome === 'withheld').vote = null
    },
  ],
  [
    'a prize withheld by a minority',
    'decisions.json',
    'decisions',
    (decisions) => {
      decisions.find((one: any) => one.outcome === 'withheld' && one.vote).vote.award.withhold = 1
    },
  ],
  [
    'a prize without decision',
    'decisions.json',
    'decisions',
    (decisions) => {
      decisions.pop()
    },
  ],
  [
    'a prize withheld without a coded reason',
    'decisions.json',
    'decisions',
    (decisions) => {
      decisions.find((one: any) => one.outcome === 'withheld').reason = 'other'
    },
  ],
]

describe('the verifier', () => {
  it('confirms the honest bundle', () => {
    expect(SEED).toBeDefined()
    expect(verify(honest).failures).toEqual([])
  })
  it.each(CASES)('catches %s', (_, file, about, change) => {
    const failures = caught(forge(honest, file, change))
    expect(failures).toContain(about)
    expect(failures).not.toContain('manifest')
  })
  it('catches a file changed without its manifest, one added and one taken away', () => {
    expect(caught(new Map(honest).set('minutes.json', '[]'))).toContain('manifest')
    expect(caught(new Map(honest).set('extra.json', '[]'))).toContain('manifest')
    const fewer = new Map(honest)
    fewer.delete('sheets.json')
    expect(caught(fewer)).toContain('manifest')
  })
  it.each([
    ['cut in the middle', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['another JSON', () => '[]'],
    ['null', () => 'null'],
  ])('names a results file that is %s instead of failing on it', (_, change) => {
    const broken = new Map(honest).set('results.json', change(honest.get('results.json') ?? ''))
    expect(caught(broken)).toContain('manifest')
    expect(verify(broken).failures.length).toBeGreaterThan(0)
  })
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const main = fileURLToPath(new URL('../../app/verifier/main.ts', import.meta.url))
  const run = (...args: string[]): { status: number; output: string } => {
    try {
      return {
        status: 0,
        output: execFileSync(process.execPath, [main, ...args], { encoding: 'utf8', stdio: 'pipe' }),
      }
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
      return { status, output: stdout + stderr }
    }
  }
  const written = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const single = (files: Files): string =>
    bundleText([...files].map(([name, content]) => ({ name, content })))

  it('says line by line what holds and exits with 0', () => {
    const { status, output } = run(written('honest.json', single(honest)))
    expect({ status, last: output.trim().split('\n').at(-1) }).toEqual({
      status: 0,
      last: expect.stringMatching(/^The result is confirmed: \d+ checks hold\.$/),
    })
  })
  it('exits with 1 and names the difference', () => {
    const forged = forge(honest, 'results.json', (results) => {
      firstRanked(results).score = '100'
    })
    const { status, output } = run(written('forged.json', single(forged)))
    expect(status).toBe(1)
    expect(output).toMatch(/^FAIL {2}scores: .* stated 100$/m)
  })
  it('exits with 2 and one clear sentence when there is nothing to verify', () => {
    expect(run(join(folder, 'absent.json'))).toMatchObject({
      status: 2,
      output: expect.stringMatching(/^Cannot verify: nothing to read at /),
    })
    expect(run(written('cut.json', single(honest).slice(0, 500)))).toMatchObject({
      status: 2,
      output: expect.stringContaining('is not JSON'),
    })
    expect(run()).toMatchObject({ status: 2, output: expect.stringContaining('Usage:') })
  })
})
