import { describe, expect, it } from 'vitest'
import { createMemoryRateLimit } from '#app/adapters/limit/memory.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { action as forgot } from '#app/routes/account/forgot-password.tsx'
import { action as register } from '#app/routes/account/register.tsx'
import { action, loader } from '#app/routes/account/sign-in.tsx'
import { action as signOut, loader as signOutLink } from '#app/routes/account/sign-out.ts'
import { loader as security } from '#app/routes/account/security.tsx'
import { identityContext, OTHER_PASSWORD, PASSWORD, stage } from '#tests/services/account/stage.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'
import { answerOf, ask, sessionOf } from './ask.ts'

const test = await testDb()
const ctx = identityContext(test)
const on = stage(test, ctx)
const given = createGiven(test)
const post = (form: Record<string, string>, query = '', cookie?: string) =>
  answerOf(() => action(ask(ctx, `/fr/account/sign-in${query}`, { form, ...(cookie ? { cookie } : {}) })))

describe('the sign-in page', () => {
  it('answers 303 with a host-only, http-only, secure cookie', async () => {
    const { email } = await on.account()
    const answer = await post({ email: ` ${email.toUpperCase()} `, password: PASSWORD })
    expect(answer).toMatchObject({ status: 303, location: '/fr/account' })
    expect(answer.cookies[0]).toMatch(
      /^__Host-imtiyaz-session=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=43200$/,
    )
  })

  it('answers an absent account and a wrong password with the same status, headers and body', async () => {
    const { email } = await on.account()
    const wrong = await post({ email, password: 'un mauvais mot de passe' })
    const absent = await post({ email: 'absent@example.ma', password: 'un mauvais mot de passe' })
    const plain = (body: unknown, address: string): string => JSON.stringify(body).replaceAll(address, 'X')
    expect(absent.status).toBe(wrong.status)
    expect(wrong.status).toBe(400)
    expect(plain(absent.body, 'absent@example.ma')).toBe(plain(wrong.body, email))
    expect([...absent.headers]).toEqual([...wrong.headers])
  })

  it('never gives the password back', async () => {
    const answer = await post({ email: 'pas une adresse', password: 'secret dans la page' })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).not.toContain('secret dans la page')
    expect(answer.body).toMatchObject({
      failure: { fieldErrors: { email: 'errors.email' }, typed: { email: 'pas une adresse' } },
    })
  })

  it('refuses fields that are not its own, and lists', async () => {
    const { email, id } = await on.account()
    const answer = await post({ email, password: PASSWORD, role: 'administrator', personId: id })
    expect(answer.status).toBe(400)
    expect(await on.liveSessions(id)).toBe(0)
  })

  it('says when to come back when it is full or has heard enough', async () => {
    const full = {
      ...ctx,
      crypto: {
        ...ctx.crypto,
        verifyPassword: () => Promise.resolve({ ok: false, reason: 'busy', facts: {}, fields: {} } as const),
      },
    }
    const form = { email: 'a@example.ma', password: PASSWORD }
    const busy = await answerOf(() => action(ask(full, '/fr/account/sign-in', { form })))
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '5'])
    const tired = { ...ctx, limits: createMemoryRateLimit(0) }
    const throttled = await answerOf(() => action(ask(tired, '/fr/account/sign-in', { form })))
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '60'])
  })

  it('gives a new cookie and kills the one the browser came with', async () => {
    const { email } = await on.account()
    const first = sessionOf(await post({ email, password: PASSWORD }))
    const second = sessionOf(await post({ email, password: PASSWORD }, '', first))
    expect(second).not.toBe(first)
    expect(
      (await answerOf(() => security(ask(ctx, '/fr/account/security', { cookie: first })))).location,
    ).toContain('/fr/account/sign-in')
    expect(
      (await answerOf(() => security(ask(ctx, '/fr/account/security', { cookie: second })))).status,
    ).toBe(200)
  })

  const ESCAPES = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/%5Cevil.example/..//evil.example',
    '///evil.example',
    '/\t/evil.example',
    'data:text/html,x',
    '@evil.example',
    '/\n/evil.example',
    'http:evil.example',
    '/\r/evil.example',
    '.evil.example',
    '//evil.example/fr/account',
    '/\\/evil.example',
    'https:/evil.example',
    '\u2028//evil.example',
    ' //evil.example',
    '/ /evil.example',
    '%2F%2Fevil.example',
    '/\u0000/evil.example',
  ]
  it.each(ESCAPES)('never leaves this site by %j', async (payload) => {
    const { email } = await on.account()
    const { location } = await post({ email, password: PASSWORD }, `?to=${encodeURIComponent(payload)}`)
    const resolved = new URL(location ?? '', 'http://127.0.0.1:3000')
    expect(resolved.origin).toBe('http://127.0.0.1:3000')
    expect(location).toMatch(/^\/(?![/\\])/)
  })

  it('leads back to the page one came from, and past itself when signed in', async () => {
    const { email } = await on.account()
    const answer = await post({ email, password: PASSWORD }, `?to=${encodeURIComponent('/fr/applicant?x=1')}`)
    expect(answer.location).toBe('/fr/applicant?x=1')
    const again = await answerOf(() =>
      loader(ask(ctx, '/fr/account/sign-in?to=%2Ffr%2Fapplicant', { cookie: sessionOf(answer) })),
    )
    expect(again).toMatchObject({ status: 303, location: '/fr/applicant' })
  })
})

