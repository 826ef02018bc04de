import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { progress } from '#app/queries/chair/progress.ts'
import { assignmentFile } from '#app/queries/jury/assignment-file.ts'
import { assignmentPage } from '#app/queries/jury/assignment-page.ts'
import { recusalsPage } from '#app/queries/jury/recusals-page.ts'
import type { Context } from '#app/services/context.ts'
import { moveReader } from '#app/services/jury/move-reader.ts'
import { recuseByReference, recuseJuror } from '#app/services/jury/recuse-juror.ts'
import { replaceJuror } from '#app/services/jury/replace-juror.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

const value = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let reader: Juror
let file: { id: string; administration: string; reference: string }
let partner: string
const clerkOf = async (administration: string): Promise<Actor> => {
  const { personId } = await panel.given.officer('secretariat', panel.campaign.id)
  await panel.given.insert('mandate', {
    ...{ id: randomUUID(), person_id: personId, administration_id: administration },
    ...{ role: 'editor', state: 'active', requested_at: new Date(panel.now) },
  })
  return panel.given.actor(personId)
}

beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test)
  reader = await panel.seated()
  await panel.seated()
  file = await panel.file()
  partner = (await panel.given.administration()).id
  await panel.given.insert('nomination_partner', {
    id: randomUUID(),
    name: {},
    position: 1,
    nomination_id: file.id,
    administration_id: partner,
  })
  await panel.reading(reader, file.id)
  await panel.sealed(ctx, reader, file.id, 2)
})

describe.each([
  ['the body that presents the file', () => file.administration],
  ['a partner of the file', () => partner],
])('a clerk who acts for %s', (_of, body) => {
  const at = () => ({ campaignId: panel.campaign.id, nominationId: file.id, version: 0 })

  it('recuses nobody from it, so that no sealed sheet of it is voided by this hand', async () => {
    const clerk = await clerkOf(body())
    const before = await panel.given.trace()
    const pin = { seatId: reader.seatId, nominationId: file.id, ground: 'other' } as const
    expect(await recuseJuror(ctx, clerk, pin)).toMatchObject({ ok: false, reason: 'actor-conflicted' })
    expect(await panel.given.trace()).toEqual(before)
  })

  it('neither takes a reader from it nor gives its place to another', async () => {
    const clerk = await clerkOf(body())
    const { campaignId, nominationId, version } = at()
    const late = await panel.seated()
    await panel.reading(late, file.id)
    const before = await panel.given.trace()
    expect(
      await moveReader(ctx, clerk, { campaignId, nominationId, version, from: late.seatId, to: null }),
    ).toMatchObject({ ok: false, reason: 'actor-conflicted' })
    expect(
      await replaceJuror(ctx, clerk, { campaignId, seatId: late.seatId, of: { nominationId, version } }),
    ).toMatchObject({ ok: false, reason: 'actor-conflicted' })
    expect(await replaceJuror(ctx, clerk, { campaignId, seatId: late.seatId, of: null })).toMatchObject({
      ...{ ok: false, reason: 'actor-conflicted' },
    })
    expect(await panel.given.trace()).toEqual(before)
  })
})

describe.each([
  ['the body that presents the file', () => file.administration],
  ['a partner of the file', () => partner],
])('the pages of a clerk who acts for %s', (_of, body) => {
  it('say nothing of who reads it, how far, and who is recused from it', async () => {
    const campaignId = panel.campaign.id
    const other = await panel.file()
    const gone = await panel.seated()
    await panel.recused(gone.seatId, file.id)
    await panel.recused(gone.seatId, other.id)
    const shownTo = async (clerk: Actor) => ({
      readers: value(await assignmentPage(ctx, clerk, { campaignId, after: null })).page.rows,
      progress: value(await progress(ctx, clerk, { campaignId, after: null })).page.rows,
      recusals: value(await recusalsPage(ctx, clerk, campaignId)).recusals,
    })
    const of = (shown: Awaited<ReturnType<typeof shownTo>>, id: string) =>
      Object.values(shown).map((rows) => rows.some(({ nominationId }) => nominationId === id))
    const clerk = await clerkOf(body())
    const shown = await shownTo(clerk)
    expect(of(shown, file.id)).toEqual([false, false, false])
    expect(of(shown, other.id)).toEqual([true, true, true])
    const asked = { campaignId, nominationId: file.id }
    expect(await assignmentFile(ctx, clerk, asked)).toMatchObject({ ok: false, reason: 'not-found' })
    const neutral = await panel.given.officer('secretariat', campaignId)
    expect(of(await shownTo(neutral), file.id)).toEqual([true, true, true])
    expect((await assignmentFile(ctx, neutral, asked)).ok).toBe(true)
  })
})

it('tells nobody outside the secretariat which references exist', async () => {
  const stranger = await panel.given.applicant((await panel.given.administration()).id)
  const typed = (reference: string) => ({
    ...{ campaignId: panel.campaign.id, seatId: reader.seatId, reference, ground: 'other' as const },
  })
  const [known, unknown] = [
    await recuseByReference(ctx, stranger, typed(file.reference)),
    await recuseByReference(ctx, stranger, typed('XX-0000-9999')),
  ]
  expect(known).toMatchObject({ ok: false, reason: 'wrong-role' })
  expect(unknown).toEqual(known)
})
