import { ESLint } from 'eslint'
import { beforeAll, describe, expect, it } from 'vitest'

/** Each probe stands in for a real file of the official path, so that it is linted by the rules and types of that place. */
const OFFICIAL = 'app/domain/scoring/combine.ts'
/** The types of these rooms alone, under the house's own options: reading those of the whole house would take longer than all probes. */
const TYPES = {
  projectService: false,
  project: ['tests/architecture/official.tsconfig.json'],
  disallowAutomaticSingleRunInference: true, // each probe is another text of the same file
}
const lint = new ESLint({ overrideConfig: { languageOptions: { parserOptions: TYPES } } })
const faults = async (text: string, filePath = OFFICIAL): Promise<string[]> => {
  const [report] = await lint.lintText(`${text}\n`, { filePath })
  return (report?.messages ?? []).flatMap(({ ruleId }) => ruleId ?? 'unreadable')
}
const RULE = 'official/exact-arithmetic'

describe('the official path', () => {
  // The first reading of the types takes its time on a busy machine.
  beforeAll(() => faults('export {}'), 180_000)

  it.each([
    ['a sum of numbers', 'export const f = (a: number, b: number): number => a + b'],
    ['a difference', 'export const f = (a: number): number => a - 1'],
    ['a product in a type of its own', 'type Points = number\nexport const f = (a: Points): number => a * 2'],
    ['a quotient', 'export const f = (list: readonly string[]): number => list.length / 2'],
    ['a remainder', 'export const f = (a: number): number => a % 2'],
    ['a power', 'export const f = (a: number): number => a ** 2'],
    ['a number that may be missing', 'export const f = (a?: number): number => (a ?? 0) + 1'],
    [
      'an addition in place',
      'export const f = (a: number): number => {\n  let b = a\n  b += 1\n  return b\n}',
    ],
    ['a count up', 'export const f = (a: number): number => {\n  let b = a\n  b++\n  return b\n}'],
    ['a sign turned', 'export const f = (a: number): number => -a'],
    ['text made a number by a sign', 'export const f = (a: string): number => +a'],
    ['text made a double', 'export const f = (a: string): number => parseFloat(a)'],
    ['an exact value made a double', 'export const f = (a: bigint): number => Number(a)'],
    ['a function of Math', 'export const f = (a: number): number => Math.round(a)'],
    ['rounded text', 'export const f = (a: number): string => a.toFixed(2)'],
    ['a decimal', 'export const f = 0.5'],
  ])('refuses %s', async (_, text) => {
    expect(await faults(text)).toContain(RULE)
  })

  it('lets exact arithmetic, comparisons of counts and texts pass', async () => {
    const text = `import { more } from '../kernel/count.ts'
export const f = (a: bigint, b: bigint): bigint => (a * b) / 2n
export const g = (list: readonly string[]): boolean => list.length >= more(list.length, -1)
export const h = (a: string): string => a + 'b'`
    expect(await faults(text)).toEqual([])
  })

  it('covers the rationals themselves, and leaves advisory figures alone', async () => {
    const text = 'export const f = (a: number): number => a / 2'
    expect(await faults(text, 'app/domain/kernel/rational.ts')).toContain(RULE)
    expect(await faults(text, 'app/domain/kernel/rational-display.ts')).toContain(RULE)
    expect(await faults(text, 'app/domain/kernel/count.ts')).toEqual([])
  })
})

describe('the domain', () => {
  const PLACE = 'app/domain/kernel/count.ts'
  const [SYNTAX, GLOBAL, PROPERTY] = ['syntax', 'globals', 'properties'].map(
    (what) => `no-restricted-${what}`,
  )

  it.each([
    ['waits for nothing', SYNTAX, "export const f = await Promise.resolve('a')"],
    ['has no function that waits', SYNTAX, "export async function f() {\n  return 'a'\n}"],
    ['has no arrow that waits', SYNTAX, "export const f = async () => 'a'"],
    ['throws nothing', SYNTAX, "export const f = (): never => {\n  throw new Error('a')\n}"],
    ['makes no date of now', SYNTAX, 'export const f = () => new Date()'],
    ['asks for no date of now', SYNTAX, 'export const f = () => Date()'],
    ['asks no clock', PROPERTY, 'export const f = () => Date.now()'],
    ['takes no clock along', PROPERTY, 'export const { now } = Date'],
    ['measures no time', GLOBAL, 'export const f = () => performance.now()'],
    ['draws no number', PROPERTY, 'export const f = () => Math.random()'],
    ['draws no name', GLOBAL, 'export const f = () => crypto.randomUUID()'],
    ['sets no alarm', GLOBAL, 'export const f = (g: () => void) => setTimeout(g, 1)'],
    ['reads no environment', GLOBAL, 'export const f = () => process.env'],
    ['asks nobody outside', GLOBAL, "export const f = () => fetch('a')"],
    ['says nothing', GLOBAL, "export const f = () => console.log('a')"],
    ['reaches none of these by the world around it', GLOBAL, 'export const f = () => globalThis.Date.now()'],
  ])('%s', async (_, rule, text) => {
    expect(await faults(text, PLACE)).toContain(rule)
  })

  it('may read an instant that it was given', async () => {
    expect(await faults('export const f = (at: number) => new Date(at).toISOString()', PLACE)).toEqual([])
  })
})
