import { beforeAll, describe, expect, it } from 'vitest'
import * as abstainRoute from '#app/routes/jury/abstain.tsx'
import * as reopenRoute from '#app/routes/jury/reopen.tsx'
import * as sealRoute from '#app/routes/jury/seal.tsx'
import * as sheetRoute from '#app/routes/jury/score-sheet.tsx'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { get, post } from '#tests/support/request.ts'
import { aPanel, type Juror, opened } from '#tests/services/scoring/a-panel.ts'
import { htmlOf } from './page.tsx'

const test = await testDb()
const ctx = actsContext(test)
let panel: Awaited<ReturnType<typeof aPanel>>
let juror: Juror
let cookie: string
beforeAll(async () => {
  panel = await aPanel(test)
  juror = await panel.seated()
  cookie = await panel.given.signedIn(juror.personId)
})
const aSheet = async () => {
  const file = await panel.file()
  await panel.reading(juror, file.id)
  const sheetId = await opened(ctx, juror, file.id)
  return { file, sheetId, params: { locale: 'fr', sheetId } }
}
const at = (level: string, version = '1', more: Record<string, string> = {}) => ({
  version,
  ...Object.fromEntries(
    panel.criteria.flatMap((code) => [
      [`scores.${code}`, level],
      [`comments.${code}`, 'Constaté.'],
    ]),
  ),
  ...more,
})
/** As the form's script posts it. */
const autosave = async (
  params: { locale: string; sheetId: string },
  fields: Record<string, string>,
  as = cookie,
) => {
  const request = new Request('http://127.0.0.1:3000/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-autosave': '1', cookie: as },
    body: new URLSearchParams(fields),
  })
  const context = { app: ctx, nonce: 'n', requestId: 'test', address: null, memo: new Map() }
  try {
    return (await sheetRoute.action({ request, params, context } as never)) as Response
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}
const failureOf = (value: unknown) =>
  (value as { failure: { typed: Record<string, string>; formError: { reason: string } } }).failure

/** A sheet whose first mark points at a piece that is no longer in the dossier. */
const withoutItsPiece = async () => {
  const { params, sheetId } = await aSheet()
  const pins = JSON.stringify([{ kind: 'page', fileId: crypto.randomUUID(), page: 3 }])
  await post(ctx, sheetRoute, at('4'), params, cookie)
  await test.owner.query('UPDATE score SET pins = $1 WHERE sheet_id = $2 AND criterion = $3', [
    ...[pins, sheetId, panel.criteria[0]],
  ])
  return { params, lines: { [`pins.${panel.criteria[0]}`]: 'P0: 3' } }
}

describe('the score sheet without script', () => {
  it('is saved with a piece that is gone: its line is there again, marked at its field, and open', async () => {
    const { params, lines } = await withoutItsPiece()
    const saved = await post(ctx, sheetRoute, at('5', '2', lines), params, cookie)
    expect(saved.status).toBe(303)
    const page = await get(ctx, sheetRoute, '/fr/jury/sheets/x', params, cookie)
    for (const [locale, words, chip] of [
      ['fr', 'n’est plus au dossier', 'Pièce retirée du dossier'],
      ['ar', 'لم تعد إحدى الوثائق', 'وثيقة سُحبت من الملف'],
    ] as const) {
      const html = await htmlOf(sheetRoute.default, { data: page.value }, locale)
      expect(html).toContain(chip)
      const fields = html.split('<details').filter((part) => part.includes('name="pins.'))
      expect(
        fields.map((part) => [part.includes('P0: 3'), part.includes(words), /^[^>]*open/.test(part)]),
      ).toEqual([[true, true, true], ...fields.slice(1).map(() => [false, false, false])])
    }
  })

  it('saves by a form post and comes back with 303', async () => {
    const { params, sheetId } = await aSheet()
    const answer = await post(ctx, sheetRoute, at('4'), params, cookie)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/fr/jury/sheets/${sheetId}`])
    const seal = await post(ctx, sheetRoute, at('4', '2', { intent: 'seal' }), params, cookie)
    expect(seal.headers.get('location')).toBe(`/fr/jury/sheets/${sheetId}/seal`)
  })

  it('shows both texts when another tab was quicker, and loses neither', async () => {
    const { params } = await aSheet()
    await post(ctx, sheetRoute, at('4', '1', { remark: 'depuis le premier onglet' }), params, cookie)
    const lost = await post(
      ctx,
      sheetRoute,
      at('2', '1', { remark: 'depuis le second onglet' }),
      params,
      cookie,
    )
    expect(lost.status).toBe(409)
    expect(failureOf(lost.value)).toMatchObject({
      formError: { reason: 'stale-version' },
      typed: { remark: 'depuis le second onglet' },
    })
    const page = await get(ctx, sheetRoute, '/fr/jury/sheets/x', params, cookie)
    for (const locale of ['fr', 'ar'] as const) {
      const html = await htmlOf(sheetRoute.default, { data: page.value, actionData: lost.value }, locale)
      expect(html).toContain('depuis le premier onglet')
      expect(html).toContain('depuis le second onglet')
    }
  })

  it('shows nothing preselected, every level with its sentence, and no key without its words', async () => {
    const { params } = await aSheet()
    const page = await get(ctx, sheetRoute, '/fr/jury/sheets/x', params, cookie)
    for (const locale of ['fr', 'ar'] as const) {
      const html = await htmlOf(sheetRoute.default, { data: page.value }, locale)
      expect(html).not.toMatch(/type="radio"[^>]*checked/)
      expect(html.match(/data-level=/g)).toHaveLength(5 * panel.criteria.length)
      expect(html).not.toMatch(/>[^<]*\b(jury|work|common)\.[a-zA-Z]+\.[a-zA-Z]/)
      expect(html).not.toContain(' style=')
    }
  })

  it('lists what is missing before sealing, each a link to its field, and shows the receipt after', async () => {
    const { params, sheetId } = await aSheet()
    const before = await get(ctx, sealRoute, '/x', params, cookie)
    const html = await htmlOf(sealRoute.default, { data: before.value })
    expect(html).toContain(`/fr/jury/sheets/${sheetId}#f-scores-${panel.criteria[0]}`)
    const early = await post(ctx, sealRoute, { version: '1' }, params, cookie)
    expect([early.status, failureOf(early.value).formError.reason]).toEqual([400, 'criterion-missing'])
    await post(ctx, sheetRoute, at('5'), params, cookie)
    const sealed = await post(ctx, sealRoute, { version: '2' }, params, cookie)
    expect(sealed.status).toBe(303)
    const page = await get(ctx, sheetRoute, '/x', params, cookie)
    const { commitment } = (page.value as { sheet: { commitment: string } }).sheet
    expect(await htmlOf(sheetRoute.default, { data: page.value })).toContain(commitment)
  })

  it('asks a reason to abstain and keeps what was typed', async () => {
    const { params } = await aSheet()
    const refused = await post(ctx, abstainRoute, { version: '1', reason: '' }, params, cookie)
    expect(refused.status).toBe(400)
    const done = await post(ctx, abstainRoute, { version: '1', reason: 'Hors compétence.' }, params, cookie)
    expect(done.status).toBe(303)
  })
})

