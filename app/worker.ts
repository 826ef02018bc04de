import { loadDueLetters } from '#app/adapters/db/outbox.ts'
import { buildContext } from './context.server.ts'
import { readEnv } from './env.server.ts'
import { deliverNotice } from './services/system/deliver-notice.ts'

/** Every job name and the one act it runs. */
const app = await buildContext(readEnv(), { worker: true, poolSize: 4 })
await app.queue.start()
await app.queue.work('deliver-notice', async ({ payload }) => {
  await deliverNotice(app, String(payload['outboxId']))
})

const BEAT_MS = 2000
let stopping = false

/** Looks for letters that are due and hands each to the queue, where a key keeps it single (T25). */
async function relay(): Promise<void> {
  for (const outboxId of await loadDueLetters(app.db.office, 50)) {
    await app.queue.enqueue('deliver-notice', { outboxId }, { key: outboxId })
  }
}

async function beat(): Promise<void> {
  while (!stopping) {
    await relay().catch((error: unknown) => app.log.error({ err: error }, 'relay failed'))
    await new Promise((resolve) => setTimeout(resolve, BEAT_MS))
  }
}

async function leave(): Promise<void> {
  if (stopping) return
  stopping = true
  await app.queue.stop()
  await app.db.close()
  process.exit(0)
}
process.once('SIGTERM', () => void leave())
process.once('SIGINT', () => void leave())
process.on('disconnect', () => void leave())
process.on('unhandledRejection', (error) => app.log.error({ err: error }, 'unhandled rejection'))

void beat()
