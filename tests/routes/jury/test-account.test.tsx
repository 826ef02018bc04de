import { beforeAll, describe, expect, it } from 'vitest'
import * as fileRoute from '#app/routes/jury/file.tsx'
import * as accountRoute from '#app/routes/jury/test-account.tsx'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { get, post } from '#tests/support/request.ts'
import { htmlOf } from './page.tsx'

const ACCOUNT = 'jury / <b>Essai</b>'
const test = await testDb()
const ctx = actsContext(test)
let panel: Awaited<ReturnType<typeof aPanel>>
let juror: Juror
let cookie: string
let file: string
beforeAll(async () => {
  panel = await aPanel(test)
  juror = await panel.seated()
  cookie = await panel.given.signedIn(juror.personId)
  file = (await panel.file()).id
  await panel.reading(juror, file)
  await panel.given.insert('answer', {
    ...{ nomination_id: file, field: 'accessAccount', version: 1, updated_by: juror.personId },
    ...{ updated_at: new Date(), value: JSON.stringify(ctx.crypto.seal('test-account', file, ACCOUNT)) },
  })
})
const at = (locale: string) => ({ locale, nominationId: file })

describe.each(['fr', 'ar'] as const)('the test account in %s', (locale) => {
  it('is led to from the file, and its page shows a button and no account', async () => {
    const read = await get(ctx, fileRoute, '/x', at(locale), cookie)
    expect(await htmlOf(fileRoute.default, { data: read.value }, locale)).toContain(
      `/${locale}/jury/files/${file}/test-account`,
    )
    const page = await get(ctx, accountRoute, '/x', at(locale), cookie)
    expect(page.status).toBe(200)
    const html = await htmlOf(accountRoute.default, { data: page.value }, locale)
    expect(html).toContain('<form method="post"')
    expect(html).not.toMatch(/Essai<|jury\.testAccount\./)
  })

  it('stands, escaped, on the answer to the button alone, which nobody keeps', async () => {
    const opened = await post(ctx, accountRoute, {}, at(locale), cookie)
    expect(opened.status).toBe(200)
    expect(opened.headers.get('cache-control')).toBe('no-store')
    const page = await get(ctx, accountRoute, '/x', at(locale), cookie)
    const html = await htmlOf(accountRoute.default, { data: page.value, actionData: opened.value }, locale)
    expect(html).toContain('jury / &lt;b&gt;Essai&lt;/b&gt;')
    expect(html).not.toContain('<form method="post"')
  })
})

it('does not exist for who does not read the file', async () => {
  const other = await panel.seated()
  await panel.declared(other.seatId, file)
  const theirs = await panel.given.signedIn(other.personId)
  expect((await get(ctx, accountRoute, '/x', at('fr'), theirs)).status).toBe(404)
  expect((await post(ctx, accountRoute, {}, at('fr'), theirs)).status).toBe(403)
})