describe('work pages', () => {
  it('lead a person with a role to the second factor and back, and a visitor to sign-in', async () => {
    const { id, email } = await on.account()
    const campaign = await given.campaign({ phase: 'preparation' })
    await given.grant({ person: id, role: 'secretariat', campaign: campaign.id })
    const cookie = sessionOf(await post({ email, password: PASSWORD }))
    const half = await answerOf(() => requireActor(ask(ctx, '/fr/secretariat?a=1', { cookie })))
    expect(half.location).toBe(`/fr/account/second-factor?to=${encodeURIComponent('/fr/secretariat?a=1')}`)
    const nobody = await answerOf(() => requireActor(ask(ctx, '/ar/secretariat')))
    expect(nobody.location).toBe(`/ar/account/sign-in?to=${encodeURIComponent('/ar/secretariat')}`)
  })

  it('take a revoked role away at the next request', async () => {
    const { id, email } = await on.account()
    const campaign = await given.campaign({ phase: 'preparation' })
    const cookie = sessionOf(await post({ email, password: PASSWORD }))
    await given.grant({ person: id, role: 'secretariat', campaign: campaign.id })
    await test.owner.query('UPDATE session SET second_factor_at = now() WHERE person_id = $1', [id])
    expect((await requireActor(ask(ctx, '/fr/secretariat', { cookie }))).grants).toHaveLength(1)
    await test.owner.query('UPDATE role_grant SET revoked_at = now() WHERE person_id = $1', [id])
    expect((await requireActor(ask(ctx, '/fr/secretariat', { cookie }))).grants).toHaveLength(0)
  })
})

describe('sign-out', () => {
  it('ends the session by a post and not by a link', async () => {
    const { id, email } = await on.account()
    const cookie = sessionOf(await post({ email, password: PASSWORD }))
    await answerOf(() => signOutLink(ask(ctx, '/fr/account/sign-out', { cookie })))
    expect(await on.liveSessions(id)).toBe(1)
    const answer = await answerOf(() => signOut(ask(ctx, '/fr/account/sign-out', { cookie, form: {} })))
    expect(answer.cookies[0]).toContain('Max-Age=0')
    expect(await on.liveSessions(id)).toBe(0)
  })
})

