import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Context } from '#app/services/context.ts'
import { assign } from '#app/services/jury/assign.ts'
import { confirmAssignment } from '#app/services/jury/confirm-assignment.ts'
import { proposeAssignment } from '#app/services/jury/propose-assignment.ts'
import { unassign } from '#app/services/jury/unassign.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let clerk: Actor
let jurors: Juror[]
let files: { id: string; administration: string }[]
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test)
  clerk = await panel.given.officer('secretariat', panel.campaign.id)
  const shared = await panel.given.administration()
  files = [await panel.file(), await panel.file(), await panel.file()]
  jurors = []
  for (const of of [
    { institution: shared.id },
    { institution: shared.id },
    { institution: files[0]!.administration },
    {},
    {},
    {},
    {},
    {},
  ]) {
    jurors.push(await panel.seated(of))
  }
  await panel.seated({ role: 'chair' })
  await panel.seated({ charterSigned: false })
})
const campaignId = () => panel.campaign.id
const live = async () =>
  (
    await test.owner.query(
      'SELECT seat_id, nomination_id, explanation FROM assignment WHERE removed_at IS NULL ORDER BY nomination_id, seat_id',
    )
  ).rows
const propose = (seed = 7) => proposeAssignment(ctx, clerk, { campaignId: campaignId(), seed })

describe('the proposal', () => {
  it('is the same for the same seed, respects bodies and conflicts, balances, and stores nothing', async () => {
    const [first, second] = [await propose(), await propose()]
    if (!first.ok || !second.ok) throw new Error('refused')
    expect(second.value).toEqual(first.value)
    const { pairs, feasible, heaviestLoad, lightestLoad } = first.value.proposal
    expect(feasible).toBe(true)
    expect(pairs).toHaveLength(15)
    expect(heaviestLoad - lightestLoad).toBeLessThanOrEqual(1)
    expect(pairs).not.toContainEqual(
      expect.objectContaining({ nominationId: files[0]!.id, seatId: jurors[2]!.seatId }),
    )
    for (const file of files) {
      const readers = pairs.filter((pair) => pair.nominationId === file.id).map((pair) => pair.seatId)
      expect(
        readers.filter((seat) => [jurors[0]!.seatId, jurors[1]!.seatId].includes(seat)).length,
      ).toBeLessThanOrEqual(1)
    }
    expect(await live()).toHaveLength(0)
  })

  it('is refused to whoever is not the secretariat', async () => {
    const organiser = await panel.given.officer('organiser', campaignId())
    expect(await proposeAssignment(ctx, organiser, { campaignId: campaignId(), seed: 1 })).toMatchObject({
      reason: 'wrong-role',
    })
  })
})

describe('confirming', () => {
  it('stores nothing when the panel has changed since the proposal', async () => {
    const shown = await propose()
    if (!shown.ok) throw new Error(shown.reason)
    const pair = shown.value.proposal.pairs[0]!
    await panel.recused(pair.seatId, pair.nominationId)
    const before = await panel.given.trace()
    const result = await confirmAssignment(ctx, clerk, {
      campaignId: campaignId(),
      seed: 7,
      digest: shown.value.digest,
    })
    expect(result).toMatchObject({ ok: false, reason: 'proposal-changed' })
    expect(await live()).toHaveLength(0)
    expect(await panel.given.trace()).toEqual(before)
  })

  it('stores what was shown once, with the reason of each pair and one letter per reader', async () => {
    const shown = await propose()
    if (!shown.ok) throw new Error(shown.reason)
    const confirm = () =>
      confirmAssignment(ctx, clerk, { campaignId: campaignId(), seed: 7, digest: shown.value.digest })
    const both = await Promise.all([confirm(), confirm()])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    const stored = await live()
    expect(stored).toHaveLength(15)
    expect(stored[0].explanation).toMatchObject({ source: 'proposed', loadLimit: 60 })
    const readers = new Set(stored.map((row) => row.seat_id)).size
    const { notices } = await panel.given.trace()
    expect(notices.filter((name) => name === 'assignment-ready')).toHaveLength(readers)
  })
})

describe('moving by hand', () => {
  it('refuses a conflict, a second reader of the institution and a reader twice', async () => {
    const file = await panel.file({ administration: files[0]!.administration })
    const give = (juror: Juror) =>
      assign(ctx, clerk, { campaignId: campaignId(), nominationId: file.id, seatId: juror.seatId })
    expect(await give(jurors[2]!)).toMatchObject({ reason: 'excluded' })
    expect(await give(jurors[0]!)).toMatchObject({ ok: true })
    expect(await give(jurors[0]!)).toMatchObject({ reason: 'already-assigned' })
    expect(await give(jurors[1]!)).toMatchObject({ reason: 'institution-twice' })
  })

  it('keeps one of two clerks who give the last places of one institution at once', async () => {
    const file = await panel.file()
    const give = (juror: Juror) =>
      assign(ctx, clerk, { campaignId: campaignId(), nominationId: file.id, seatId: juror.seatId })
    const both = await Promise.all([give(jurors[0]!), give(jurors[1]!)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
  })

  it('takes a file back, but not once its sheet is sealed', async () => {
    const file = await panel.file()
    const [reader, done] = [jurors[3]!, jurors[4]!]
    await panel.reading(reader, file.id)
    await panel.reading(done, file.id)
    await panel.sealed(ctx, done, file.id, 3)
    const take = (juror: Juror) =>
      unassign(ctx, clerk, { campaignId: campaignId(), nominationId: file.id, seatId: juror.seatId })
    expect(await take(reader)).toMatchObject({ ok: true })
    expect(await take(reader)).toMatchObject({ reason: 'not-assigned' })
    expect(await take(done)).toMatchObject({ reason: 'sheet-sealed' })
  })
})
