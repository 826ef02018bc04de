import { beforeAll, beforeEach, expect, it } from 'vitest'
import { deskComplaint } from '#app/queries/secretariat/complaint.ts'
import { answerComplaint } from '#app/services/complaint/answer-complaint.ts'
import { fileComplaint } from '#app/services/complaint/file-complaint.ts'
import { reopenComplaint } from '#app/services/complaint/reopen-complaint.ts'
import type { Context } from '#app/services/context.ts'
import { remind } from '#app/services/system/remind.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK, newKey } from '../nomination/scene.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

const text = 'Le délai a couru deux jours de moins.'
const said = { round: 1, outcome: 'unfounded' as const, answer: 'Le délai a couru en entier.' }

async function desk() {
  const stage = await scene.stage({ phase: 'evaluation', state: 'admissible', complete: false })
  const clerk = await scene.given.officer('secretariat', stage.campaign.id)
  const organiser = await scene.given.officer('organiser', stage.campaign.id)
  const filing = { nominationId: stage.nomination.id, kind: 'complaint', about: 'procedure', text } as const
  return { ...stage, clerk, organiser, filing }
}

it('is not answered by a clerk who acts for a partner of the file, and the page says so', async () => {
  const at = await desk()
  const filed = await fileComplaint(ctx, at.signatory, { ...at.filing, key: newKey() })
  if (!filed.ok) throw new Error(filed.reason)
  const partner = await scene.given.administration()
  await scene.given.insert('nomination_partner', {
    ...{
      id: newKey(),
      nomination_id: at.nomination.id,
      administration_id: partner.id,
      name: {},
      position: 1,
    },
  })
  await scene.given.mandate({ person: at.clerk.personId, administration: partner.id, role: 'editor' })
  const clerk = await scene.given.actor(at.clerk.personId)
  const { complaintId } = filed.value
  const before = await scene.given.trace()
  expect(await answerComplaint(ctx, clerk, { complaintId, ...said })).toMatchObject({ reason: 'recused' })
  expect(await scene.given.trace()).toEqual(before)
  expect(await deskComplaint(ctx, clerk, complaintId)).toMatchObject({
    value: { can: { answer: false }, refused: 'recused' },
  })
})

it('takes another text under the key of a sent form, from the back button, as a second complaint', async () => {
  const at = await desk()
  const first = { ...at.filing, key: newKey() }
  const results = [
    await fileComplaint(ctx, at.signatory, first),
    await fileComplaint(ctx, at.signatory, { ...first, text: 'Une pièce manquait au dossier.' }),
    await fileComplaint(ctx, at.signatory, { ...first, kind: 'observation' }),
    await fileComplaint(ctx, at.signatory, first),
  ]
  const numbers = results.map((one) => one.ok && one.value.number)
  expect(new Set(numbers).size).toBe(3)
  expect(numbers[3]).toBe(numbers[0])
  expect(await scene.count('complaint', 'nomination_id = $1', [at.nomination.id])).toBe(3)
})

it('reaches everybody who may answer, clerk or organiser, when filed, when reopened and when due', async () => {
  const at = await desk()
  const told = async (notice: string) => {
    const { rows } = await test.owner.query<{ person_id: string }>(
      `SELECT person_id FROM notice WHERE name = $1 AND campaign_id = $2`,
      [notice, at.campaign.id],
    )
    return rows.map((row) => row.person_id).sort()
  }
  const both = [at.clerk.personId, at.organiser.personId].sort()
  const filed = await fileComplaint(ctx, at.signatory, { ...at.filing, key: newKey() })
  if (!filed.ok) throw new Error(filed.reason)
  expect(await told('complaint-to-answer')).toEqual(both)
  await test.setNow(instant(DAY_OF_WORK + 30 * 86_400_000))
  await remind(ctx)
  expect(await told('complaint-due')).toEqual(both)
  const { complaintId } = filed.value
  expect((await answerComplaint(ctx, at.clerk, { complaintId, ...said })).ok).toBe(true)
  expect((await reopenComplaint(ctx, at.signatory, { complaintId, text })).ok).toBe(true)
  expect(await told('complaint-to-answer')).toEqual([...both, at.organiser.personId].sort())
})

it('about results is closed to whoever scored, also once their seat has ended', async () => {
  const at = await desk()
  const filed = await fileComplaint(ctx, at.signatory, { ...at.filing, about: 'results', key: newKey() })
  if (!filed.ok) throw new Error(filed.reason)
  const { complaintId } = filed.value
  const seat = await scene.given.seat({ campaign: at.campaign.id, person: at.clerk.personId })
  await scene.given.insert('score_sheet', {
    ...{ id: newKey(), seat_id: seat.id, person_id: at.clerk.personId, nomination_id: at.nomination.id },
    ...{
      state: 'draft',
      sequence: 1,
      regulation_version_id: at.campaign.regulationVersionId,
      rubric_hash: 'f',
    },
    ...{ created_at: new Date(DAY_OF_WORK), updated_at: new Date(DAY_OF_WORK) },
  })
  await test.owner.query(`UPDATE seat SET state = 'ended' WHERE id = $1`, [seat.id])
  expect(await answerComplaint(ctx, at.clerk, { complaintId, ...said })).toMatchObject({
    reason: 'took-part',
  })
  expect((await answerComplaint(ctx, at.organiser, { complaintId, ...said })).ok).toBe(true)
})
