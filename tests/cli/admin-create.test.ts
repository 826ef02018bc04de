import { describe, expect, it } from 'vitest'
import { createAdministrator } from '#app/cli/admin-create.ts'
import { joinByInvitation } from '#app/services/account/join-by-invitation.ts'
import { identityContext, OTHER_PASSWORD, stage, visit } from '#tests/services/account/stage.ts'
import { testDb } from '#tests/support/db.ts'

const test = await testDb()
const ctx = identityContext(test)
const on = stage(test, ctx)

async function call(words: string[], env: Record<string, string> = { DATABASE_URL: test.url }) {
  const said: string[] = []
  const complained: string[] = []
  const code = await createAdministrator(
    words,
    env,
    (line) => said.push(line),
    (line) => complained.push(line),
  )
  return { code, said, complained }
}

describe('admin:create', () => {
  it('says what is wrong with its words, and leaves nothing', async () => {
    const before = await on.marks()
    expect(await call([])).toMatchObject({ code: 2, complained: [expect.stringContaining('Usage')] })
    expect(await call(['pas une adresse'])).toMatchObject({
      code: 2,
      complained: [expect.stringContaining('is not an e-mail address')],
    })
    expect(await call(['a@example.ma'], {})).toMatchObject({
      code: 2,
      complained: [expect.stringContaining('DATABASE_URL is not set')],
    })
    expect(await on.marks()).toEqual(before)
  })

  it('says so when the database does not answer', async () => {
    const answer = await call(['a@example.ma'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' })
    expect(answer).toMatchObject({
      code: 1,
      complained: [
        'The database of DATABASE_URL does not answer: check its address and that the server runs.',
      ],
    })
  })

  it('says so when the database does not exist or is empty', async () => {
    const address = new URL(test.url)
    address.pathname = '/no_such_database'
    const answer = await call(['a@example.ma'], { DATABASE_URL: address.href })
    expect(answer).toMatchObject({
      code: 1,
      complained: ['The database named in DATABASE_URL does not exist: create it first.'],
    })
    address.pathname = '/postgres'
    const empty = await call(['a@example.ma'], { DATABASE_URL: address.href })
    expect(empty).toMatchObject({
      code: 1,
      complained: ['The database has no tables yet: start the application once with the same DATABASE_URL.'],
    })
  })

  it('prints a link of one day that makes the first administrator, then refuses without --another', async () => {
    const first = await call(['Premiere@Example.ma'])
    expect(first.code).toBe(0)
    const link = new URL(first.said[1] ?? '')
    expect(link.pathname).toBe('/fr/account/invitation')
    const joined = await joinByInvitation(ctx, visit(), {
      token: link.searchParams.get('token') ?? '',
      name: 'Leila Amrani',
      password: OTHER_PASSWORD,
      locale: 'fr',
    })
    const session = joined.ok ? await on.session(joined.value.token) : null
    expect(session).toMatchObject({
      email: 'premiere@example.ma',
      actor: { grants: [{ role: 'administrator', campaignId: null }] },
    })
    expect(await call(['seconde@example.ma'])).toMatchObject({ code: 3, said: [] })
    expect(await call(['seconde@example.ma', '--another'])).toMatchObject({ code: 0 })
  })
})
