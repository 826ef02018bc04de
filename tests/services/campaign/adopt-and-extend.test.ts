import { beforeEach, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { adoptRegulation } from '#app/services/campaign/adopt-regulation.ts'
import { extendDeadline } from '#app/services/campaign/extend-deadline.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
beforeEach(() => test.setNow(GIVEN_OPENING))

const adoption = async (campaignId: string) =>
  (
    await test.owner.query(
      'SELECT adopted_hash AS hash, adopted_by AS by FROM regulation_version WHERE campaign_id = $1',
      [campaignId],
    )
  ).rows[0]

it('keeps the hash of the wording adopted and who adopted it, with one entry, once of two at once', async () => {
  const campaign = await given.campaign({ phase: 'preparation' })
  const organiser = await given.officer('organiser', campaign.id)
  const { hash: adopted } = await adoption(campaign.id)
  await test.owner.query('UPDATE regulation_version SET adopted_hash = NULL WHERE campaign_id = $1', [
    campaign.id,
  ])
  const adopt = () => adoptRegulation(ctx, organiser, { campaignId: campaign.id, version: 1 })
  const left = await leftBy(given, () => oneOfTwo('stale-version', adopt, test))
  expect(left).toMatchObject({ entries: ['regulationAdopted'], notices: [] })
  expect(await adoption(campaign.id)).toEqual({ hash: adopted, by: organiser.personId })
  const { rows } = await test.owner.query('SELECT actor_id, facts FROM audit_entry WHERE campaign_id = $1', [
    campaign.id,
  ])
  expect(rows).toEqual([
    { actor_id: organiser.personId, facts: { regulationHash: adopted, regulationVersion: 1 } },
  ])
})

it('lets no other hand adopt, nor anybody what is frozen, unknown or was edited meanwhile', async () => {
  const campaign = await given.campaign({ phase: 'preparation' })
  const organiser = await given.officer('organiser', campaign.id)
  const clerk = await given.officer('secretariat', campaign.id)
  const open = await given.campaign({ phase: 'nominations' })
  const opener = await given.officer('organiser', open.id)
  const before = await adoption(campaign.id)
  const at = (campaignId: string, version = 1) => ({ campaignId, version })
  const left = await leftBy(given, async () => [
    await adoptRegulation(ctx, clerk, at(campaign.id)),
    await adoptRegulation(ctx, opener, at(campaign.id)),
    await adoptRegulation(ctx, opener, at(open.id)),
    await adoptRegulation(ctx, organiser, at('00000000-0000-4000-8000-000000000000')),
    await adoptRegulation(ctx, organiser, at(campaign.id, 7)),
  ])
  expect(left).toMatchObject({
    result: [
      { reason: 'not-found' },
      { reason: 'not-found' },
      { reason: 'wrong-phase' },
      { reason: 'not-found' },
      { reason: 'stale-version', facts: { version: 1 } },
    ],
    entries: [],
    notices: [],
  })
  expect(await adoption(campaign.id)).toEqual(before)
})

it.each([
  [true, ['calendar-changed', 'deadline-extended']],
  [false, ['deadline-extended']],
])(
  'tells the jurors of a new day for their sheets when the closing is extended: what follows moves %s',
  async (moveFollowing, notices) => {
    const campaign = await given.campaign({ phase: 'nominations' })
    const organiser = await given.officer('organiser', campaign.id)
    const juror = await given.person()
    await given.seat({ campaign: campaign.id, person: juror.id })
    const { nominationsClose, evaluationCloses } = campaign.regulation.calendar
    const week = 7 * 86_400_000
    const left = await leftBy(given, () =>
      extendDeadline(ctx, organiser, {
        ...{ campaignId: campaign.id, version: 1, moveFollowing },
        // Within the days of screening, so that the calendar stands also where nothing follows.
        closesAt: instant(nominationsClose + (moveFollowing ? week : 3_600_000)),
        reason: { ar: 'طلب الإدارات', fr: 'À la demande des administrations' },
      }),
    )
    expect(left).toMatchObject({ result: { ok: true }, entries: ['deadlineExtended'] })
    expect([...new Set(left.notices)]).toEqual(notices)
    const { rows } = await test.owner.query(
      `SELECT person_id AS person, facts FROM outbox WHERE campaign_id = $1 AND notice = 'calendar-changed'`,
      [campaign.id],
    )
    expect(rows).toEqual(
      moveFollowing
        ? [
            {
              person: juror.id,
              facts: {
                campaign: campaign.id,
                dueAt: evaluationCloses + week,
                previousDueAt: evaluationCloses,
              },
            },
          ]
        : [],
    )
  },
)