describe('registration and forgotten passwords', () => {
  it('answer the same for a known and an unknown address', async () => {
    const { email } = await on.account()
    const answers = await Promise.all([
      answerOf(() => forgot(ask(ctx, '/fr/account/forgot-password', { form: { email } }))),
      answerOf(() => forgot(ask(ctx, '/fr/account/forgot-password', { form: { email: 'rien@example.ma' } }))),
      answerOf(() =>
        register(ask(ctx, '/fr/account/register', { form: { email, name: 'A', password: OTHER_PASSWORD } })),
      ),
      answerOf(() =>
        register(
          ask(ctx, '/fr/account/register', {
            form: { email: 'neuf@example.ma', name: 'A', password: OTHER_PASSWORD },
          }),
        ),
      ),
    ])
    for (const answer of answers)
      expect([answer.status, answer.location, answer.cookies]).toEqual([303, '/fr/account/mail-sent', []])
  })

  it('keep what was typed but the password', async () => {
    const answer = await answerOf(() =>
      register(
        ask(ctx, '/fr/account/register', {
          form: { email: 'x@example.ma', name: 'Nadia', password: 'court' },
        }),
      ),
    )
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({
      failure: {
        fieldErrors: { password: 'errors.password.tooShort' },
        typed: { email: 'x@example.ma', name: 'Nadia' },
      },
    })
    expect(JSON.stringify(answer.body)).not.toContain('court')
  })

  it.each([
    ['\u202Eevil', 'errors.bidi'],
    ['a\u0000b', 'errors.control'],
    ['', 'errors.required'],
    ['x'.repeat(121), 'errors.tooLong'],
  ])('refuse the name %j', async (name, key) => {
    const answer = await answerOf(() =>
      register(
        ask(ctx, '/fr/account/register', { form: { email: 'x@example.ma', name, password: OTHER_PASSWORD } }),
      ),
    )
    expect(answer.body).toMatchObject({ failure: { fieldErrors: { name: key } } })
  })
})

describe('a form sent after the session ended', () => {
  const sent = (form: Record<string, string>, headers: Record<string, string> = {}) => {
    const args = ask(ctx, '/fr/applicant/complaints/new.data?_routes=x&part=2', { form })
    const { request } = args as { request: Request }
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
    return answerOf(() => requireActor(args))
  }

  it('gets its words back with the door and the way, without its secrets', async () => {
    const words = 'Nous contestons le classement,\net voici pourquoi.'
    const answer = await sent({ text: words, about: 'results', password: 'quatre mots bien choisis' })
    expect(answer.status).toBe(401)
    expect(answer.body).toEqual({
      door: '/fr/account/sign-in?to=%2Ffr%2Fapplicant%2Fcomplaints%2Fnew',
      action: '/fr/applicant/complaints/new?part=2',
      file: null,
      sent: [
        { name: 'text', value: words, prose: true },
        { name: 'about', value: 'results', prose: false },
      ],
    })
  })

  it.each([
    ['a date', { 'opensAt.day': '5', 'opensAt.month': '', version: '3' }],
    ['an address', { email: 'membre@example.ma', locale: 'fr' }],
    ['one word', { name: 'Sabil', intent: 'save' }],
    ['a level', { 'scores.ux': '4', version: '2' }],
    ['a fraction', { quorum: '2/3', vote: 'open' }],
  ])('gets %s back with all that came with it', async (_what, form) => {
    const fields = Object.entries<string>(form).map(([name, value]) => ({ name, value, prose: false }))
    expect(await sent(form)).toMatchObject({ status: 401, body: { sent: fields } })
  })

  it('is asked again for the test account that came with it, alone or beside words, and no page shows it', async () => {
    const account = 'jury / mot de passe'
    for (const form of [{ accessAccount: account }, { accessAccount: account, 'solution.fr': 'Des mots.' }]) {
      const answer = await sent({ ...form, 'v.accessAccount': '0-ab12' })
      expect(answer).toMatchObject({ status: 401, body: { secrets: ['accessAccount'] } })
      expect(JSON.stringify(answer.body)).not.toContain(account)
    }
    expect(await sent({ accessAccount: ' ', 'v.accessAccount': '0-ab12' })).toMatchObject({ status: 303 })
  })

  it('is led to the door at once when nothing was written in it, and a script hears 401', async () => {
    const id = '01a22b93-0637-7000-9b06-d80e8adf6a20'
    for (const form of [
      { intent: 'withdraw' },
      { seatId: id, version: '12', 'v.title.ar': '3-9f2c' },
      { outcome: 'admissible', eligible: 'on' },
      { [`places.${id}`]: '1', step: 'cast' },
    ])
      expect(await sent(form)).toMatchObject({ status: 303 })
    expect(await sent({ text: 'Des mots' }, { 'x-autosave': '1' })).toMatchObject({ status: 401, body: '' })
  })
})
