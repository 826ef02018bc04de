import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, OfficeRole } from '#app/domain/access/actor.ts'
import { mayReadDocument } from '#app/queries/files/document-access.ts'
import { chairFigures } from '#app/queries/chair/figures.ts'
import { minutesPage } from '#app/queries/deliberation/minutes-page.ts'
import { deliberationRoom } from '#app/queries/deliberation/room.ts'
import { roomFigures } from '#app/queries/deliberation/room-figures.ts'
import { draftMinutes } from '#app/services/deliberation/draft-minutes.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aMeeting, decideAll, type Met, must } from './a-meeting.ts'

let test: TestDb
let ctx: TestContext
let met: Met
let partner: string
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  met = await aMeeting(test, ctx)
  partner = await met.partnered(met.files[0]!.id)
})
const officer = async (role: OfficeRole, administration: string | null): Promise<Actor> => {
  const { personId } = await met.given.officer(role, met.campaign.id)
  if (administration !== null) await met.given.mandate({ person: personId, administration })
  return met.given.actor(personId)
}
const roomOf = async (actor: Actor, item: string | null = null) =>
  must(await deliberationRoom(ctx, actor, met.sessionId, item))

const paper = (kind: 'minutes' | 'shortlisting_minutes') => ({
  ...{ kind, subjectId: met.sessionId, campaignId: met.campaign.id, isPublic: false },
})

const figuresOf = async (administration: string | null) => {
  const { hidesOwn, categories } = must(
    await chairFigures(ctx, await officer('auditor', administration), met.campaign.id),
  )
  return { hidesOwn, codes: categories.map(({ code }) => code) }
}

describe('a clerk or an auditor who acts for a body that competes', () => {
  it('reads nothing of the category before the release: no decision, no ranking, no minutes', async () => {
    await decideAll(ctx, met)
    must(await draftMinutes(ctx, met.secretariat, { sessionId: met.sessionId }))
    const [first] = met.items
    const theirs = new Set(met.items.flatMap(({ id, category }) => (category === met.codes[0] ? [id] : [])))
    expect(theirs.size).toBeGreaterThan(1)
    const neutral = await roomOf(await officer('secretariat', null), first!.id)
    expect(neutral.isApart).toBe(false)
    expect(neutral.agenda[0]).toMatchObject({ outcome: 'awarded' })
    expect(neutral.agenda[0]!.winners).toHaveLength(1)
    for (const role of ['secretariat', 'auditor'] as const)
      for (const body of [met.files[0]!.administration, met.files[3]!.administration, partner]) {
        const actor = await officer(role, body)
        const room = await roomOf(actor, first!.id)
        expect(room).toMatchObject({ isApart: true, item: null })
        const told = room.agenda.map(({ id, outcome, winners }) => [
          theirs.has(id),
          outcome !== null,
          winners,
        ])
        expect(told).toEqual(room.agenda.map(({ id }) => [theirs.has(id), !theirs.has(id), []]))
        expect(await roomFigures(ctx, actor, met.sessionId, first!.id)).toMatchObject({ ok: false })
        const minutes = must(await minutesPage(ctx, actor, met.sessionId))
        expect(minutes).toMatchObject({ isApart: true, mayDraft: false })
        expect(minutes.document).toMatchObject({ body: [], mayOpen: false })
        for (const kind of ['minutes', 'shortlisting_minutes'] as const)
          expect(await mayReadDocument(ctx, actor, paper(kind))).toBe(false)
      }
    for (const kind of ['minutes', 'shortlisting_minutes'] as const)
      expect(await mayReadDocument(ctx, await officer('auditor', null), paper(kind))).toBe(true)
    const minutes = must(await minutesPage(ctx, await officer('secretariat', null), met.sessionId))
    expect(minutes).toMatchObject({ isApart: false, mayDraft: true })
    expect(minutes.document?.body.length).toBeGreaterThan(0)
  })

  it('reads the figures of the jury in the other categories alone', async () => {
    const neutral = await figuresOf(null)
    expect(neutral).toMatchObject({ hidesOwn: false, codes: expect.arrayContaining([...met.codes]) })
    expect(await figuresOf(met.files[0]!.administration)).toEqual({
      hidesOwn: true,
      codes: neutral.codes.filter((code) => code !== met.codes[0]),
    })
  })

  it('does not draw up its minutes, and leaves no trace', async () => {
    const clerk = await officer('secretariat', partner)
    const before = await met.given.trace()
    expect(await draftMinutes(ctx, clerk, { sessionId: met.sessionId })).toMatchObject({
      reason: 'actor-conflicted',
    })
    expect(await met.given.trace()).toEqual(before)
  })

  it('reads it once the results are out', async () => {
    const clerk = await officer('secretariat', partner)
    await test.owner.query(`UPDATE campaign SET phase = 'published' WHERE id = $1`, [met.campaign.id])
    const room = await roomOf(clerk, met.items[0]!.id)
    expect(room.isApart).toBe(false)
    expect(room.agenda[0]!.winners).toHaveLength(1)
    await test.owner.query(`UPDATE campaign SET phase = 'deliberation' WHERE id = $1`, [met.campaign.id])
  })
})
