import type { Job, Queue } from '#app/services/ports.ts'

export type InlineQueue = Queue & {
  /** Runs everything that waits, and what that adds, in order. A failing job is kept and its error thrown. */
  readonly drain: () => Promise<number>
  readonly waiting: () => readonly Job[]
  readonly schedules: ReadonlyMap<string, string>
}

/** Holds jobs until a test says so, in the process, without a database. */
export function createInlineQueue(): InlineQueue {
  const jobs: (Job & { readonly key: string | null })[] = []
  const workers = new Map<string, (job: Job) => Promise<void>>()
  const schedules = new Map<string, string>()
  let count = 0
  return {
    schedules,
    waiting: () => [...jobs],
    enqueue: (name, payload, facts = {}) => {
      const key = facts.key ?? null
      const known = key !== null && jobs.some((job) => job.name === name && job.key === key)
      if (!known) jobs.push({ id: String((count += 1)), name, payload, attempt: 1, key })
      return Promise.resolve()
    },
    schedule: (name, cron) => Promise.resolve(void schedules.set(name, cron)),
    work: (name, run) => Promise.resolve(void workers.set(name, run)),
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    drain: async () => {
      let done = 0
      for (
        let job = jobs.find(({ name }) => workers.has(name));
        job !== undefined;
        job = jobs.find(({ name }) => workers.has(name))
      ) {
        await workers.get(job.name)?.(job)
        jobs.splice(jobs.indexOf(job), 1)
        done += 1
      }
      return done
    },
  }
}
