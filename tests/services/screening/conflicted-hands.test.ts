import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Context } from '#app/services/context.ts'
import { proposeCategory } from '#app/services/nomination/propose-category.ts'
import { proposeDisqualification } from '#app/services/nomination/propose-disqualification.ts'
import { proposeScreening } from '#app/services/nomination/propose-screening.ts'
import { recordChecks } from '#app/services/nomination/record-checks.ts'
import { requestCompletion } from '#app/services/nomination/request-completion.ts'
import { returnDisqualification } from '#app/services/nomination/return-disqualification.ts'
import { returnScreening } from '#app/services/nomination/return-screening.ts'
import { settleDisqualification } from '#app/services/nomination/settle-disqualification.ts'
import { validateScreening } from '#app/services/nomination/validate-screening.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { createScene, DAY_OF_WORK } from '#tests/services/nomination/scene.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

const TEXT = { ar: 'تصريح غير صحيح.', fr: 'Déclaration inexacte.' }

async function desk() {
  const stage = await scene.submitted('screening')
  const { id } = stage.nomination
  const partner = await scene.given.administration()
  const of = { nomination_id: id, administration_id: partner.id }
  await scene.given.insert('nomination_partner', { id: randomUUID(), name: {}, position: 1, ...of })
  const officer = async (role: 'secretariat' | 'organiser', administration: string | null) => {
    const { personId } = await scene.given.officer(role, stage.campaign.id)
    if (administration !== null) await scene.given.mandate({ person: personId, administration })
    return scene.given.actor(personId)
  }
  const bodies = { lead: stage.body.id, partner: partner.id }
  return { ...stage, id, officer, bodies, first: await officer('secretariat', null) }
}
const admissible = (nominationId: string) => ({
  ...{ nominationId, version: 2, outcome: 'admissible' as const, reasons: [], comment: null },
})
const toldOf = async (notice: string): Promise<readonly string[]> =>
  (await test.owner.query('SELECT person_id FROM notice WHERE name = $1', [notice])).rows.map(
    ({ person_id: personId }) => personId as string,
  )

describe.each(['lead', 'partner'] as const)('whoever acts for the %s of a file', (side) => {
  it('checks, decides, asks and proposes nothing about it, with a reason, and leaves no trace', async () => {
    const { id, campaign, officer, bodies, first } = await desk()
    const verdicts = campaign.regulation.screening.checks.map(({ code }) => ({
      ...{ code, verdict: 'compliant' as const, note: null },
    }))
    must(await recordChecks(ctx, first, { nominationId: id, version: 1, verdicts }))
    must(await proposeScreening(ctx, first, admissible(id)))
    const { rows } = await test.owner.query('SELECT id FROM screening_decision WHERE nomination_id = $1', [
      id,
    ])
    const seen = { nominationId: id, proposalId: rows[0].id as string }
    const clerk = await officer('secretariat', bodies[side])
    const at = { nominationId: id, version: 3 }
    const before = await scene.given.trace()
    const [category = ''] = campaign.regulation.categories.slice(1).map(({ code }) => code)
    const asked = { reasons: ['evidence-missing'], message: 'Joignez le relevé.' }
    const acts: readonly ((actor: Actor) => Promise<{ ok: boolean }>)[] = [
      (actor) => recordChecks(ctx, actor, { ...at, verdicts }),
      (actor) => proposeScreening(ctx, actor, { ...admissible(id), ...at }),
      (actor) => validateScreening(ctx, actor, seen),
      (actor) => returnScreening(ctx, actor, { ...seen, note: 'À revoir.' }),
      (actor) => requestCompletion(ctx, actor, { ...at, ...asked }),
      (actor) => proposeCategory(ctx, actor, { ...at, category, reason: TEXT }),
      (actor) => proposeDisqualification(ctx, actor, { ...at, reason: 'false-statement', text: TEXT }),
    ]
    for (const act of acts) expect(await act(clerk)).toMatchObject({ ok: false, reason: 'recused' })
    expect(await scene.given.trace()).toEqual(before)
    expect((await validateScreening(ctx, await officer('secretariat', null), seen)).ok).toBe(true)
  })

  it('neither hears of a decision to validate nor of a disqualification to settle, and settles none', async () => {
    const { id, campaign, officer, bodies, first } = await desk()
    const [own, neutral] = [await officer('secretariat', bodies[side]), await officer('secretariat', null)]
    const [judge, other] = [await officer('organiser', bodies[side]), await officer('organiser', null)]
    const verdicts = campaign.regulation.screening.checks.map(({ code }) => ({
      ...{ code, verdict: 'compliant' as const, note: null },
    }))
    must(await recordChecks(ctx, first, { nominationId: id, version: 1, verdicts }))
    must(await proposeScreening(ctx, first, admissible(id)))
    const validators = await toldOf('screening-to-validate')
    expect([validators.includes(own.personId), validators.includes(neutral.personId)]).toEqual([false, true])
    const at = { nominationId: id, version: 3 }
    const made = must(
      await proposeDisqualification(ctx, first, { ...at, reason: 'false-statement', text: TEXT }),
    )
    const settlers = await toldOf('disqualification-to-settle')
    expect([settlers.includes(judge.personId), settlers.includes(other.personId)]).toEqual([false, true])
    const seen = { nominationId: id, proposalId: made.proposalId }
    const before = await scene.given.trace()
    expect(await settleDisqualification(ctx, judge, seen)).toMatchObject({ reason: 'recused' })
    expect(await returnDisqualification(ctx, judge, { ...seen, note: 'Non.' })).toMatchObject({
      reason: 'recused',
    })
    expect(await scene.given.trace()).toEqual(before)
  })
})
