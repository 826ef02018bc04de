import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadShadow } from '#app/adapters/db/release-facts.ts'
import { loadStandings } from '#app/adapters/db/standings.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { toText } from '#app/domain/kernel/rational.ts'
import { tallyDifferences, tallyLines } from '#app/domain/results/shadow-tally.ts'
import * as sealRoute from '#app/routes/jury/seal.tsx'
import * as sheetRoute from '#app/routes/jury/score-sheet.tsx'
import { aPanel, type Juror, opened } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { aRegulation } from '#tests/support/builders/regulation.ts'
import { withSteps } from '#tests/support/builders/mixed-rubric.ts'
import { testDb } from '#tests/support/db.ts'
import { GIVEN_OPENING } from '#tests/support/given.ts'
import { get, post } from '#tests/support/request.ts'
import { htmlOf } from './page.tsx'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const test = await testDb()
const ctx = actsContext(test)
let panel: Awaited<ReturnType<typeof aPanel>>
let jurors: { readonly juror: Juror; readonly cookie: string }[]
beforeAll(async () => {
  panel = await aPanel(test, { regulation: withSteps(aRegulation({ opensAt: GIVEN_OPENING })) })
  jurors = []
  for (let at = 0; at < 3; at += 1) {
    const juror = await panel.seated()
    jurors.push({ juror, cookie: await panel.given.signedIn(juror.personId) })
  }
})
const fields = (points: string, version: string, more: Readonly<Record<string, string>> = {}) => {
  const [steps, ...others] = panel.criteria
  return {
    version,
    [`points.${steps}`]: points,
    [`comments.${steps}`]: 'Constaté.',
    ...Object.fromEntries(
      others.flatMap((code) => [
        [`scores.${code}`, '3'],
        [`comments.${code}`, 'Constaté.'],
      ]),
    ),
    ...more,
  }
}
const aSheet = async (of = jurors[0]!) => {
  const file = await panel.file()
  await panel.reading(of.juror, file.id)
  const sheetId = await opened(ctx, of.juror, file.id)
  return { file, params: { locale: 'fr', sheetId } }
}
type Failed = { failure: { fieldErrors: Record<string, string>; typed: Record<string, string> } }

describe('a score sheet with steps and levels', () => {
  it('asks for points where the scale has steps, for a level elsewhere, each end said first', async () => {
    const { params } = await aSheet()
    const page = await get(ctx, sheetRoute, '/x', params, jurors[0]!.cookie)
    for (const locale of ['fr', 'ar'] as const) {
      const html = await htmlOf(sheetRoute.default, { data: page.value }, locale)
      expect(html.match(/data-points/g)).toHaveLength(1)
      expect(html.match(/data-level=/g)).toHaveLength(5 * (panel.criteria.length - 1))
      expect(html).toContain(locale === 'fr' ? 'Exemplaire' : 'نموذجي')
      // The level 40 that asks for a comment is said as the juror writes it.
      expect(html).toContain(locale === 'fr' ? ': 20, et lorsque le critère' : 'مطلوب عند هذه النقط: 20')
      expect(html).not.toMatch(/ style=|>[^<]*\b(jury|work|common)\.[a-z]+\.[a-zA-Z]/)
    }
  })

  it('keeps points exactly, shows them back, and refuses those between two steps with what was typed', async () => {
    const { params } = await aSheet()
    const [{ cookie }] = jurors as [(typeof jurors)[number]]
    expect((await post(ctx, sheetRoute, fields('12,5', '1'), params, cookie)).status).toBe(303)
    const [steps] = panel.criteria
    const row = await test.owner.query('SELECT level FROM score WHERE sheet_id = $1 AND criterion = $2', [
      params.sheetId,
      steps,
    ])
    expect(row.rows).toEqual([{ level: 25 }])
    const page = await get(ctx, sheetRoute, '/x', params, cookie)
    expect(await htmlOf(sheetRoute.default, { data: page.value })).toMatch(/value="12,5"/)
    const off = await post(ctx, sheetRoute, fields('12,25', '2'), params, cookie)
    expect(off.status).toBe(400)
    expect((off.value as Failed).failure).toMatchObject({
      fieldErrors: { [`points.${steps}`]: 'errors.score.offGrid' },
      typed: { [`points.${steps}`]: '12,25' },
    })
    const html = await htmlOf(sheetRoute.default, { data: page.value, actionData: off.value })
    expect(html).toMatch(/value="12,25"/)
    expect(html).toContain('ne tombent sur aucun pas')
  })

  it('seals, is read back in points, and counts on 0..1 alike in the domain and in SQL', async () => {
    const file = await panel.file()
    for (const [at, points] of ['20', '7.5', '10'].entries()) {
      const { juror, cookie } = jurors[at]!
      await panel.reading(juror, file.id)
      const params = { locale: 'fr', sheetId: await opened(ctx, juror, file.id) }
      expect((await post(ctx, sheetRoute, fields(points, '1'), params, cookie)).status).toBe(303)
      const sealed = await post(ctx, sealRoute, { version: '2' }, params, cookie)
      expect(sealed.status).toBe(303)
      const page = await get(ctx, sheetRoute, '/x', params, cookie)
      const html = await htmlOf(sheetRoute.default, { data: page.value })
      expect(html).toContain(`${points.replace('.', ',')} sur 20 points`)
    }
    await readAs(ctx.db.office, SYSTEM_ACTOR.personId, async (tx) => {
      const standings = await loadStandings(tx, panel.campaign.id, sha256)
      const code = panel.codes[0]!
      const standing = standings.ok ? standings.value.get(code) : undefined
      const score = standing?.ranking.find(({ nominationId }) => nominationId === file.id)?.score
      // A quarter of the weight at (1 + 3/8 + 1/2) / 3 = 5/8, the rest at the middle level: 1/4 * 5/8 + 3/4 * 1/2.
      expect(score && toText(score)).toBe('17/32')
      const shadow = await loadShadow(tx, panel.campaign.id)
      const official = tallyLines(standing?.ranking ?? [], standing?.scores.scores ?? [])
      expect(tallyDifferences(official, shadow.get(code) ?? [])).toEqual([])
    })
  })
})
