import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import * as letters from '#app/routes/organiser/letters.tsx'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { post } from '#tests/support/request.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
beforeAll(() => test.setNow(GIVEN_OPENING))

describe('the letters of a campaign', () => {
  it('are held and released by the button pressed; a refusal is said', async () => {
    const campaign = await given.campaign()
    const cookie = await given.signedIn((await given.officer('organiser', campaign.id)).personId)
    const letterId = randomUUID()
    await given.insert('outbox', {
      ...{ id: letterId, notice: 'published', email: 'salma@example.ma', locale: 'fr', facts: {} },
      ...{ campaign_id: campaign.id, state: 'pending', created_at: new Date(), next_attempt_at: new Date() },
    })
    const press = (intent: string) =>
      post(ctx, letters, { intent, letterId }, { locale: 'fr', campaignId: campaign.id }, cookie)
    const held = await press('hold')
    expect(held.status).toBe(303)
    expect(held.headers.get('location')).toBe(`/fr/organiser/campaigns/${campaign.id}/outbox`)
    const again = await press('hold')
    expect([again.status, JSON.stringify(again.value)]).toEqual([
      409,
      expect.stringContaining('letter-already-held'),
    ])
    expect((await press('release')).status).toBe(303)
    expect((await press('drop')).status).toBe(400)
    expect((await press('again')).status).toBe(409)
    const all = (intent: string) =>
      post(ctx, letters, { intent }, { locale: 'fr', campaignId: campaign.id }, cookie)
    expect(await Promise.all([all('release-all')])).toMatchObject([{ status: 409 }])
    expect((await all('hold-all')).status).toBe(303)
    expect((await all('release-all')).status).toBe(303)
  })
})
