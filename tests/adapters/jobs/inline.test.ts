import { expect, it } from 'vitest'
import { createInlineQueue } from '#app/adapters/jobs/inline.ts'

it('runs what waits and what that adds, in order, once per key', async () => {
  const queue = createInlineQueue()
  const seen: string[] = []
  await queue.work('a', async (job) => {
    seen.push(`a${String(job.payload.n)}`)
    await queue.enqueue('b', { n: job.payload.n ?? null })
  })
  await queue.work('b', (job) => Promise.resolve(void seen.push(`b${String(job.payload.n)}`)))
  await queue.enqueue('a', { n: 1 }, { key: 'k' })
  await queue.enqueue('a', { n: 2 }, { key: 'k' })
  await queue.enqueue('nobody', { n: 3 })
  expect(await queue.drain()).toBe(2)
  expect(seen).toEqual(['a1', 'b1'])
  expect(queue.waiting().map((job) => job.name)).toEqual(['nobody'])
})

it('keeps a job that fails and says so', async () => {
  const queue = createInlineQueue()
  await queue.work('a', () => Promise.reject(new Error('down')))
  await queue.enqueue('a', {})
  await expect(queue.drain()).rejects.toThrow('down')
  expect(queue.waiting()).toHaveLength(1)
})
