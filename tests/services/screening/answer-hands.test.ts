import { beforeAll, beforeEach, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { permittedFile } from '#app/queries/files/permitted-file.ts'
import { controlTower } from '#app/queries/organiser/tower.ts'
import { fileComplaint } from '#app/services/complaint/file-complaint.ts'
import type { Context } from '#app/services/context.ts'
import { fileAppeal } from '#app/services/nomination/file-appeal.ts'
import { proposeAppealAnswer } from '#app/services/nomination/propose-appeal-answer.ts'
import { validateAppealAnswer } from '#app/services/nomination/settle-appeal-answer.ts'
import { remind } from '#app/services/system/remind.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK, newKey } from '../nomination/scene.ts'
import { aRefusal, value } from './a-refusal.ts'

const DAY = 86_400_000
let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

const revoke = ({ personId }: Actor) =>
  test.owner.query('UPDATE role_grant SET revoked_at = now() WHERE person_id = $1', [personId])
const told = async (campaignId: string): Promise<string[]> => {
  const { rows } = await test.owner.query<{ person_id: string }>(
    `SELECT person_id FROM notice WHERE name = 'answer-hand-missing' AND campaign_id = $1`,
    [campaignId],
  )
  return rows.map((row) => row.person_id)
}
const handless = async (organiser: Actor, campaignId: string) =>
  value(await controlTower(ctx, organiser, campaignId, {})).handless

it('tells the organisers of an appeal that fewer than two may answer, until somebody is seated', async () => {
  const { id, campaign, signatory, third, fourth } = await aRefusal(test, ctx, scene)
  await revoke(third)
  const filing = { nominationId: id, received: DAY_OF_WORK, grounds: 'Le service est ouvert.' }
  const { number } = value(await fileAppeal(ctx, signatory, filing))
  expect(await told(campaign.id)).toEqual([fourth.personId])
  const { rows } = await test.owner.query('SELECT due_at FROM appeal WHERE nomination_id = $1', [id])
  const until = Number(rows[0].due_at)
  const line = { code: 'answer-hand-missing', facts: { number, until }, target: { screen: 'office' } }
  expect(await handless(fourth, campaign.id)).toEqual([line])
  const upheld = { outcome: 'upheld', reasons: ['fact-mistaken'], answer: 'Il était ouvert.' } as const
  value(await proposeAppealAnswer(ctx, fourth, { nominationId: id, ...upheld }))
  expect(await handless(fourth, campaign.id)).toEqual([line])
  await test.setNow(instant(until - 2 * DAY))
  await remind(ctx)
  await remind(ctx)
  expect(await told(campaign.id)).toEqual([fourth.personId, fourth.personId])
  await scene.given.officer('secretariat', campaign.id)
  expect(await handless(fourth, campaign.id)).toEqual([])
  await test.setNow(instant(until - 60_000))
  await remind(ctx)
  expect(await told(campaign.id)).toHaveLength(2)
})

it('tells the organiser who acts for a partner of the file that nobody may answer its complaint', async () => {
  const { campaign, signatory, nomination } = await scene.stage({ phase: 'evaluation', state: 'admissible' })
  const organiser = await scene.given.officer('organiser', campaign.id)
  const filing = {
    ...({ nominationId: nomination.id, kind: 'complaint', about: 'procedure' } as const),
    text: 'Le délai a couru deux jours de moins.',
  }
  value(await fileComplaint(ctx, signatory, { ...filing, key: newKey() }))
  expect(await told(campaign.id)).toEqual([])
  const partner = await scene.given.administration()
  const row = { id: newKey(), nomination_id: nomination.id, administration_id: partner.id }
  await scene.given.insert('nomination_partner', { ...row, name: {}, position: 1 })
  await scene.given.mandate({ person: organiser.personId, administration: partner.id, role: 'editor' })
  const { number } = value(await fileComplaint(ctx, signatory, { ...filing, key: newKey() }))
  expect(await told(campaign.id)).toEqual([organiser.personId])
  expect(await handless(await scene.given.actor(organiser.personId), campaign.id)).toMatchObject([
    {},
    { facts: { number } },
  ])
})

async function aPiece(nominationId: string): Promise<string> {
  const fileId = newKey()
  const at = new Date(DAY_OF_WORK)
  await scene.given.insert('stored_file', {
    ...{ id: fileId, storage_key: fileId, sha256: 'f'.repeat(64), size: 9, media_type: 'application/pdf' },
    ...{ display_name: 'p.pdf', scan_state: 'unscanned', created_at: at, created_by: newKey() },
  })
  await scene.given.insert('evidence', {
    ...{ id: newKey(), nomination_id: nominationId, file_id: fileId, title: 'Pièce', claim: 'results' },
    ...{ position: 1, created_at: at },
  })
  return fileId
}

it('lets an organiser open the pieces of a file while its appeal waits for them, and no longer', async () => {
  const { id, campaign, signatory, third, fourth } = await aRefusal(test, ctx, scene)
  const fileId = await aPiece(id)
  const opens = async (actor: Actor) => (await permittedFile(ctx, actor, fileId)).ok
  expect(await opens(fourth)).toBe(false)
  value(
    await fileAppeal(ctx, signatory, { nominationId: id, received: DAY_OF_WORK, grounds: 'Il est ouvert.' }),
  )
  expect(await opens(fourth)).toBe(true)
  const elsewhere = await scene.given.officer('organiser', (await scene.campaignIn('screening')).id)
  expect(await opens(elsewhere)).toBe(false)
  const partner = await scene.given.administration()
  const another = await scene.given.officer('organiser', campaign.id)
  await scene.given.mandate({ person: another.personId, administration: partner.id, role: 'editor' })
  const row = { id: newKey(), nomination_id: id, administration_id: partner.id }
  await scene.given.insert('nomination_partner', { ...row, name: {}, position: 1 })
  expect(await opens(await scene.given.actor(another.personId))).toBe(false)
  const upheld = { outcome: 'upheld', reasons: ['fact-mistaken'], answer: 'Il était ouvert.' } as const
  const { answerId } = value(await proposeAppealAnswer(ctx, third, { nominationId: id, ...upheld }))
  value(await validateAppealAnswer(ctx, fourth, { nominationId: id, answerId }))
  expect(await opens(fourth)).toBe(false)
  expect(await opens(third)).toBe(true)
})
