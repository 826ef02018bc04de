import { beforeEach, describe, expect, it } from 'vitest'
import { closeSession } from '#app/services/deliberation/close-session.ts'
import { conveneSession } from '#app/services/deliberation/convene-session.ts'
import { openItem } from '#app/services/deliberation/open-item.ts'
import { openSession } from '#app/services/deliberation/open-session.ts'
import { recordAttendance } from '#app/services/deliberation/record-attendance.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import type { Context } from '#app/services/context.ts'
import { aMeeting, aScoredCampaign, must } from './a-meeting.ts'

let test: TestDb
let ctx: Context
beforeEach(async () => {
  test = await testDb()
  ctx = actsContext(test)
})
const count = async (table: string): Promise<number> =>
  Number((await test.owner.query(`SELECT count(*) FROM ${table}`)).rows[0].count)

describe('convening the jury', () => {
  it('puts every prize slot on the agenda and owes each seat its convocation', async () => {
    const scored = await aScoredCampaign(test, ctx)
    const input = {
      campaignId: scored.campaign.id,
      convenedFor: scored.now,
      place: { ar: 'الرباط', fr: 'Rabat' },
      secretarySeatId: scored.jurors[0]!.seatId,
    }
    const answers = await Promise.all([
      conveneSession(ctx, scored.secretariat, input),
      conveneSession(ctx, scored.chair.actor, input),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const slots = scored.regulation.categories.flatMap((category) => category.slots)
    expect(await count('deliberation_item')).toBe(slots.length)
    const { entries, notices } = await scored.given.trace()
    expect(entries.filter((act) => act === 'sessionConvened')).toHaveLength(1)
    expect(notices.filter((name) => name === 'session-convened')).toHaveLength(5)
    const told = await test.owner.query(
      `SELECT DISTINCT facts->>'place' AS ar, facts->>'placeFr' AS fr FROM outbox WHERE notice = 'session-convened'`,
    )
    expect(told.rows, 'each reader gets the place in the own language').toEqual([input.place])
    const printed = await test.owner.query(
      `SELECT DISTINCT record->'venue' AS venue FROM document WHERE kind = 'convocation'`,
    )
    expect(printed.rows).toEqual([{ venue: input.place }])
  })

  it('refuses the president as secretary, a stranger, and leaves nothing', async () => {
    const scored = await aScoredCampaign(test, ctx)
    const input = {
      campaignId: scored.campaign.id,
      convenedFor: scored.now,
      place: null,
      secretarySeatId: scored.chair.seatId,
    }
    expect(await conveneSession(ctx, scored.secretariat, input)).toMatchObject({
      reason: 'secretary-unsuitable',
    })
    const stranger = await scored.given.officer('publisher', scored.campaign.id)
    expect(await conveneSession(ctx, stranger, input)).toMatchObject({ reason: 'not-found' })
    expect(await count('deliberation_session')).toBe(0)
  })
})

describe('attendance and quorum', () => {
  it('opens only with the quorum, by the president, and once', async () => {
    const scored = await aScoredCampaign(test, ctx)
    const { chair, deputy, jurors, secretariat } = scored
    const { sessionId } = must(
      await conveneSession(ctx, secretariat, {
        campaignId: scored.campaign.id,
        convenedFor: scored.now,
        place: null,
        secretarySeatId: jurors[0]!.seatId,
      }),
    )
    const arrives = (seatId: string) =>
      recordAttendance(ctx, secretariat, { sessionId, seatId, movement: 'arrives' })
    must(await arrives(chair.seatId))
    expect(await openSession(ctx, chair.actor, { sessionId })).toMatchObject({ reason: 'quorum-missing' })
    for (const seat of [deputy, jurors[0]!, jurors[1]!]) must(await arrives(seat.seatId))
    expect(await arrives(jurors[0]!.seatId)).toMatchObject({ reason: 'already-present' })
    expect((await openSession(ctx, deputy.actor, { sessionId })).ok).toBe(false)
    const answers = await Promise.all([
      openSession(ctx, chair.actor, { sessionId }),
      openSession(ctx, chair.actor, { sessionId }),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await closeSession(ctx, chair.actor, { sessionId })).toMatchObject({ reason: 'items-open' })
  })

  it('keeps two stays of whoever comes back, with their times', async () => {
    const met = await aMeeting(test, ctx)
    const seatId = met.jurors[2]!.seatId
    await test.setNow((met.now + 60_000) as typeof met.now)
    must(
      await recordAttendance(ctx, met.secretariat, { sessionId: met.sessionId, seatId, movement: 'leaves' }),
    )
    await test.setNow((met.now + 120_000) as typeof met.now)
    must(
      await recordAttendance(ctx, met.chair.actor, { sessionId: met.sessionId, seatId, movement: 'arrives' }),
    )
    const { rows } = await test.owner.query(
      'SELECT arrived_at, left_at FROM attendance WHERE seat_id = $1 ORDER BY arrived_at',
      [seatId],
    )
    expect(rows).toHaveLength(2)
    expect(rows[0].left_at.getTime()).toBe(met.now + 60_000)
    expect(rows[1]).toMatchObject({ left_at: null })
  })
})

describe('opening a point', () => {
  it('fixes finalists and recused seats, and waits until the recused have left', async () => {
    const met = await aMeeting(test, ctx)
    const itemId = met.items[0]!.id
    const away = met.deputy
    await met.recused(away.seatId, met.files[0]!.id)
    expect(await openItem(ctx, met.chair.actor, { itemId })).toMatchObject({ reason: 'recused-present' })
    must(
      await recordAttendance(ctx, met.secretariat, {
        sessionId: met.sessionId,
        seatId: away.seatId,
        movement: 'leaves',
      }),
    )
    must(await openItem(ctx, met.chair.actor, { itemId }))
    const { rows } = await test.owner.query(
      'SELECT state, finalists, recused FROM deliberation_item WHERE id = $1',
      [itemId],
    )
    expect(rows[0].state).toBe('open')
    expect(rows[0].recused).toEqual([away.seatId])
    expect(rows[0].finalists).toEqual(met.files.map(({ id }) => id))
    expect(await openItem(ctx, met.chair.actor, { itemId: met.items[1]!.id })).toMatchObject({
      reason: 'item-open',
    })
  })

  it('is the deputy’s where the chair is recused', async () => {
    const met = await aMeeting(test, ctx)
    const itemId = met.items[0]!.id
    await met.recused(met.chair.seatId, met.files[0]!.id)
    const { sessionId } = met
    must(
      await recordAttendance(ctx, met.secretariat, {
        sessionId,
        seatId: met.chair.seatId,
        movement: 'leaves',
      }),
    )
    expect(await openItem(ctx, met.chair.actor, { itemId })).toMatchObject({ reason: 'recused' })
    expect((await openItem(ctx, met.deputy.actor, { itemId })).ok).toBe(true)
  })
})