describe('the score sheet with script', () => {
  it('answers JSON with the new version, and 409 to an old one', async () => {
    const { params } = await aSheet()
    const first = await autosave(params, at('3'))
    expect([first.status, await first.json()]).toEqual([200, { version: 2 }])
    const late = await autosave(params, at('1'))
    expect([late.status, await late.json()]).toEqual([409, { reason: 'stale-version' }])
  })

  it('hears 401, not a sign-in page, when the session is over', async () => {
    const { params } = await aSheet()
    expect((await autosave(params, at('3'), '')).status).toBe(401)
  })

  it('saves all else while a line names a piece that is gone', async () => {
    const { params, lines } = await withoutItsPiece()
    const saved = await autosave(params, at('5', '2', lines))
    expect([saved.status, await saved.json()]).toMatchObject([200, { version: 3 }])
  })
})

describe('what is not yours', () => {
  it('is 404 on every page and act, as an absent or malformed id is', async () => {
    const { params } = await aSheet()
    const other = await panel.given.signedIn((await panel.seated()).personId)
    for (const sheetId of [params.sheetId, crypto.randomUUID(), "x' OR 1=1"]) {
      for (const route of [sheetRoute, sealRoute, abstainRoute, reopenRoute]) {
        expect((await get(ctx, route, '/x', { locale: 'fr', sheetId }, other)).status).toBe(404)
        const fields = { version: '1', reason: 'x' }
        const posted = await post(
          ctx,
          route,
          route === sealRoute || route === sheetRoute ? { version: '1' } : fields,
          { locale: 'fr', sheetId },
          other,
        )
        expect(posted.status).toBe(404)
      }
    }
  })

  it('leads to sign-in without a session', async () => {
    const { params } = await aSheet()
    expect((await get(ctx, sheetRoute, '/fr/jury/sheets/x', params)).headers.get('location')).toContain(
      '/fr/account/sign-in',
    )
  })

  it('refuses hostile fields at their place, and hands back what was typed', async () => {
    const { params, sheetId } = await aSheet()
    const [first] = panel.criteria
    for (const [field, typed, said] of [
      ['version', 'x', 'errors.number'],
      ['remark', '\u0000', 'errors.control'],
      [`scores.${first}`, '5; DROP', 'errors.score.outOfScale'],
      [`comments.${first}`, 'x'.repeat(20_000), 'errors.tooLong'],
    ] as const) {
      const fields = { version: '1', [field]: typed }
      const { status, value } = await post(ctx, sheetRoute, fields, params, cookie)
      expect([status, value]).toEqual([400, { failure: { fieldErrors: { [field]: said }, typed: fields } }])
    }
    const strange = await post(ctx, sheetRoute, { version: '1', surplus: 'x' }, params, cookie)
    expect([strange.status, failureOf(strange.value).formError.reason]).toEqual([400, 'unknown-field'])
    // No criterion is called that: nothing is a mark, and no prototype gets one.
    await post(ctx, sheetRoute, { version: '1', 'scores.__proto__': '5' }, params, cookie)
    expect(({} as Record<string, unknown>)['5']).toBeUndefined()
    const { rows } = await test.owner.query(
      'SELECT level FROM score WHERE sheet_id = $1 AND level IS NOT NULL',
      [sheetId],
    )
    expect(rows).toEqual([])
  })
})
