import { afterEach, describe, expect, it } from 'vitest'
import { createPgQueue } from '#app/adapters/jobs/pg-queue.server.ts'
import { createLog } from '#app/adapters/log/pino.server.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Job, Queue } from '#app/services/ports.ts'
import { testDb } from '#tests/support/db.ts'

const { url, owner } = await testDb()
const log = createLog({ level: 'silent' })
const open: Queue[] = []
afterEach(async () => {
  for (const queue of open.splice(0)) await queue.stop()
})
async function started(worker = true): Promise<Queue> {
  const queue = createPgQueue({ connectionString: url, log, worker, pollingSeconds: 0.5 })
  open.push(queue)
  await queue.start()
  return queue
}
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
/** Waits as long as it takes: what never comes ends with the time of the whole test. */
const until = async (met: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await met())) await pause(50)
}
const rows = async (name: string) =>
  (await owner.query<{ state: string }>('SELECT state FROM jobs.job WHERE name = $1', [name])).rows.map(
    (row) => row.state,
  )

describe('the queue', () => {
  it('carries a job from the process that adds it to the one that works', async () => {
    const [web, worker] = [await started(false), await started()]
    const seen: Job[] = []
    await worker.work('deliver', (job) => Promise.resolve(void seen.push(job)))
    await web.enqueue('deliver', { outboxId: 'o-1', count: 2 })
    await until(() => seen.length === 1)
    expect(seen[0]).toMatchObject({ name: 'deliver', payload: { outboxId: 'o-1', count: 2 }, attempt: 1 })
  })

  it('adds one job for one key, fifty times at once; jobs without a key are all kept', async () => {
    const queue = await started(false)
    await Promise.all(Array.from({ length: 50 }, () => queue.enqueue('press', { id: 'd-1' }, { key: 'd-1' })))
    await queue.enqueue('press', { id: 'd-2' }, { key: 'd-2' })
    expect(await rows('press')).toHaveLength(2)
    await Promise.all([queue.enqueue('purge', {}), queue.enqueue('purge', {})])
    expect(await rows('purge')).toHaveLength(2)
  })

  it('keeps a failed job and plans another try; the others go on', async () => {
    const queue = await started()
    const seen: string[] = []
    await queue.work('scan', (job) => {
      seen.push(String(job.payload.id))
      return job.payload.id === 'bad' ? Promise.reject(new Error('scanner down')) : Promise.resolve()
    })
    await queue.enqueue('scan', { id: 'bad' })
    await queue.enqueue('scan', { id: 'good' })
    // Which of the two ends first, nobody knows.
    const running = ['created', 'active']
    await until(async () => (await rows('scan')).every((state) => !running.includes(state)))
    expect(new Set(seen)).toEqual(new Set(['bad', 'good']))
    expect((await rows('scan')).sort()).toEqual(['completed', 'retry'])
  })

  it('does not run before its time', async () => {
    const queue = await started()
    const seen: string[] = []
    await queue.work('remind', (job) => Promise.resolve(void seen.push(String(job.payload.id))))
    await queue.enqueue('remind', { id: 'later' }, { after: instant(Date.now() + 3_600_000) })
    await queue.enqueue('remind', { id: 'now' })
    await until(() => seen.length > 0)
    expect(seen).toEqual(['now'])
  })

  it('writes a schedule once, in the legal zone, however often it is asked', async () => {
    const queue = await started()
    await queue.schedule('tick', '* * * * *')
    await queue.schedule('tick', '* * * * *')
    const found = await owner.query<{ cron: string; timezone: string }>(
      "SELECT cron, timezone FROM jobs.schedule WHERE name = 'tick'",
    )
    expect(found.rows).toEqual([{ cron: '* * * * *', timezone: 'Africa/Casablanca' }])
  })

  it('lets a running job finish before it stops', async () => {
    const queue = await started()
    const order: string[] = []
    let finish = (): void => undefined
    const held = new Promise<void>((resolve) => (finish = resolve))
    await queue.work('slow', async () => {
      order.push('begun')
      await held
      order.push('ended')
    })
    await queue.enqueue('slow', {})
    await until(() => order.length === 1)
    const stopping = queue.stop().then(() => order.push('stopped'))
    await pause(300)
    finish()
    await stopping
    expect(order).toEqual(['begun', 'ended', 'stopped'])
  })
})
