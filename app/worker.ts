import { loadDueLetters } from '#app/adapters/db/outbox.ts'
import { buildContext } from './context.server.ts'
import { readEnv } from './env.server.ts'
import { waitingBatches } from './adapters/db/batches.ts'
import { waitingProposals } from './adapters/db/proposals.ts'
import { closeNominations } from './services/campaign/close-nominations.ts'
import { makeCertificates } from './services/documents/make-certificates.ts'
import { adviseJury } from './services/deliberation/advise-jury.ts'
import { computeProposal } from './services/jury/compute-proposal.ts'
import { lapseCompletions } from './services/nomination/lapse-completions.ts'
import { publishDueReleases } from './services/results/publish-due-releases.ts'
import { dropAbandonedUploads, sweepFiles } from './services/system/drop-abandoned-uploads.ts'
import { dailyCheckpoint } from './services/system/daily-checkpoint.ts'
import { deliverNotice } from './services/system/deliver-notice.ts'
import { remind } from './services/system/remind.ts'
import { keepEarlierDocuments, setPublicDocuments } from './services/system/set-public-documents.ts'
import { scrubFiles } from './services/system/scrub-files.ts'
import { scanPendingFiles } from './services/system/scan-pending-files.ts'

/** Every job name and the one act it runs. */
const app = await buildContext(readEnv(), { worker: true, poolSize: 2 })
await app.queue.start()
await app.queue.work('deliver-notice', async ({ payload }) => {
  await deliverNotice(app, String(payload['outboxId']))
})
await app.queue.work('compute-proposal', async ({ payload }) => {
  await computeProposal(app, String(payload['proposalId']))
})
await app.queue.work('make-certificates', async ({ payload }) => {
  await makeCertificates(app, String(payload['batchId']))
})

const BEAT_MS = 2000
const BEATS_A_DAY = (24 * 60 * 60 * 1000) / BEAT_MS
/** Reminders are owed on a day, not at a second: every ten minutes is enough. */
const REMINDER_BEATS = (10 * 60 * 1000) / BEAT_MS
const FIRST_REMINDER = 15
/** A minute after the start, when nobody waits for the first pages any more. */
const FIRST_SCRUB = 30
let stopping = false

/** Hands letters that are due and proposals that wait to the queue, where a key keeps each single (T25). */
async function relay(): Promise<void> {
  for (const outboxId of await loadDueLetters(app.db.office, 50)) {
    await app.queue.enqueue('deliver-notice', { outboxId }, { key: outboxId })
  }
  for (const proposalId of await waitingProposals(app.db.office)) {
    await app.queue.enqueue('compute-proposal', { proposalId }, { key: proposalId })
  }
  for (const batchId of await waitingBatches(app.db.office)) {
    await app.queue.enqueue('make-certificates', { batchId }, { key: batchId })
  }
}

/** What the calendar orders: each act is locked and asks the database's clock, so that several workers do it once. */
const TIMED_ACTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'close-nominations': () => closeNominations(app),
  'advise-jury': () => adviseJury(app),
  'lapse-completions': () => lapseCompletions(app),
  'publish-due-releases': () => publishDueReleases(app),
  'scan-pending-files': () => scanPendingFiles(app),
  'set-public-documents': () => setPublicDocuments(app),
  'daily-checkpoint': () => dailyCheckpoint(app),
  'drop-abandoned-uploads': () => dropAbandonedUploads(app),
}

async function keepTime(): Promise<void> {
  for (const [name, act] of Object.entries(TIMED_ACTS)) {
    await act().catch((error: unknown) => app.log.error({ err: error, act: name }, 'timed act failed'))
  }
}

async function beat(): Promise<void> {
  for (let count = 0; !stopping; count += 1) {
    await relay().catch((error: unknown) => app.log.error({ err: error }, 'relay failed'))
    if (count % 3 === 0) await keepTime()
    if (count % REMINDER_BEATS === FIRST_REMINDER) {
      await remind(app).catch((error: unknown) => app.log.error({ err: error }, 'reminders failed'))
    }
    if (count % BEATS_A_DAY === FIRST_SCRUB) scrub()
    await new Promise((resolve) => setTimeout(resolve, BEAT_MS))
  }
}

/** Beside the beat: reading every file may take hours, and no deadline waits for it. */
function scrub(): void {
  keepEarlierDocuments(app).catch((error: unknown) =>
    app.log.error({ err: error }, 'earlier documents not kept'),
  )
  scrubFiles(app).catch((error: unknown) => app.log.error({ err: error }, 'scrub failed'))
  sweepFiles(app, Date.now()).catch((error: unknown) => app.log.error({ err: error }, 'sweep failed'))
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

// Whoever started it puts another in its place from now on.
process.send?.('works')
void beat()
