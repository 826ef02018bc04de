import { beforeAll, describe, expect, it } from 'vitest'
import { castBallot } from '#app/services/deliberation/cast-ballot.ts'
import { closeMotion } from '#app/services/deliberation/close-motion.ts'
import { closeSession } from '#app/services/deliberation/close-session.ts'
import { conveneSession } from '#app/services/deliberation/convene-session.ts'
import { openItem } from '#app/services/deliberation/open-item.ts'
import { openMotion } from '#app/services/deliberation/open-motion.ts'
import { openSession } from '#app/services/deliberation/open-session.ts'
import { recordAttendance } from '#app/services/deliberation/record-attendance.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'
import { aMeeting, aScoredCampaign, must, type Met, type Scored, WORDING } from './a-meeting.ts'
import { decideAward } from '#app/services/deliberation/decide-award.ts'

let test: TestDb
let ctx: Context
let scored: Scored
let sessionId: string
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  scored = await aScoredCampaign(test, ctx)
  const { campaign, now, jurors, secretariat } = scored
  const input = { campaignId: campaign.id, convenedFor: now, place: null }
  sessionId = must(
    await conveneSession(ctx, secretariat, { ...input, secretarySeatId: jurors[0]!.seatId }),
  ).sessionId
})
const NOTHING = { entries: [], notices: [] }
const left = <T>(act: () => Promise<T>) => leftBy(scored.given, act)
/** The same act twice at once: one is done and leaves this entry and no letter, the other is refused and leaves nothing. */
const once = async (act: () => Promise<Result<unknown>>, entry: string, reason: string) =>
  expect(await left(() => oneOfTwo(reason, act))).toMatchObject({ entries: [entry], notices: [] })
const rows = async (sql: string, ...values: unknown[]) => (await test.owner.query(sql, values)).rows

describe('an act of the meeting, asked twice at once', () => {
  it('writes one arrival and one departure of a seat, and a stranger none', async () => {
    const seatId = scored.jurors[2]!.seatId
    const moved = (movement: 'arrives' | 'leaves', by = scored.secretariat) =>
      recordAttendance(ctx, by, { sessionId, seatId, movement })
    const stranger = await scored.given.officer('publisher', scored.campaign.id)
    expect(await left(() => moved('arrives', stranger))).toMatchObject({
      result: { reason: 'not-found' },
      ...NOTHING,
    })
    await once(() => moved('arrives'), 'memberArrived', 'already-present')
    await once(() => moved('leaves'), 'memberLeft', 'not-present')
    expect(await rows('SELECT left_at IS NULL AS stays FROM attendance WHERE seat_id = $1', seatId)).toEqual([
      { stays: false },
    ])
  })

  it('opens the meeting once, and leaves nothing while the quorum is missing', async () => {
    const { chair, deputy, jurors, secretariat } = scored
    const open = () => openSession(ctx, chair.actor, { sessionId })
    expect(await left(open)).toMatchObject({ result: { reason: 'quorum-missing' }, ...NOTHING })
    for (const { seatId } of [chair, deputy, ...jurors])
      must(await recordAttendance(ctx, secretariat, { sessionId, seatId, movement: 'arrives' }))
    await once(open, 'sessionOpened', 'session-open')
    expect(await rows('SELECT state FROM deliberation_session')).toEqual([{ state: 'open' }])
  })
})

describe('a point and its open vote, asked twice at once', () => {
  let itemId: string
  let motionId: string
  beforeAll(async () => {
    const [first] = await rows('SELECT id FROM deliberation_item ORDER BY position LIMIT 1')
    itemId = first.id
  })

  it('opens the point once, and leaves nothing to whoever does not preside', async () => {
    const by = (actor: Scored['chair']['actor']) => () => openItem(ctx, actor, { itemId })
    expect(await left(by(scored.deputy.actor))).toMatchObject({ result: { ok: false }, ...NOTHING })
    await once(by(scored.chair.actor), 'itemOpened', 'item-open')
    expect(await rows(`SELECT id FROM deliberation_item WHERE state = 'open'`)).toEqual([{ id: itemId }])
  })

  it('opens one vote', async () => {
    const open = (by = scored.chair) => openMotion(ctx, by.actor, { itemId, kind: 'award' })
    expect(await left(() => open(scored.deputy))).toMatchObject({
      result: { ok: false },
      ...NOTHING,
    })
    await once(() => open(), 'voteOpened', 'vote-open')
    const motions = await rows('SELECT id, state, secret FROM motion')
    expect(motions).toMatchObject([{ state: 'open', secret: false }])
    motionId = motions[0].id
  })

  it('keeps one paper under the name of its seat, and the log says no choice', async () => {
    const [juror, other] = scored.jurors
    const cast = () =>
      castBallot(ctx, juror!.actor, { motionId, choice: { kind: 'award', choice: 'withhold' } })
    await once(cast, 'ballotCast', 'already-voted')
    must(await castBallot(ctx, other!.actor, { motionId, choice: { kind: 'award', choice: 'award' } }))
    expect(await rows(`SELECT seat_id, choice ->> 'choice' AS choice FROM ballot ORDER BY choice`)).toEqual([
      { seat_id: other!.seatId, choice: 'award' },
      { seat_id: juror!.seatId, choice: 'withhold' },
    ])
    const [entry] = await rows(
      `SELECT facts::text AS facts FROM audit_entry WHERE act = 'ballotCast' LIMIT 1`,
    )
    expect(entry.facts).not.toContain('withhold')
  })

  it('closes the vote once, and leaves nothing to whoever does not preside', async () => {
    const close = (by = scored.chair) => closeMotion(ctx, by.actor, { motionId })
    expect(await left(() => close(scored.deputy))).toMatchObject({
      result: { ok: false },
      ...NOTHING,
    })
    await once(() => close(), 'voteClosed', 'vote-closed')
  })
})

describe('the end of a meeting', () => {
  let met: Met
  beforeAll(async () => {
    test = await testDb()
    ctx = actsContext(test)
    scored = met = await aMeeting(test, ctx)
  })

  it('is written once when it is closed twice at once, and not while points are open', async () => {
    const close = (by = met.chair) => closeSession(ctx, by.actor, { sessionId: met.sessionId })
    expect(await left(() => close())).toMatchObject({ result: { reason: 'items-open' }, ...NOTHING })
    const winners = met.files.map(({ id }) => id)
    for (const { id: itemId, category } of met.items) {
      await met.opened(itemId)
      const winner = category === met.codes[0] ? winners.shift() : undefined
      const outcome =
        winner === undefined
          ? { outcome: 'withheld' as const, winners: [], reason: 'too_few_nominations' as const }
          : { outcome: 'awarded' as const, winners: [winner], reason: null }
      must(await decideAward(ctx, met.chair.actor, { itemId, ...outcome, wording: WORDING }))
    }
    expect(await left(() => close(met.deputy))).toMatchObject({ result: { ok: false }, ...NOTHING })
    await once(() => close(), 'sessionClosed', 'session-not-open')
    expect(await rows('SELECT state FROM deliberation_session')).toEqual([{ state: 'closed' }])
  })
})
