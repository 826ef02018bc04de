// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { bundleText } from '#app/domain/results/bundle.ts'
import { CHECKED } from '#app/ui/public/recompute-here.tsx'
import { verify } from '#app/verifier/verify.ts'
import { build, firstRanked, forge, honest } from './forge.ts'
import type { Files } from './forge.ts'

const single = (files: Files): string => bundleText([...files].map(([name, content]) => ({ name, content })))
const answering = (answer: () => Promise<Response>): void => void vi.stubGlobal('fetch', vi.fn(answer))
const text = (body: string, status = 200) => answering(() => Promise.resolve(new Response(body, { status })))

async function shown(): Promise<{ readonly said: readonly string[]; readonly lines: readonly string[] }> {
  document.querySelector('button')?.click()
  await vi.waitFor(() => expect(document.querySelector('[data-said="busy"]')).toHaveProperty('hidden', true))
  const said = [...document.querySelectorAll<HTMLElement>('[data-said]')].filter((one) => !one.hidden)
  const lines = [...document.querySelectorAll('[data-findings] > li')].map((line) => line.textContent ?? '')
  return { said: said.map((one) => one.dataset['said'] ?? ''), lines }
}

describe('the checks in the browser', () => {
  beforeEach(async () => {
    const words = JSON.stringify({ holds: 'concorde', fails: 'diffère', about: { scores: 'Notes' } })
    document.body.innerHTML = `<div hidden data-recompute data-bundle="/open-data/x/bundle.json" data-words='${words}'>
      <button type="button"></button><p hidden data-said="busy"></p><p hidden data-said="confirmed"></p>
      <p hidden data-said="refused"></p><p hidden data-said="unreachable"></p><ul data-findings></ul></div>`
    vi.resetModules()
    await import('#app/verifier/page.ts')
  })

  it('offer themselves once their script runs, and ask for the published bundle alone', async () => {
    expect(document.querySelector('[data-recompute]')).toHaveProperty('hidden', false)
    text(single(honest))
    expect((await shown()).said).toEqual(['confirmed'])
    expect(vi.mocked(fetch).mock.calls).toEqual([['/open-data/x/bundle.json']])
  })

  it('say each kind of check once, in the words of the page', async () => {
    text(single(honest))
    const { lines } = await shown()
    const kinds = new Set(verify(honest).findings.map(({ about }) => about))
    expect(lines).toHaveLength(kinds.size)
    expect(lines.find((line) => line.startsWith('Notes'))).toMatch(/^Notes \(\d+\) : concorde$/)
  })

  it('name the difference, and write it in English whatever the page', async () => {
    text(single(forge(honest, 'results.json', (results) => (firstRanked(results).score = '100'))))
    const { said, lines } = await shown()
    expect(said).toEqual(['refused'])
    expect(lines.find((line) => line.startsWith('Notes'))).toMatch(
      /^Notes \(1 \/ \d+\) : diffère.*stated 100$/,
    )
    expect(document.querySelector('[data-holds="false"] li')).toMatchObject({ lang: 'en', dir: 'ltr' })
  })

  it('tell a bundle that is cut from one that does not arrive', async () => {
    text(single(honest).slice(0, 300))
    expect(await shown()).toMatchObject({
      said: ['refused'],
      lines: [expect.stringContaining('is not JSON')],
    })
    text('', 404)
    expect(await shown()).toEqual({ said: ['unreachable'], lines: [] })
    answering(() => Promise.reject(new TypeError('offline')))
    expect(await shown()).toEqual({ said: ['unreachable'], lines: [] })
  })

  it('have words for every kind of check that the verifier makes', () => {
    const kinds = new Set<string>()
    const rounds = { places: 2, firstRoundPercent: '30' }
    for (let seed = 1; seed <= 60; seed += 1)
      for (const { about } of verify(build(seed, seed % 3 === 0 ? { rounds } : {})).findings) kinds.add(about)
    kinds.add(verify(new Map()).findings[0]?.about ?? '')
    expect([...kinds].filter((kind) => !(CHECKED as readonly string[]).includes(kind))).toEqual([])
    expect(kinds.size).toBeGreaterThan(8)
  })
})
