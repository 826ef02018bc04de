import { type Bench, measure, measureByTurns, must, type Must, none } from './bench.ts'
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

const isRight =
  ({ says }: Page) =>
  (body: string): boolean =>
    body.includes(says) && body.endsWith('</html>')

const hammered = ({ stack }: Bench, page: Page, connections: number) => {
  const { path, cookie } = page
  return (seconds: number) =>
    hammer({ url: stack.origin + path, connections, seconds, cookie, isRight: isRight(page) })
}

/** One page at each concurrency. */
async function read(bench: Bench, page: Page, musts: Readonly<Record<number, Must>>): Promise<void> {
  for (const concurrency of [1, 8, 32]) {
    const wanted = musts[concurrency] ?? none
    if (bench.targetsOnly && wanted === none) continue
    const { id, what } = page
    const of = { id, what, concurrency, generator: 'autocannon' as const, ...wanted }
    await measure(bench, of, hammered(bench, page, concurrency))
  }
}

/** L1: anonymous; the copies that one process keeps for ten seconds are allowed and stated. */
export const home = (bench: Bench) =>
  read(
    bench,
    { id: 'L1', what: 'home, anonymous, copies kept in process', path: '/fr', says: '<main' },
    { 8: must('>= 800 rps, p95 <= 20 ms', ({ rps, p95 }) => rps >= 800 && p95 <= 20) },
  )

const listOf = ({ loaded }: Bench, id: string): Page => ({
  id,
  what: `organiser's list, first page of 50`,
  path: `/fr/organiser/campaigns/${loaded.judged}/nominations`,
  cookie: cookieOf(loaded.organiser),
  says: 'B-00050',
})

/** L2: the list where there are few. */
export const list = (bench: Bench): Promise<void> =>
  read(bench, listOf(bench, 'L2'), {
    1: must('p50 <= 20 ms', ({ p50 }) => p50 <= 20),
    8: must('>= 90 rps', ({ rps }) => rps >= 90),
  })

/** L3: the list where there are many, by turns with the one where there are few. */
export async function grownList(bench: Bench, smaller: Bench): Promise<void> {
  const page = listOf(bench, 'L3')
  const turns = (of: Bench) => [of, hammered(of, listOf(of, 'L3'), 1)] as const
  await measureByTurns(turns(bench), turns(smaller), (before) => ({
    ...{ id: page.id, what: page.what, concurrency: 1, generator: 'autocannon' },
    ...must(`p50 <= 1.3 x ${before.p50} ms of ${smaller.nominations}`, ({ p50 }) => p50 <= before.p50 * 1.3),
  }))
  if (bench.targetsOnly) return
  for (const concurrency of [8, 32])
    await measure(
      bench,
      { id: page.id, what: page.what, concurrency, generator: 'autocannon', ...none },
      hammered(bench, page, concurrency),
    )
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
