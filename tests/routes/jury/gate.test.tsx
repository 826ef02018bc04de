import { beforeAll, describe, expect, it } from 'vitest'
import * as fileRoute from '#app/routes/jury/file.tsx'
import * as filesRoute from '#app/routes/jury/files.tsx'
import * as layoutRoute from '#app/routes/jury/layout.tsx'
import * as interestsRoute from '#app/routes/jury/interests.tsx'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { get, post } from '#tests/support/request.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'
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

describe('the gate and the list', () => {
  it('shows before the declaration only title, lead and partners, and sends a content page to the gate', async () => {
    const file = await panel.file()
    await panel.given.assignment({ seat: juror.seatId, nomination: file.id })
    const content = await get(ctx, fileRoute, '/x', { locale: 'fr', nominationId: file.id }, cookie)
    expect([content.status, content.headers.get('location')]).toEqual([
      303,
      `/fr/jury/campaigns/${panel.campaign.id}/interests`,
    ])
    const gate = await get(ctx, interestsRoute, '/x', { locale: 'fr', campaignId: panel.campaign.id }, cookie)
    const offered = (gate.value as { page: { rows: { nominationId: string }[] } }).page.rows.find(
      (row) => row.nominationId === file.id,
    )
    expect(Object.keys(offered ?? {}).sort()).toEqual([
      'hints',
      'lead',
      'nominationId',
      'partners',
      'reference',
      'title',
    ])
    expect(await htmlOf(interestsRoute.default, { data: gate.value }, 'ar')).not.toMatch(
      /type="radio"[^>]*checked/,
    )
  })

  it('drops a file at once when an interest is declared, and says how many are hidden', async () => {
    const file = await panel.file()
    await panel.given.assignment({ seat: juror.seatId, nomination: file.id })
    const params = { locale: 'fr', campaignId: panel.campaign.id }
    const name = `interests.${file.id}`
    const missing = await post(ctx, interestsRoute, { [`${name}.answer`]: 'tied' }, params, cookie)
    expect(missing.status).toBe(400)
    const done = await post(
      ctx,
      interestsRoute,
      { [`${name}.answer`]: 'tied', [`${name}.kind`]: 'family', [`${name}.words`]: '' },
      params,
      cookie,
    )
    expect(done.status).toBe(303)
    const list = await get(ctx, filesRoute, '/x', params, cookie)
    const page = list.value as { hidden: number; files: { nominationId: string }[] }
    expect(page.hidden).toBeGreaterThanOrEqual(1)
    expect(page.files.map((one) => one.nominationId)).not.toContain(file.id)
    expect(JSON.stringify(list.value)).not.toContain(file.reference)
    expect(await htmlOf(filesRoute.default, { data: list.value })).toContain('masqué')
  })

  it('costs the same number of statements for a few files and for many', async () => {
    const params = { locale: 'fr', campaignId: panel.campaign.id }
    const count = async () => {
      const seen: number[] = []
      for (const route of [filesRoute, interestsRoute]) {
        test.countQueries()
        await get(ctx, route, '/x', params, cookie)
        seen.push(test.countQueries().total)
      }
      return seen
    }
    await panel.reading(juror, (await panel.file()).id)
    const few = await count()
    for (let at = 0; at < 40; at += 1) await panel.reading(juror, (await panel.file()).id)
    expect(await count()).toEqual(few)
  })

  it("stands in a shell that leads to the person's own jury alone", async () => {
    const shell = await get(ctx, layoutRoute, '/fr/jury', { locale: 'fr' }, cookie)
    for (const locale of ['fr', 'ar'] as const) {
      const html = await htmlOf(layoutRoute.default, { data: shell.value }, locale)
      expect(html).toContain(`/fr/jury/campaigns/${panel.campaign.id}`)
      expect(html).not.toContain('/assignment')
      expect(html).not.toMatch(/>[^<]*\b(jury|work|common)\.[a-zA-Z]+\.[a-zA-Z]/)
    }
  })
})
