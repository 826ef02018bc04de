import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import * as questions from '#app/routes/public/questions.tsx'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { render } from './render.tsx'
import { publicContext } from './stage.ts'

const test = await testDb()
const ctx = publicContext(test)
const given = createGiven(test)
beforeAll(async () => {
  await test.setNow(instant(GIVEN_OPENING + 86_400_000))
  const campaign = await given.campaign({ phase: 'nominations', slug: 'edition-2026' })
  const elsewhere = await given.campaign({ phase: 'evaluation', slug: 'autre', year: 2024 })
  const say = (campaignId: string, number: number, text: string) =>
    given.insert('clarification', {
      ...{ id: randomUUID(), campaign_id: campaignId, number, published_by: randomUUID() },
      question: JSON.stringify({ ar: `سؤال ${number}`, fr: `Question <i>${text}</i>` }),
      answer: JSON.stringify({ ar: `جواب ${number}`, fr: `Réponse ${text}` }),
      published_at: new Date(GIVEN_OPENING),
    })
  await say(campaign.id, 1, 'première')
  await say(campaign.id, 2, 'seconde')
  await say(elsewhere.id, 1, 'd’ailleurs')
})

describe.each(['ar', 'fr', 'en', 'zgh'])('the questions of the dossier in %s', (locale) => {
  it('hold what was clarified in this campaign, the newest first, and nothing of another', async () => {
    const html = await render(ctx, { route: questions, path: `/${locale}/questions`, params: { locale } })
    const [first, second] = [html.indexOf('id="clarification-1"'), html.indexOf('id="clarification-2"')]
    expect(second).toBeGreaterThan(0)
    expect(first).toBeGreaterThan(second)
    expect(html).toContain(locale === 'ar' ? 'جواب 1' : locale === 'fr' ? 'Réponse première' : '1')
    expect(html).not.toContain('<i>')
    expect(html).not.toContain('ailleurs')
    expect(html).not.toMatch(/common\.clarification|public\.clarification/)
  })
})
