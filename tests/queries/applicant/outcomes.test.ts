import { beforeAll, describe, expect, it } from 'vitest'
import { instantOf } from '#app/domain/kernel/instant.ts'
import { categoryAsked } from '#app/queries/applicant/category.ts'
import { dossierScreen } from '#app/queries/applicant/dossier-screen.ts'
import { applicantHome } from '#app/queries/applicant/home.ts'
import type { Context } from '#app/services/context.ts'
import { aResult, writeSnapshot } from '#tests/routes/public/stage.ts'
import { createScene, DAY_OF_WORK } from '#tests/services/nomination/scene.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'

const DAY = 86_400_000
let test: TestDb
let ctx: Context
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  await test.setNow(DAY_OF_WORK)
})

describe('where a nomination stands', () => {
  it('is told to its people by the published result, from the instant of the release on', async () => {
    const scene = createScene(test, ctx)
    const given = createGiven(test)
    const first = await scene.stage({ state: 'admissible' })
    const second = await given.nomination({
      campaign: first.campaign,
      administration: first.body.id,
      state: 'admissible',
    })
    const phase = (name: string) =>
      test.owner.query('UPDATE campaign SET phase = $2 WHERE id = $1', [first.campaign.id, name])
    const told = async () => {
      const { nominations } = await applicantHome(ctx, first.editor, null)
      const ids = [first.nomination.id, second.id]
      const headsOf = async (page: typeof dossierScreen | typeof categoryAsked) => {
        const screens = await Promise.all(ids.map((id) => page(ctx, first.editor, id)))
        return screens.map((screen) => (screen.ok ? screen.value.head.standing : screen.reason))
      }
      const shown = await headsOf(dossierScreen)
      expect(await headsOf(categoryAsked), 'the page about another category').toEqual(shown)
      expect(ids.map((id) => nominations.find((one) => one.id === id)?.standing)).toEqual(shown)
      return shown
    }
    await phase('evaluation')
    expect(await told()).toEqual(['in_evaluation', 'in_evaluation'])
    await phase('embargo')
    const release = new Date(DAY_OF_WORK + DAY)
    const winner = { nominationId: first.nomination.id, title: 'Sabil', body: 'Régie' }
    await writeSnapshot(given, aResult(first.campaign, winner), release)
    expect(await told()).toEqual(['in_deliberation', 'in_deliberation'])
    await phase('published')
    expect(await told()).toEqual(['admissible', 'admissible'])
    await test.setNow(instantOf(release))
    expect(await told()).toEqual(['laureate', 'not_awarded'])
  })
})
