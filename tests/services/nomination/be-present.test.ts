import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { bePresent } from '#app/services/nomination/be-present.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
const campaign = await given.campaign({ phase: 'screening' })
const [body, other] = [(await given.administration()).id, (await given.administration()).id]
const file = await given.nomination({ campaign, administration: body, state: 'submitted' })
const next = await given.nomination({ campaign, administration: body, state: 'submitted' })
const [salma, karim] = [await given.applicant(body, 'editor'), await given.applicant(body)]
const [hanane, omar] = [
  await given.officer('secretariat', campaign.id),
  await given.officer('secretariat', campaign.id),
]
beforeAll(() => test.setNow(GIVEN_OPENING))

const say = (
  actor: Actor,
  side: 'team' | 'office',
  more: { place?: string; leaving?: boolean; on?: string } = {},
) =>
  bePresent(ctx, actor, {
    nominationId: more.on ?? file.id,
    side,
    place: more.place ?? '',
    leaving: more.leaving ?? false,
  })
const heard = async (...said: Parameters<typeof say>) => {
  const answer = await say(...said)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value.map(({ id, place }) => `${id} ${place}`)
}

describe('presence on a file', () => {
  it('tells a team of its colleagues and their section, never of oneself', async () => {
    expect(await heard(salma, 'team', { place: 'results' })).toEqual([])
    expect(await heard(karim, 'team', { place: 'solution' })).toEqual([`${salma.personId} results`])
    expect(await heard(salma, 'team', { place: 'need' })).toEqual([`${karim.personId} solution`])
    expect(await heard(salma, 'team', { place: '<script>' })).toEqual([`${karim.personId} solution`])
    expect(await heard(karim, 'team')).toEqual([`${salma.personId} `])
  })

  it('keeps the office and the team apart, and one file from the next', async () => {
    await heard(salma, 'team')
    expect(await heard(hanane, 'office')).toEqual([])
    expect(await heard(omar, 'office')).toEqual([`${hanane.personId} `])
    expect(await heard(karim, 'team')).toEqual([`${salma.personId} `])
    expect(await heard(omar, 'office', { on: next.id })).toEqual([])
    // The database itself keeps the sides apart, whatever a query forgets.
    expect(await ctx.db.applicant.presence.count({ where: { side: 'office' } })).toBe(0)
    expect(await ctx.db.office.presence.count({ where: { side: 'team' } })).toBe(0)
    expect(await ctx.db.office.presence.count()).toBeGreaterThan(0)
  })

  it('forgets who leaves at once, and who falls silent after little more than a minute', async () => {
    await heard(hanane, 'office')
    expect(await heard(omar, 'office')).toHaveLength(1)
    await heard(hanane, 'office', { leaving: true })
    expect(await heard(omar, 'office')).toEqual([])
    await heard(hanane, 'office')
    const ago = (seconds: number) =>
      test.owner.query(
        `UPDATE presence SET seen_at = clock_timestamp() - make_interval(secs => $1) WHERE person_id = $2`,
        [seconds, hanane.personId],
      )
    await ago(60)
    expect(await heard(omar, 'office')).toHaveLength(1)
    await ago(80)
    expect(await heard(omar, 'office')).toEqual([])
    await ago(4000)
    await heard(omar, 'office')
    const kept = await test.owner.query('SELECT 1 FROM presence WHERE person_id = $1', [hanane.personId])
    expect(kept.rowCount).toBe(0)
  })

  it('is refused, like an absent file, to whoever has no part in that side', async () => {
    const stranger = await given.applicant(other)
    const juror = await given.person()
    await given.seat({ campaign: campaign.id, person: juror.id })
    const clerkInConflict = await given.officer('secretariat', campaign.id)
    await given.mandate({ person: clerkInConflict.personId, administration: body })
    for (const [actor, side] of [
      [stranger, 'team'],
      [salma, 'office'],
      [hanane, 'team'],
      [await given.actor(juror.id), 'office'],
      [await given.actor(juror.id), 'team'],
      [await given.actor(clerkInConflict.personId), 'office'],
    ] as const)
      expect(await say(actor, side)).toMatchObject({ ok: false, reason: 'not-found' })
    const nowhere = '00000000-0000-4000-8000-000000000000'
    expect(await say(salma, 'team', { on: nowhere })).toMatchObject({ ok: false, reason: 'not-found' })
  })
})
