import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Context } from '#app/services/context.ts'
import { assign } from '#app/services/jury/assign.ts'
import { declareInterests } from '#app/services/jury/declare-interests.ts'
import { inviteJuror } from '#app/services/jury/invite-juror.ts'
import { nameSeat } from '#app/services/jury/name-seat.ts'
import { proposeRecusalLift } from '#app/services/jury/propose-recusal-lift.ts'
import { recuseJuror } from '#app/services/jury/recuse-juror.ts'
import { settleRecusalLift } from '#app/services/jury/settle-recusal-lift.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let first: Actor
let second: Actor
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test)
  first = await panel.given.officer('secretariat', panel.campaign.id)
  second = await panel.given.officer('secretariat', panel.campaign.id)
})
const rows = async (sql: string, ...values: unknown[]) => (await test.owner.query(sql, values)).rows
const standing = (juror: Juror, fileId: string) =>
  rows(
    'SELECT id FROM recusal WHERE seat_id = $1 AND nomination_id = $2 AND lifted_at IS NULL',
    juror.seatId,
    fileId,
  )

/** A juror who declared a family tie to one file. */
async function declared() {
  const juror = await panel.seated()
  const file = await panel.file()
  const said = await declareInterests(ctx, juror.actor, {
    campaignId: panel.campaign.id,
    declared: [{ nominationId: file.id, kind: 'family', words: 'Mon frère.' }],
  })
  if (!said.ok) throw new Error(said.reason)
  return { juror, file, pair: { seatId: juror.seatId, nominationId: file.id } }
}
async function proposed() {
  const case_ = await declared()
  const result = await proposeRecusalLift(ctx, first, { ...case_.pair, reason: 'Homonymie établie.' })
  if (!result.ok) throw new Error(result.reason)
  return { ...case_, liftId: result.value.liftId }
}
const confirm = (by: Actor, of: { pair: { seatId: string; nominationId: string }; liftId: string }) =>
  settleRecusalLift(ctx, by, { ...of.pair, liftId: of.liftId, outcome: 'confirmed', words: '' })

describe('the lift of a declared recusal', () => {
  it('needs two clerks, tells the juror, opens the file, and keeps the declaration', async () => {
    const of = await proposed()
    expect(await standing(of.juror, of.file.id)).toHaveLength(1)
    expect(await confirm(first, of)).toMatchObject({ reason: 'own-proposal' })
    expect(await confirm(second, of)).toMatchObject({ ok: true, value: { outcome: 'confirmed' } })
    expect(await standing(of.juror, of.file.id)).toHaveLength(0)
    expect(await rows('SELECT kind, detail FROM interest WHERE nomination_id = $1', of.file.id)).toEqual([
      { kind: 'family', detail: 'Mon frère.' },
    ])
    const acts = await rows(
      `SELECT act, actor_id, facts ->> 'reason' AS reason FROM audit_entry
        WHERE subject_id = $1 AND act LIKE 'recusalLift%' ORDER BY id`,
      of.file.id,
    )
    const digest = ctx.crypto.hmac('recusal-lift', 'Homonymie établie.')
    expect(acts).toEqual([
      { act: 'recusalLiftProposed', actor_id: first.personId, reason: digest },
      { act: 'recusalLifted', actor_id: second.personId, reason: digest },
    ])
    const log = await rows('SELECT e::text AS text FROM audit_entry e')
    expect(JSON.stringify(log)).not.toContain('Homonymie')
    const told = await rows(
      `SELECT facts FROM outbox WHERE notice = 'recusal-lifted' AND person_id = $1`,
      of.juror.personId,
    )
    expect(told).toMatchObject([{ facts: { reference: of.file.reference, reason: 'Homonymie établie.' } }])
  })

  it('is refused by a second clerk, with a reason; the recusal stays and may be proposed again', async () => {
    const of = await proposed()
    const refuse = (words: string) =>
      settleRecusalLift(ctx, second, { ...of.pair, liftId: of.liftId, outcome: 'refused', words })
    expect(await refuse(' ')).toMatchObject({ reason: 'reason-required' })
    expect(await refuse('Le lien est réel.')).toMatchObject({ ok: true })
    expect(
      await rows(
        `SELECT actor_id FROM audit_entry WHERE act = 'recusalLiftRefused' AND subject_id = $1`,
        of.file.id,
      ),
    ).toEqual([{ actor_id: second.personId }])
    expect(await standing(of.juror, of.file.id)).toHaveLength(1)
    expect(await confirm(second, of)).toMatchObject({ reason: 'lift-settled' })
    expect(
      await rows(
        `SELECT 1 FROM outbox WHERE notice = 'recusal-lifted' AND person_id = $1`,
        of.juror.personId,
      ),
    ).toHaveLength(0)
    expect(await proposeRecusalLift(ctx, second, { ...of.pair, reason: 'Acte produit.' })).toMatchObject({
      ok: true,
    })
  })

  it('is proposed once and settled once when two hands act at the same time', async () => {
    const { juror, file, pair } = await declared()
    const both = await Promise.all(
      [first, second].map((by) => proposeRecusalLift(ctx, by, { ...pair, reason: 'Homonymie.' })),
    )
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'lift-proposed' })
    const third = await panel.given.officer('secretariat', panel.campaign.id)
    const fourth = await panel.given.officer('secretariat', panel.campaign.id)
    const liftId = both.flatMap((one) => (one.ok ? [one.value.liftId] : []))[0] ?? ''
    const answers = await Promise.all([third, fourth].map((by) => confirm(by, { pair, liftId })))
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(answers.find((one) => !one.ok)).toMatchObject({ reason: 'not-recused' })
    expect(await standing(juror, file.id)).toHaveLength(0)
    expect(
      await rows(`SELECT 1 FROM outbox WHERE notice = 'recusal-lifted' AND person_id = $1`, juror.personId),
    ).toHaveLength(1)
  })

  it('is refused without a reason, to another role, to the juror, and to a clerk of a competing body', async () => {
    const { juror, file, pair } = await declared()
    const propose = (by: Actor, reason = 'Homonymie.') => proposeRecusalLift(ctx, by, { ...pair, reason })
    expect(await propose(first, '  ')).toMatchObject({ reason: 'reason-required' })
    const outsiders = [
      juror.actor,
      await panel.given.officer('organiser', panel.campaign.id),
      (await panel.seated({ role: 'chair' })).actor,
    ]
    for (const by of outsiders) expect(await propose(by)).toMatchObject({ reason: 'not-found' })
    const person = await panel.given.officer('secretariat', panel.campaign.id)
    await panel.given.mandate({ person: person.personId, administration: file.administration })
    expect(await propose(person)).toMatchObject({ reason: 'actor-conflicted' })
    expect(
      await rows(
        'SELECT 1 FROM recusal_lift l JOIN recusal r ON r.id = l.recusal_id WHERE r.nomination_id = $1',
        file.id,
      ),
    ).toEqual([])
    const lift = await propose(first)
    if (!lift.ok) throw new Error(lift.reason)
    expect(await confirm(person, { pair, liftId: lift.value.liftId })).toMatchObject({
      reason: 'actor-conflicted',
    })
    expect(await confirm(juror.actor, { pair, liftId: lift.value.liftId })).toMatchObject({
      reason: 'not-found',
    })
    expect(await standing(juror, file.id)).toHaveLength(1)
  })

  it('is refused where nothing stands, outside its phases, and for what follows from bodies', async () => {
    const own = await panel.given.administration()
    const juror = await panel.seated({ institution: own.id })
    const bodily = await panel.file({ administration: own.id })
    const free = await panel.file()
    await declareInterests(ctx, juror.actor, {
      campaignId: panel.campaign.id,
      declared: [{ nominationId: free.id, kind: 'none', words: '' }],
    })
    const propose = (nominationId: string) =>
      proposeRecusalLift(ctx, first, { seatId: juror.seatId, nominationId, reason: 'Pour voir.' })
    expect(await propose(bodily.id)).toMatchObject({ reason: 'automatic-exclusion' })
    expect(await propose(free.id)).toMatchObject({ reason: 'not-recused' })
    const over = await aPanel(test, { phase: 'published', given: panel.given })
    const clerk = await over.given.officer('secretariat', over.campaign.id)
    const [late, file] = [await over.seated(), await over.file()]
    await over.recused(late.seatId, file.id)
    expect(
      await proposeRecusalLift(ctx, clerk, { seatId: late.seatId, nominationId: file.id, reason: 'Tard.' }),
    ).toMatchObject({ reason: 'wrong-phase' })
  })

  it('needs two hands as well for what the secretariat pinned, its author included', async () => {
    const [juror, file] = [await panel.seated(), await panel.file()]
    const pair = { seatId: juror.seatId, nominationId: file.id }
    await recuseJuror(ctx, first, { ...pair, ground: 'other' })
    const lift = await proposeRecusalLift(ctx, first, { ...pair, reason: 'Erreur de personne.' })
    if (!lift.ok) throw new Error(lift.reason)
    const of = { pair, liftId: lift.value.liftId }
    expect(await confirm(first, of)).toMatchObject({ reason: 'own-proposal' })
    expect(await confirm(second, of)).toMatchObject({ ok: true })
  })
})

