import { beforeAll, describe, expect, it } from 'vitest'
import * as registrationsRoute from '#app/routes/organiser/registrations.tsx'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { post } from '#tests/support/request.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
beforeAll(() => test.setNow(GIVEN_OPENING))

describe('the register', () => {
  it('settles a request by the button pressed, once', async () => {
    const campaign = await given.campaign()
    const clerk = await given.officer('secretariat', campaign.id)
    const cookie = await given.signedIn(clerk.personId)
    const { id } = await given.administration({ state: 'requested' })
    const fields = { intent: 'approve-administration', administrationId: id, version: '1' }
    expect((await post(ctx, registrationsRoute, fields, { locale: 'fr' }, cookie)).status).toBe(303)
    const late = await post(ctx, registrationsRoute, fields, { locale: 'fr' }, cookie)
    expect(late.status).toBe(409)
    expect(JSON.stringify(late.value)).toContain('stale-version')
  })

  it('refuses an intent it does not know', async () => {
    const cookie = await given.signedIn(
      (await given.officer('organiser', (await given.campaign()).id)).personId,
    )
    expect((await post(ctx, registrationsRoute, { intent: 'drop' }, { locale: 'fr' }, cookie)).status).toBe(
      400,
    )
  })
})
