import { describe, expect, it } from 'vitest'
import { verify } from '#app/verifier/verify.ts'
import { caught, forge, honest, SEED } from './forge.ts'
import { SHEET_FORGERIES } from './sheet-forgeries.ts'
import { RESULT_FORGERIES } from './result-forgeries.ts'

describe('the verifier', () => {
  it('confirms the honest bundle', () => {
    expect(SEED).toBeDefined()
    expect(verify(honest).failures).toEqual([])
  })
  it.each([...SHEET_FORGERIES, ...RESULT_FORGERIES])('catches %s', (_, file, about, change) => {
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
  it('catches one digit changed, wherever it stands in what is computed or hashed', () => {
    for (const [name, content] of honest) {
      const digits = [...content.matchAll(/\d/g)].map(({ index }) => index)
      const step = Math.ceil(digits.length / 12)
      for (const at of digits.filter((_, nth) => nth % step === 0)) {
        const digit = (Number(content[at]) + 1) % 10
        const changed = `${content.slice(0, at)}${digit}${content.slice(at + 1)}`
        expect({ name, at, failures: verify(new Map(honest).set(name, changed)).failures }).not.toMatchObject(
          {
            failures: [],
          },
        )
      }
    }
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
