import { type Bench, measure, must, type Must, none } from './bench.ts'
import type { Figures } from './line.ts'
import { cookieOf } from './load.ts'
import { hammer } from './loop.ts'
import { drafts } from './writes.ts'

type Page = {
  readonly id: string
  readonly what: string
  readonly path: string
  readonly cookie?: string
  /** What the page must say, whole. */
  readonly says: string
}

/** One page at each concurrency; resolves to the figures of the first. */
async function read(
  bench: Bench,
  page: Page,
  musts: Readonly<Record<number, Must>>,
): Promise<Figures | null> {
  let first: Figures | null = null
  for (const concurrency of [1, 8, 32]) {
    const wanted = musts[concurrency] ?? none
    if (bench.targetsOnly && wanted === none) continue
    const { id, what, path, cookie, says } = page
    const isRight = (body: string): boolean => body.includes(says) && body.endsWith('</html>')
    const of = { id, what, concurrency, generator: 'autocannon' as const, ...wanted }
    const figures = await measure(bench, of, (seconds) =>
      hammer({ url: bench.stack.origin + path, connections: concurrency, seconds, cookie, isRight }),
    )
    first ??= figures
  }
  return first
}

/** L1: anonymous; the copies that one process keeps for ten seconds are allowed and stated. */
export const home = (bench: Bench) =>
  read(
    bench,
    { id: 'L1', what: 'home, anonymous, copies kept in process', path: '/fr', says: '<main' },
    { 8: must('>= 800 rps, p95 <= 20 ms', ({ rps, p95 }) => rps >= 800 && p95 <= 20) },
  )

/** L2, and L3 when it is called again with more nominations. */
export function list(bench: Bench, before: Figures | null): Promise<Figures | null> {
  const page = {
    id: before === null ? 'L2' : 'L3',
    what: "organiser's list, first page of 50",
    path: `/fr/organiser/campaigns/${bench.loaded.judged}/nominations`,
    cookie: cookieOf(bench.loaded.organiser),
    says: 'B-00050',
  }
  if (before === null)
    return read(bench, page, {
      1: must('p50 <= 20 ms', ({ p50 }) => p50 <= 20),
      8: must('>= 90 rps', ({ rps }) => rps >= 90),
    })
  const target = `p50 <= 1.3 x ${before.p50} ms of fewer`
  return read(bench, page, { 1: must(target, ({ p50 }) => p50 <= before.p50 * 1.3) })
}

/** L4: while the evaluation runs nobody but its juror reads a sheet; L4b is the page that shows all sheets of a file. */
export async function oneFile(bench: Bench): Promise<void> {
  const [draft] = await drafts(bench)
  if (!draft) throw new Error('no draft was loaded')
  await read(
    bench,
    {
      id: 'L4',
      what: 'one nomination: its dossier, its sheet and the files beside it, as its juror',
      path: `/fr/jury/sheets/${draft.id}`,
      cookie: cookieOf(draft.mailbox),
      says: `action="/fr/jury/sheets/${draft.id}"`,
    },
    { 8: must('>= 150 rps, p95 <= 80 ms', ({ rps, p95 }) => rps >= 150 && p95 <= 80) },
  )
  if (bench.targetsOnly) return
  await read(
    bench,
    {
      id: 'L4b',
      what: 'progress: 25 nominations with the state of their 5 sheets, 60 jurors',
      path: `/fr/jury/campaigns/${bench.loaded.judged}/progress`,
      cookie: cookieOf(bench.loaded.organiser),
      says: 'B-00025',
    },
    {},
  )
}
