import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Context } from '#app/services/context.ts'
import { constitutePanel } from '#app/services/jury/constitute-panel.ts'
import { inviteJuror } from '#app/services/jury/invite-juror.ts'
import { nameSeat } from '#app/services/jury/name-seat.ts'
import { promoteAlternate } from '#app/services/jury/promote-alternate.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createGiven, type Given, GIVEN_OPENING } from '#tests/support/given.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'

let test: TestDb
let ctx: Context
let given: Given
let organiser: Actor
let campaignId: string
let places: number
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  given = createGiven(test)
})
/** A panel of its own for each test. */
beforeEach(async () => {
  await test.setNow(GIVEN_OPENING)
  const campaign = await given.campaign()
  campaignId = campaign.id
  places = campaign.regulation.jury.seats.length
  organiser = await given.officer('organiser', campaignId)
})
const constitute = () => constitutePanel(ctx, organiser, { campaignId })
const seats = async () =>
  (await test.owner.query('SELECT * FROM seat WHERE campaign_id = $1 ORDER BY code', [campaignId])).rows
const seen = async (code: string) => {
  const row = (await seats()).find((one) => one.code === code)
  return { seatId: row.id as string, version: row.version as number }
}
const person = (name: string) => ({ name, email: `${name}.${campaignId}@example.ma` })
const name = async (code: string) =>
  nameSeat(ctx, organiser, {
    ...{ ...(await seen(code)), holder: person('titulaire'), alternate: person('suppleant') },
    ...{ institutionId: null, categories: [] },
  })
const facts = async (act: string) =>
  (
    await test.owner.query('SELECT actor_id, facts FROM audit_entry WHERE campaign_id = $1 AND act = $2', [
      campaignId,
      act,
    ])
  ).rows

it('makes the seats of the regulation once when asked twice at once, with one entry of how many', async () => {
  const left = await leftBy(given, () => Promise.all([constitute(), constitute()]))
  expect(left).toMatchObject({ entries: ['panelConstituted'], notices: [] })
  expect(left.result.map((one) => (one.ok ? one.value.added : one.reason)).sort()).toEqual([0, places].sort())
  expect(await seats()).toHaveLength(places)
  expect(await facts('panelConstituted')).toEqual([
    { actor_id: organiser.personId, facts: { added: places } },
  ])
  expect(await leftBy(given, constitute)).toMatchObject({ result: { ok: true }, entries: [], notices: [] })
})

it('names a seat with one entry that hides the addresses, and writes to nobody yet', async () => {
  await constitute()
  expect(await leftBy(given, () => name('j1'))).toMatchObject({
    ...{ result: { ok: true }, entries: ['seatNamed'], notices: [] },
  })
  const [entry] = await facts('seatNamed')
  expect(entry).toMatchObject({
    actor_id: organiser.personId,
    facts: {
      holder: ctx.crypto.hmac('seat', person('titulaire').email),
      alternate: ctx.crypto.hmac('seat', person('suppleant').email),
    },
  })
  expect(JSON.stringify(entry)).not.toContain('@')
})

it('asks the alternate once of two at once: one entry, one letter, to whoever stood by', async () => {
  await constitute()
  await name('j1')
  expect(await inviteJuror(ctx, organiser, await seen('j1'))).toMatchObject({ ok: true })
  await test.owner.query(`UPDATE seat SET state = 'declined' WHERE campaign_id = $1 AND code = 'j1'`, [
    campaignId,
  ])
  const at = await seen('j1')
  const left = await leftBy(given, () =>
    oneOfTwo('stale-version', () => promoteAlternate(ctx, organiser, at), test),
  )
  expect(left).toMatchObject({ entries: ['seatInvited'], notices: ['invitation-seat'] })
  const letters = await test.owner.query(
    `SELECT email FROM outbox WHERE campaign_id = $1 AND notice = 'invitation-seat' ORDER BY email`,
    [campaignId],
  )
  expect(letters.rows.map(({ email }) => email)).toEqual([
    person('suppleant').email,
    person('titulaire').email,
  ])
  expect((await facts('seatInvited')).map((entry) => entry.facts.personId)).toEqual([
    ctx.crypto.hmac('seat', person('titulaire').email),
    ctx.crypto.hmac('seat', person('suppleant').email),
  ])
})
