import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import * as mandates from '#app/routes/account/mandates.tsx'
import * as newBody from '#app/routes/account/mandates-administration.tsx'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { renderPage } from '#tests/support/render-page.tsx'
import { get, post } from '#tests/support/request.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
const body = await given.administration({ name: { fr: 'Agence du littoral', ar: 'وكالة الساحل' } })
const params = { locale: 'fr' }
beforeAll(() => test.setNow(GIVEN_OPENING))

const newcomer = async () => {
  const { id } = await given.person()
  return { id, cookie: await given.signedIn(id) }
}
const stored = async (personId: string) =>
  (
    await test.owner.query<{ role: string; state: string }>(
      'SELECT role, state FROM mandate WHERE person_id = $1 ORDER BY role',
      [personId],
    )
  ).rows
const show = async (locale: 'fr' | 'ar', cookie: string, q = '') =>
  get(ctx, mandates, `/${locale}/account/mandates?q=${encodeURIComponent(q)}`, { locale }, cookie)
/** A key that nobody wrote comes back as it is. */
const KEY = /\b(account|campaign|common|work|errors)\.[a-z][A-Za-z]*\.[A-Za-z.-]+/

describe('my mandates', () => {
  it('sends a stranger to sign in, to read and to ask', async () => {
    expect((await get(ctx, mandates, '/fr/account/mandates', params)).headers.get('location')).toContain(
      'sign-in',
    )
    expect((await get(ctx, newBody, '/fr/account/mandates/administration', params)).status).toBe(303)
    expect((await post(ctx, mandates, { administrationId: body.id, role: 'editor' }, params)).status).toBe(
      303,
    )
  })

  it('lets a newcomer find a body and ask for a capacity, once', async () => {
    const { id, cookie } = await newcomer()
    const fields = { administrationId: body.id, role: 'editor' }
    const done = await post(ctx, mandates, fields, params, cookie)
    expect([done.status, done.headers.get('location')]).toEqual([303, '/fr/account/mandates'])
    expect(await stored(id)).toEqual([{ role: 'editor', state: 'requested' }])
    expect((await post(ctx, mandates, fields, params, cookie)).status).toBe(409)
    const page = await show('fr', cookie, 'LITTORAL')
    const text = renderPage(mandates, { locale: 'fr', value: page.value })
    expect(text).toContain('En attente de décision')
    expect(text).toContain('value="signatory"')
    expect(text).not.toContain('value="editor"')
  })

  it.each([
    [{ administrationId: randomUUID(), role: 'editor' }, 404],
    [{ administrationId: 'x', role: 'editor' }, 400],
    [{ administrationId: body.id, role: 'chair' }, 400],
    [{ administrationId: body.id }, 400],
  ] as const)('refuses %o', async (fields, status) => {
    const { id, cookie } = await newcomer()
    expect((await post(ctx, mandates, fields, params, cookie)).status).toBe(status)
    expect(await stored(id)).toEqual([])
  })

  it.each(['fr', 'ar'] as const)('is written whole in %s, every sentence translated', async (locale) => {
    const { id, cookie } = await newcomer()
    for (const state of ['requested', 'active', 'refused', 'revoked'] as const)
      await given.mandate({ person: id, administration: (await given.administration()).id, state })
    const { value } = await show(locale, cookie, 'a')
    const failure = { fieldErrors: { role: 'errors.choice' }, typed: {} }
    const text = renderPage(mandates, { locale, value, left: { failure } })
    expect(text.replace(/<[^>]*>/g, ' ')).not.toMatch(KEY)
    expect(text).not.toMatch(/\{\{|undefined|\[object| style="/)
  })
})

describe('a new administration', () => {
  const fields = {
    'name.fr': 'Agence nouvelle',
    'name.ar': 'وكالة جديدة',
    acronym: 'AN',
    type: 'agency',
    parentId: '',
    role: 'signatory',
  }
  const ask = (cookie: string, changes: Record<string, string> = {}) =>
    post(ctx, newBody, { ...fields, ...changes }, params, cookie)

  it('is asked for together with the mandate, once by name', async () => {
    const { id, cookie } = await newcomer()
    const ministry = await given.administration({ type: 'ministry' })
    expect((await ask(cookie, { parentId: ministry.id })).status).toBe(303)
    expect(await stored(id)).toEqual([{ role: 'signatory', state: 'requested' }])
    expect((await ask(cookie)).value).toMatchObject({
      failure: { formError: { reason: 'already-registered' }, typed: { 'name.fr': 'Agence nouvelle' } },
    })
    const page = await show('fr', cookie)
    expect(renderPage(mandates, { locale: 'fr', value: page.value })).toContain('administration à inscrire')
  })

  it.each([
    ['name.ar', '', 'errors.required'],
    ['name.fr', 'Agence \u202e', 'errors.bidi'],
    ['name.fr', 'x'.repeat(301), 'errors.tooLong'],
    ['type', 'kingdom', 'errors.choice'],
    ['role', '', 'errors.choice'],
    ['parentId', randomUUID(), 'errors.choice'],
    ['parentId', 'x', 'errors.id'],
  ])('refuses %s «%s» at its field, and keeps what was typed', async (name, value, message) => {
    const { id, cookie } = await newcomer()
    const other = { 'name.fr': 'Agence autre', 'name.ar': 'وكالة أخرى' }
    const answer = await ask(cookie, { ...other, [name]: value })
    expect(answer.status).toBe(400)
    expect(answer.value).toMatchObject({
      failure: { fieldErrors: { [name]: message }, typed: { acronym: 'AN' } },
    })
    expect(await stored(id)).toEqual([])
    for (const locale of ['fr', 'ar'] as const) {
      const page = await get(ctx, newBody, `/${locale}/x`, { locale }, cookie)
      const text = renderPage(newBody, { locale, value: page.value, left: answer.value })
      expect(text.replace(/<[^>]*>/g, ' ')).not.toMatch(KEY)
      expect(text).toContain('id="errors"')
    }
  })
})
