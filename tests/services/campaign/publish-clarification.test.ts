import { beforeEach, describe, expect, it } from 'vitest'
import { clarificationsScreen } from '#app/queries/organiser/clarifications.ts'
import { publicClarifications } from '#app/queries/public/clarifications.ts'
import { publishClarification } from '#app/services/campaign/publish-clarification.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
beforeEach(() => test.setNow(GIVEN_OPENING))

const question = { ar: 'هل تُقبل الخدمات الداخلية؟', fr: 'Les services internes sont-ils admis ?' }
const answer = { ar: 'لا، يجب أن تكون موجهة إلى العموم.', fr: 'Non, ils doivent être offerts au public.' }
const rows = async (sql: string, ...values: unknown[]) => (await test.owner.query(sql, values)).rows

async function aCall(phase: 'nominations' | 'preparation' | 'evaluation' = 'nominations') {
  const campaign = await given.campaign({ phase })
  const organiser = await given.officer('organiser', campaign.id)
  const body = await given.administration()
  const applicant = await given.applicant(body.id, 'editor')
  return { campaign, organiser, applicant, asked: { campaignId: campaign.id, number: 1, question, answer } }
}

describe('a clarification', () => {
  it('is published once of two at once, to everybody, with one entry and a letter to each who works in the campaign', async () => {
    const { campaign, organiser, applicant, asked } = await aCall()
    const left = await leftBy(given, () =>
      oneOfTwo('stale-version', () => publishClarification(ctx, organiser, asked), test),
    )
    expect(left.entries).toEqual(['clarificationPublished'])
    expect(new Set(left.notices)).toEqual(new Set(['clarification-published']))
    const told = await rows(
      `SELECT person_id, facts FROM outbox WHERE notice = 'clarification-published' AND campaign_id = $1`,
      campaign.id,
    )
    expect(told.map((one) => one.person_id)).toEqual(
      expect.arrayContaining([organiser.personId, applicant.personId]),
    )
    for (const { facts } of told) expect(facts).toMatchObject({ number: '1' })
    expect((await publicClarifications(ctx.db.public, campaign.slug)).rows).toEqual([
      expect.objectContaining({ number: 1, question, answer, publishedAt: GIVEN_OPENING }),
    ])
    const [entry] = await rows(
      `SELECT actor_id, actor_role, facts FROM audit_entry WHERE act = 'clarificationPublished' AND campaign_id = $1`,
      campaign.id,
    )
    expect(entry).toMatchObject({
      actor_id: organiser.personId,
      actor_role: 'organiser',
      facts: { number: 1 },
    })
  })

  it('comes from the secretariat as well, in the order of its numbers, and is never changed', async () => {
    const { campaign, organiser, asked } = await aCall()
    const clerk = await given.officer('secretariat', campaign.id)
    must(await publishClarification(ctx, organiser, asked))
    must(await publishClarification(ctx, clerk, { ...asked, number: 2 }))
    const screen = must(await clarificationsScreen(ctx, clerk, campaign.id))
    expect(screen).toMatchObject({ next: 3, mayPublish: true })
    expect(screen.clarifications.rows.map(({ number }) => number)).toEqual([2, 1])
    await expect(test.owner.query("UPDATE clarification SET answer = '{}'")).rejects.toThrow()
    await expect(test.owner.query('DELETE FROM clarification')).rejects.toThrow()
    await expect(ctx.db.public.$queryRaw`SELECT published_by FROM clarification`).rejects.toThrow(
      /permission denied/,
    )
  })

  it('is refused to other hands, in other phases, in one language and from a stale page, and leaves nothing', async () => {
    const { campaign, organiser, applicant, asked } = await aCall()
    const early = await aCall('preparation')
    const late = await aCall('evaluation')
    const left = await leftBy(given, async () => [
      await publishClarification(ctx, applicant, asked),
      await publishClarification(ctx, late.organiser, asked),
      await publishClarification(ctx, early.organiser, early.asked),
      await publishClarification(ctx, late.organiser, late.asked),
      await publishClarification(ctx, organiser, { ...asked, number: 2 }),
      await publishClarification(ctx, organiser, { ...asked, answer: { ar: '', fr: 'x' } }),
      await publishClarification(ctx, organiser, { ...asked, question: { ...question, fr: 'a\u0007' } }),
    ])
    expect(left).toMatchObject({
      result: [
        { reason: 'not-found' },
        { reason: 'not-found' },
        { reason: 'wrong-phase' },
        { reason: 'wrong-phase' },
        { reason: 'stale-version', facts: { version: 1 } },
        { reason: 'clarification-incomplete', fields: { 'answer.ar': 'errors.required' } },
        { reason: 'unreadable-text', fields: { 'question.fr': 'errors.control' } },
      ],
      ...{ entries: [], notices: [] },
    })
    expect((await publicClarifications(ctx.db.public, campaign.slug)).rows).toEqual([])
  })
})
