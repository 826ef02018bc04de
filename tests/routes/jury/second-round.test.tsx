import { beforeAll, describe, expect, it } from 'vitest'
import * as assignmentRoute from '#app/routes/jury/assignment.tsx'
import * as fileRoute from '#app/routes/jury/assignment-file.tsx'
import * as filesRoute from '#app/routes/jury/files.tsx'
import * as sheetRoute from '#app/routes/jury/score-sheet.tsx'
import * as phaseRoute from '#app/routes/organiser/phase.tsx'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { renderPage } from '#tests/support/render-page.tsx'
import { get, post } from '#tests/support/request.ts'
import { aFirstRound, type Round } from '#tests/services/results/a-first-round.ts'

const test = await testDb()
const ctx = actsContext(test)
let round: Round
let organiser: string
let juror: string
beforeAll(async () => {
  round = await aFirstRound({ test, ctx })
  organiser = await round.given.signedIn(round.organiser.personId)
  juror = await round.given.signedIn(round.jurors[0]!.personId)
})
const clean = (shown: string) => {
  const html = shown.replace(/[\u202f\u00a0]/g, ' ')
  expect(html).not.toMatch(/ style=|\{\{|\b(jury|campaign|common|errors)\.[a-z]+\.[a-z]/)
  return html
}

describe('the pages of a second round', () => {
  it('lead from the evaluation to the presentations alone, and open them by a plain form', async () => {
    const params = { locale: 'fr', campaignId: round.id }
    const page = await get(ctx, phaseRoute, '/x', params, organiser)
    const html = clean(renderPage(phaseRoute, { locale: 'fr', value: page.value }))
    expect(html).toMatch(/name="to" value="presentations"/)
    expect(html).not.toMatch(/name="to" value="deliberation"/)
    const straight = await post(
      ctx,
      phaseRoute,
      { from: 'evaluation', to: 'deliberation' },
      params,
      organiser,
    )
    expect(straight.status).toBe(409)
    const refused = renderPage(phaseRoute, {
      locale: 'fr',
      value: page.value,
      left: straight.value as object,
    })
    expect(refused).toContain('Ouvrez les présentations avant la délibération')
    const opened = await post(ctx, phaseRoute, { from: 'evaluation', to: 'presentations' }, params, organiser)
    expect(opened.status).toBe(303)
  })

  it('tell the juror which files wait for a new sheet, and on the sheet which round it is of', async () => {
    for (const [locale, list, sheet] of [
      ['fr', 'les dossiers admis attendent une nouvelle fiche', 'Fiche du second tour'],
      ['ar', 'تنتظر الملفات المؤهلة بطاقة جديدة', 'بطاقة الجولة الثانية'],
    ] as const) {
      const params = { locale, campaignId: round.id }
      const files = await get(ctx, filesRoute, `/${locale}/x`, params, juror)
      expect(clean(renderPage(filesRoute, { locale, value: files.value }))).toContain(list)
      const { rows } = await test.owner.query(
        'SELECT id, second_round FROM score_sheet WHERE nomination_id = $1 AND seat_id = $2 ORDER BY sequence',
        [round.files[0], round.jurors[0]!.seatId],
      )
      const shown = await Promise.all(
        rows.map(async ({ id }) => {
          const page = await get(ctx, sheetRoute, `/${locale}/x`, { locale, sheetId: id }, juror)
          return clean(renderPage(sheetRoute, { locale, value: page.value }))
        }),
      )
      expect(shown.map((html) => html.includes(sheet))).toEqual([false, true])
    }
  })

  it('show the secretariat the readers of the shortlist alone, and add one from the page that the gate leads to', async () => {
    const clerk = await round.given.signedIn((await round.given.officer('secretariat', round.id)).personId)
    const late = await round.seated()
    const params = { locale: 'fr', campaignId: round.id }
    const page = await get(ctx, assignmentRoute, '/x', params, clerk)
    const html = clean(renderPage(assignmentRoute, { locale: 'fr', value: page.value }))
    expect(html).toContain('Second tour : seuls les dossiers admis sont lus de nouveau')
    expect(html.match(/value="assign"/g)).toHaveLength(3)
    expect(html).not.toContain('value="propose"')

    const gate = await get(ctx, phaseRoute, '/x', params, organiser)
    const blocked = clean(renderPage(phaseRoute, { locale: 'fr', value: gate.value }))
    const file = `/fr/jury/campaigns/${round.id}/assignment/${round.files[0]}`
    expect(blocked).toContain(`href="${file}"`)

    const of = { ...params, nominationId: round.files[0]! }
    const why = await get(ctx, fileRoute, '/x', of, clerk)
    const shown = clean(renderPage(fileRoute, { locale: 'fr', value: why.value }))
    expect(shown).toContain('Second tour : seuls les dossiers admis')
    expect(shown).toMatch(new RegExp(`value="${late.seatId}"[^]*?value="assign"`))
    const typed = { intent: 'assign', seatId: late.seatId, version: '3' }
    expect((await post(ctx, fileRoute, typed, of, clerk)).status).toBe(303)
    const again = await post(ctx, fileRoute, typed, of, clerk)
    expect(again.status).toBe(409)
    const refused = renderPage(fileRoute, { locale: 'fr', value: why.value, left: again.value as object })
    expect(refused).toContain('Les lecteurs de ce dossier ont changé entre-temps')

    const out = { ...params, nominationId: round.files[4]! }
    const stopped = await get(ctx, fileRoute, '/x', out, clerk)
    expect(renderPage(fileRoute, { locale: 'fr', value: stopped.value })).not.toContain('value="assign"')
    const late2 = await post(ctx, fileRoute, typed, out, clerk)
    const said = renderPage(fileRoute, { locale: 'fr', value: stopped.value, left: late2.value as object })
    expect(said).toContain('été admis au second tour')
  })
})
