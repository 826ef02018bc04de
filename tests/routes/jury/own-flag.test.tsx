import { beforeAll, describe, expect, it } from 'vitest'
import * as sheetRoute from '#app/routes/jury/score-sheet.tsx'
import { raiseFlag } from '#app/services/deliberation/raise-flag.ts'
import { withdrawFlag } from '#app/services/deliberation/withdraw-flag.ts'
import { aPanel, type Juror, opened } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { get } from '#tests/support/request.ts'
import { htmlOf } from './page.tsx'

const test = await testDb()
const ctx = actsContext(test)
let panel: Awaited<ReturnType<typeof aPanel>>
let jurors: readonly [Juror, Juror]
beforeAll(async () => {
  panel = await aPanel(test)
  jurors = [await panel.seated(), await panel.seated()]
})
/** The sheets of both jurors on one file, and what each page shows. */
async function bothSheets() {
  const file = await panel.file()
  const sheets = await Promise.all(
    jurors.map(async (juror) => {
      await panel.reading(juror, file.id)
      const params = { locale: 'fr', sheetId: await opened(ctx, juror, file.id) }
      return { params, cookie: await panel.given.signedIn(juror.personId) }
    }),
  )
  const shown = async (of: 0 | 1, locale: 'fr' | 'ar' = 'fr') => {
    const { params, cookie } = sheets[of]!
    const page = await get(ctx, sheetRoute, '/x', params, cookie)
    return htmlOf(sheetRoute.default, { data: page.value }, locale)
  }
  return { file, sheets, shown }
}
const RAISE = { fr: 'Émettre une réserve', ar: 'إبداء تحفظ على الملف' }
const OWN = {
  fr: 'Consulter votre réserve, qui suspend cette candidature',
  ar: 'الاطلاع على تحفظكم الذي يوقف النظر في هذا الترشيح',
}

describe('the way from a score sheet to a flag', () => {
  it('leads to the own flag while it is open, and says nothing of it to another juror of the same file', async () => {
    const { file, shown } = await bothSheets()
    expect(await shown(0)).toContain(RAISE.fr)
    const words = { ground: 'plagiarism', text: 'Passages repris d’un autre service.' }
    expect((await raiseFlag(ctx, jurors[0].actor, { nominationId: file.id, ...words })).ok).toBe(true)
    for (const locale of ['fr', 'ar'] as const) {
      const [own, other] = [await shown(0, locale), await shown(1, locale)]
      expect([own.includes(OWN[locale]), own.includes(RAISE[locale])]).toEqual([true, false])
      expect([other.includes(OWN[locale]), other.includes(RAISE[locale])]).toEqual([false, true])
    }
    expect((await withdrawFlag(ctx, jurors[0].actor, { nominationId: file.id })).ok).toBe(true)
    const after = await shown(0)
    expect([after.includes(OWN.fr), after.includes(RAISE.fr)]).toEqual([false, true])
  })

  it('is the same from a sheet that is sealed', async () => {
    const { file, shown } = await bothSheets()
    await panel.sealed(ctx, jurors[0], file.id, 4)
    const words = { ground: 'ethics', text: 'Un fait à éclaircir.' }
    expect(await shown(0)).toContain(RAISE.fr)
    expect((await raiseFlag(ctx, jurors[0].actor, { nominationId: file.id, ...words })).ok).toBe(true)
    const html = await shown(0)
    expect([html.includes(OWN.fr), html.includes(RAISE.fr)]).toEqual([true, false])
  })
})

describe('the parts of a dossier without a piece', () => {
  it('are told in words, never as a piece of the number nought', async () => {
    const { shown } = await bothSheets()
    for (const [locale, none] of [
      ['fr', 'Aucune pièce'],
      ['ar', 'لا توجد أي وثيقة'],
    ] as const) {
      const html = await shown(0, locale)
      expect(html).toMatch(new RegExp(`href="#evidence"[^>]*>(<[^>]*>)*${none}<`))
      expect(html).not.toMatch(/(Pièces?|الوثائق) ?\([^)]*0[^)]*\)/)
    }
  })
})
