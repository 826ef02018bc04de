import { beforeAll, expect, it } from 'vitest'
import type { PdfPress } from '#app/services/ports.ts'
import { draftMinutes } from '#app/services/deliberation/draft-minutes.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aMeeting, decideAll, type Met, must } from './a-meeting.ts'

let test: TestDb
let ctx: TestContext
let met: Met
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  met = await aMeeting(test, ctx)
  await decideAll(ctx, met)
})

it('minutes whose record changes while they are pressed are pressed anew, three times at most', async () => {
  let changes = 1
  let presses = 0
  const press: PdfPress = {
    ...ctx.press,
    press: async (kind, record) => {
      const pressed = await ctx.press.press(kind, record)
      presses += 1
      if (presses <= changes)
        await test.owner.query(
          `UPDATE nomination SET title = jsonb_build_object('fr', $1::text, 'ar', 'عنوان')`,
          [`Titre ${presses}`],
        )
      return pressed
    },
  }
  const { sessionId } = met
  const drafted = await draftMinutes({ ...ctx, press }, met.secretariat, { sessionId })
  expect(must(drafted).number).toBe('PV-2026-0001')
  expect(presses).toBe(2)
  const { rows } = await test.owner.query(`SELECT record FROM document WHERE kind = 'minutes'`)
  expect(rows).toHaveLength(1)
  expect(rows[0].record.items[0].decisions[0].winners[0].title.fr).toBe('Titre 1')

  changes = Infinity
  await test.owner.query(`UPDATE nomination SET title = '{"fr": "Autre titre", "ar": "عنوان"}'`)
  const never = await draftMinutes({ ...ctx, press }, met.secretariat, { sessionId })
  expect(never).toMatchObject({ ok: false, reason: 'record-changed' })
  expect(presses).toBe(2 + 3)
})
