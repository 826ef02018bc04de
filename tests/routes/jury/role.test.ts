import { describe, expect, it } from 'vitest'
import * as layout from '#app/routes/jury/layout.tsx'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'
import { get } from '#tests/support/request.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)

describe('the frame of the pages of the jury', () => {
  it.each(['auditor', 'publisher', 'organiser', 'secretariat'] as const)(
    'calls whoever has no seat by their own charge: %s',
    async (role) => {
      const campaign = await given.campaign({ phase: 'deliberation' })
      const cookie = await given.signedIn((await given.officer(role, campaign.id)).personId)
      const answer = await get(ctx, layout, '/x', { locale: 'fr', campaignId: campaign.id }, cookie)
      expect(answer.value).toMatchObject({ role, held: [] })
    },
  )
})