describe('a recusal that stands', () => {
  it('is not got round by naming the seat anew, inviting again, a second seat or an assignment', async () => {
    const { juror, file, pair } = await declared()
    const organiser = await panel.given.officer('organiser', panel.campaign.id)
    const other = { name: 'Nadia Alaoui', email: 'nadia.alaoui@example.ma' }
    const naming = { holder: other, alternate: null, institutionId: null, categories: [], version: 1 }
    expect(await nameSeat(ctx, organiser, { seatId: juror.seatId, ...naming })).toMatchObject({
      reason: 'seat-filled',
    })
    const { rows: found } = await test.owner.query('SELECT name, email FROM person WHERE id = $1', [
      juror.personId,
    ])
    const spare = await panel.given.seat({ campaign: panel.campaign.id })
    await nameSeat(ctx, organiser, { seatId: spare.id, ...naming, holder: found[0] })
    expect(await inviteJuror(ctx, organiser, { seatId: spare.id, version: 2 })).toMatchObject({
      reason: 'already-seated',
    })
    expect(await assign(ctx, first, { ...pair, campaignId: panel.campaign.id, version: 0 })).toMatchObject({
      reason: 'excluded',
    })
    expect(await standing(juror, file.id)).toHaveLength(1)
  })

  it.each([
    [
      'lifted by one statement',
      'UPDATE recusal SET lifted_at = now(), lifted_by = seat_id WHERE nomination_id = $1',
    ],
    ['moved to another seat', `UPDATE recusal SET kind = 'other' WHERE nomination_id = $1`],
    ['deleted', 'DELETE FROM recusal WHERE nomination_id = $1'],
  ])('is not %s, even by the office itself', async (_, sql) => {
    const { file } = await declared()
    await expect(test.db.office.$executeRawUnsafe(sql.replace('$1', `'${file.id}'`))).rejects.toThrow(
      /two people|permission denied/,
    )
  })

  it('is not followed by a second accepted seat of the same person', async () => {
    const juror = await panel.seated()
    await expect(panel.given.seat({ campaign: panel.campaign.id, person: juror.personId })).rejects.toThrow(
      /seat_one_per_person/,
    )
  })
})
