import { PgBoss, type SendOptions } from 'pg-boss'
import { LEGAL_ZONE, toDate } from '#app/domain/kernel/instant.ts'
import type { Job, JobPayload, Log, Queue } from '#app/services/ports.ts'

const SCHEMA = 'jobs'
/** Doubling from 15 seconds: twelve tries span about five hours, longer than a mail server's bad night (T61). */
const RETRY = { retryLimit: 12, retryDelay: 15, retryBackoff: true, retryDelayMax: 3600 } as const
const EXPIRES_SECONDS = 300
const STOP_MS = 20_000
const WORKERS = 8

export type QueueSettings = {
  readonly connectionString: string
  readonly log: Log
  /** Web processes only enqueue; the worker also keeps the calendar and the house. */
  readonly worker: boolean
  readonly pollingSeconds?: number
}

async function runOne(log: Log, job: Job, run: (job: Job) => Promise<void>): Promise<void> {
  try {
    await run(job)
  } catch (error) {
    log.warn({ error, job: job.name, jobId: job.id, attempt: job.attempt }, 'job failed')
    throw error
  }
}

const openBoss = ({ connectionString, worker }: QueueSettings): PgBoss =>
  new PgBoss({
    connectionString,
    schema: SCHEMA,
    createSchema: false, // our migration made it and gave it to the office's role
    max: worker ? 4 : 2,
    supervise: worker,
    schedule: worker,
    application_name: 'imtiyaz-jobs',
  })

/** pg-boss in the same PostgreSQL, in a schema of its own that it migrates itself. */
export function createPgQueue(settings: QueueSettings): Queue {
  const { log } = settings
  const boss = openBoss(settings)
  boss.on('error', (error) => log.error({ error }, 'job queue'))
  const known = new Map<string, Promise<void>>()
  /** `exclusive`: one job per key waits or runs, so that a replay adds nothing (T25). */
  const queueFor = (name: string): Promise<void> => {
    const made =
      known.get(name) ??
      boss.createQueue(name, { policy: 'exclusive', ...RETRY, expireInSeconds: EXPIRES_SECONDS })
    known.set(name, made)
    // A queue that could not be made is tried again by the next job, not refused for ever.
    made.catch(() => known.delete(name))
    return made
  }

  async function enqueue(
    name: string,
    payload: JobPayload,
    facts: Parameters<Queue['enqueue']>[2] = {},
  ): Promise<void> {
    await queueFor(name)
    const options: SendOptions = {
      // The policy counts per key: a job without one gets a key of its own.
      singletonKey: facts.key ?? crypto.randomUUID(),
      ...(facts.after === undefined ? {} : { startAfter: toDate(facts.after) }),
    }
    await boss.send(name, payload, options)
  }

  return {
    enqueue,
    schedule: async (name, cron, payload = {}) => {
      await queueFor(name)
      await boss.schedule(name, cron, payload, { tz: LEGAL_ZONE, singletonKey: 'schedule' })
    },
    work: async (name, run) => {
      await queueFor(name)
      const options = {
        batchSize: 1,
        // One job an interval and worker: an opening writes to hundreds, and a confirmation waits behind them.
        localConcurrency: WORKERS,
        pollingIntervalSeconds: settings.pollingSeconds ?? 2,
        includeMetadata: true,
      } as const
      await boss.work<JobPayload, void, typeof options>(name, options, async (jobs) => {
        for (const { id, data, retryCount } of jobs) {
          await runOne(log, { id, name, payload: data, attempt: retryCount + 1 }, run)
        }
      })
    },
    start: async () => {
      await boss.start()
    },
    stop: async () => {
      await boss.stop({ graceful: true, timeout: STOP_MS })
    },
  }
}
