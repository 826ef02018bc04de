import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { clarificationPage } from '#app/queries/clarification-page.ts'
import { encodeCursor } from '#app/queries/page.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)

describe('the clarifications of a campaign', () => {
  it('come twenty by twenty, each once, the newest first', async () => {
    const { id, slug } = await given.campaign({ phase: 'nominations' })
    for (let number = 1; number <= 41; number += 1)
      await given.insert('clarification', {
        ...{ id: randomUUID(), campaign_id: id, number, published_by: randomUUID() },
        ...{ question: '{"ar":"س","fr":"Q"}', answer: '{"ar":"ج","fr":"R"}' },
        published_at: new Date(GIVEN_OPENING),
      })
    const seen: number[] = []
    const sizes: number[] = []
    let after: string | null = null
    do {
      const page = await clarificationPage(ctx.db.public, { slug }, after)
      seen.push(...page.rows.map(({ number }) => number))
      sizes.push(page.rows.length)
      after = page.next
    } while (after !== null)
    expect(sizes).toEqual([20, 20, 1])
    expect(seen).toEqual(Array.from({ length: 41 }, (_, at) => 41 - at))
    const office = await clarificationPage(ctx.db.office, { id }, null)
    expect(office.rows.map(({ number }) => number)).toEqual(seen.slice(0, 20))
  })

  it('begin at the beginning for a cursor that no page wrote', async () => {
    const { id, slug } = await given.campaign({ phase: 'nominations' })
    await given.insert('clarification', {
      ...{ id: randomUUID(), campaign_id: id, number: 1, published_by: randomUUID() },
      ...{ question: '{"ar":"س","fr":"Q"}', answer: '{"ar":"ج","fr":"R"}' },
      published_at: new Date(GIVEN_OPENING),
    })
    for (const value of ['', '-3', '1e3', '99999999999', 'x'])
      for (const after of [value, encodeCursor({ value, id: randomUUID() })])
        expect((await clarificationPage(ctx.db.public, { slug }, after)).rows).toHaveLength(1)
  })
})
