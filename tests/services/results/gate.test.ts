import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { releasePage } from '#app/queries/release/release-page.ts'
import { prepareRelease } from '#app/services/results/prepare-release.ts'
import { aMeeting, aScoredCampaign, must } from '#tests/services/deliberation/a-meeting.ts'
import { anAppeal } from '#tests/support/appeals.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'

describe('the gate of a release', () => {
  it('is refused by its gate while the jury still deliberates', async () => {
    const other = await testDb()
    const own = await testContext(other)
    const met = await aMeeting(other, own)
    const publisher = await met.given.officer('publisher', met.campaign.id)
    const answer = await prepareRelease(own, publisher, {
      campaignId: met.campaign.id,
      embargoUntil: instant(met.now + 60_000),
    })
    expect(answer).toMatchObject({ reason: 'gate-closed' })
    if (!answer.ok)
      expect(answer.facts.blockers).toEqual(expect.arrayContaining(['slot-undecided', 'session-open']))
    expect((await other.owner.query('SELECT 1 FROM release')).rowCount).toBe(0)
    const body = await met.given.administration()
    await anAppeal(met.given, { campaign: met.campaign, body: body.id, signatory: randomUUID() })
    const appealed = await prepareRelease(own, publisher, {
      campaignId: met.campaign.id,
      embargoUntil: instant(met.now + 60_000),
    })
    expect(appealed).toMatchObject({ facts: { blockers: expect.arrayContaining(['appeals-open']) } })
    const auditor = await met.given.officer('auditor', met.campaign.id)
    const targetFor = async (actor: Actor) =>
      must(await releasePage(own, actor, met.campaign.id)).blockers.find(
        ({ code }) => code === 'appeals-open',
      )?.target
    expect(await targetFor(publisher)).toEqual({ screen: 'appeals', id: null })
    expect(await targetFor(auditor)).toEqual({ screen: 'appeals', id: met.campaign.id })
  })

  it('names every prize without a decision, and leads each reader to the place that is theirs', async () => {
    const other = await testDb()
    const own = await testContext(other)
    const met = await aMeeting(other, own)
    const publisher = await met.given.officer('publisher', met.campaign.id)
    const [rule] = met.regulation.categories
    const undecided = async (actor: Actor) =>
      must(await releasePage(own, actor, met.campaign.id)).blockers.filter(
        ({ code, category }) => code === 'slot-undecided' && category?.fr === rule?.name.fr,
      )
    const { rows } = await other.owner.query(
      `SELECT i.id, p.code FROM deliberation_item i JOIN prize_slot p ON p.id = i.slot_id WHERE i.session_id = $1`,
      [met.sessionId],
    )
    const itemOf = (slot: string) => rows.find(({ code }) => code === slot)?.id
    const led = await undecided(met.chair.actor)
    expect(rule?.slots.length).toBeGreaterThan(1)
    expect(led.map(({ prize }) => prize?.label)).toEqual(rule?.slots.map(({ label }) => label))
    expect(led.map(({ target }) => target)).toEqual(
      rule?.slots.map(({ code }) => ({ screen: 'room', id: met.sessionId, item: itemOf(code) })),
    )
    const read = await undecided(publisher)
    expect(read.map(({ target }) => target)).toEqual(
      rule?.slots.map(() => ({ screen: 'minutes', id: met.sessionId })),
    )
    const [open] = must(await releasePage(own, publisher, met.campaign.id)).blockers.filter(
      ({ code }) => code === 'session-open',
    )
    expect(open).toMatchObject({ meeting: met.now, target: { screen: 'minutes', id: met.sessionId } })
  })

  it('leads to the meetings where none has the prize on its agenda, and nobody where they may not be seen', async () => {
    const other = await testDb()
    const own = await testContext(other)
    const scored = await aScoredCampaign(other, own)
    const publisher = await scored.given.officer('publisher', scored.campaign.id)
    const targets = async (actor: Actor) =>
      must(await releasePage(own, actor, scored.campaign.id)).blockers.flatMap(({ code, target }) =>
        code === 'slot-undecided' ? [JSON.stringify(target)] : [],
      )
    const led = JSON.stringify({ screen: 'meetings', id: scored.campaign.id })
    expect([...new Set(await targets(scored.chair.actor))]).toEqual([led])
    expect([...new Set(await targets(publisher))]).toEqual([JSON.stringify({ screen: 'minutes', id: null })])
  })
})
