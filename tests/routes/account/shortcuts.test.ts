import { beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_SHORTCUTS } from '#app/domain/scoring/shortcuts.ts'
import * as shortcuts from '#app/routes/account/shortcuts.tsx'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'
import { get, post } from '#tests/support/request.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
const params = { locale: 'fr' }
const fields = (changes: Record<string, string> = {}) => ({
  ...Object.fromEntries(Object.entries(DEFAULT_SHORTCUTS.keys).map(([name, key]) => [`keys.${name}`, key])),
  ...changes,
})
let cookie: string
let other: string
beforeAll(async () => {
  cookie = await given.signedIn((await given.person()).id)
  other = await given.signedIn((await given.person()).id)
})
const stored = async (as: string) => (await get(ctx, shortcuts, '/fr/account/shortcuts', params, as)).value

describe('the page of shortcuts', () => {
  it('keeps what its owner chose, for that account alone', async () => {
    expect(await stored(cookie)).toEqual(DEFAULT_SHORTCUTS)
    const sent = await post(ctx, shortcuts, fields({ 'keys.nextCriterion': 'KeyL' }), params, cookie)
    expect(sent.headers.get('location')).toBe('/fr/account/shortcuts')
    expect(await stored(cookie)).toEqual({
      on: false,
      keys: { ...DEFAULT_SHORTCUTS.keys, nextCriterion: 'KeyL' },
    })
    expect(await stored(other)).toEqual(DEFAULT_SHORTCUTS)
  })

  it('refuses one key for two things, at the field, and a key that is none', async () => {
    const twice = await post(ctx, shortcuts, fields({ on: 'on', 'keys.list': 'KeyK' }), params, other)
    expect(twice.status).toBe(400)
    expect(twice.value).toMatchObject({ failure: { fieldErrors: { 'keys.list': 'errors.taken' } } })
    const unknown = await post(ctx, shortcuts, fields({ 'keys.list': 'Enter' }), params, other)
    expect(unknown.value).toMatchObject({ failure: { fieldErrors: { 'keys.list': 'errors.choice' } } })
    expect(await stored(other)).toEqual(DEFAULT_SHORTCUTS)
  })
})
