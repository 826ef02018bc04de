import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'
import { get } from '#tests/support/request.ts'
import { type Address, files, namedFiles, namedPages, pictures, plainPages, rulePages } from './addresses.ts'
import { aResult, importRecord, publicContext, writeSnapshot } from './stage.ts'

const test = await testDb()
const ctx = publicContext(test)
const given = createGiven(test)
const HIDDEN: readonly { phase: Phase; slug: string; at: Date }[] = [
  ...(['nominations', 'screening', 'evaluation', 'deliberation', 'embargo'] as const).map((phase) => ({
    phase,
    slug: `hidden-${phase}`,
    at: new Date(Date.UTC(2026, 0, 1)),
  })),
  // The phase is right, the instant has not come.
  { phase: 'published', slug: 'hidden-later', at: new Date(Date.UTC(2090, 0, 1)) },
]
const told = {
  nominationId: randomUUID(),
  title: 'Service sous embargo',
  body: 'Administration sous embargo',
}
const LOCALES = ['ar', 'fr', 'en', 'zgh']

const bodyOf = async (address: Address): Promise<{ status: number; body: string }> => {
  const { route, path, params } = address
  let raw: Response | null = null
  const kept = {
    loader: async (asked: never) =>
      ((value) => (value instanceof Response ? (raw = value) : value))(await route.loader(asked)),
  }
  const { status, value } = await get(ctx, kept, path, params)
  const file = raw as Response | null
  return { status, body: file ? await file.text() : JSON.stringify(value) }
}
const everything = (): readonly Address[] => [...LOCALES.flatMap(plainPages), ...files]

describe('before its release', () => {
  let before: ReadonlyMap<string, string>

  beforeAll(async () => {
    await importRecord(ctx)
    const campaigns = await Promise.all(HIDDEN.map(({ phase, slug }) => given.campaign({ phase, slug })))
    before = new Map(
      await Promise.all(everything().map(async (one) => [one.path, (await bodyOf(one)).body] as const)),
    )
    for (const [i, campaign] of campaigns.entries())
      await writeSnapshot(given, aResult(campaign, told), HIDDEN[i]!.at)
  })

  it('changes no public address by a single letter when a result is computed', async () => {
    for (const one of everything()) {
      const { body } = await bodyOf(one)
      expect(body, one.path).not.toContain('embargo</')
      expect(body, one.path).not.toContain(told.title)
      expect(body, one.path).not.toContain(told.nominationId)
      expect(clockless(body), one.path).toBe(clockless(before.get(one.path) ?? ''))
    }
  })

  it('has no page of a laureate, an edition or a file at a guessed address', async () => {
    for (const { slug } of HIDDEN) {
      const guessed = [
        ...LOCALES.flatMap((locale) => namedPages(locale, slug, told.nominationId)),
        ...namedFiles(slug),
        ...pictures(slug, told.nominationId),
      ]
      for (const one of guessed) expect((await bodyOf(one)).status, one.path).toBe(404)
    }
  })

  it('keeps the rules of a campaign in preparation to itself', async () => {
    await given.campaign({ phase: 'preparation', slug: 'hidden-preparation' })
    for (const one of rulePages('fr', 'hidden-preparation'))
      expect((await bodyOf(one)).status, one.path).toBe(404)
  })
})

/** The instant of the answer is the only thing two answers may differ by. */
const clockless = (body: string): string => body.replace(/"now":\d+/g, '"now":0')
