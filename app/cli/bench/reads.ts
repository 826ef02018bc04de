import { type Bench, drafts, must, type Must, none, tell } from './bench.ts'
import type { Figures } from './line.ts'
import { cookieOf } from './load.ts'
import { hammer } from './loop.ts'

async function read(
  bench: Bench,
  of: { id: string; what: string; path: string; cookie?: string },
  musts: Readonly<Record<number, Must>>,
) {
  let first: Figures | null = null
  for (const [connections, wanted] of Object.entries(musts)) {
    const concurrency = Number(connections)
    const figures = await hammer(bench.origin + of.path, concurrency, bench.seconds, of.cookie)
    first ??= tell(bench, { id: of.id, what: of.what, concurrency }, figures, wanted)
    if (first !== figures) tell(bench, { id: of.id, what: of.what, concurrency }, figures, wanted)
  }
  return first
}

/** L1: anonymous; the copies that one process keeps for ten seconds are allowed and stated. */
export const home = (bench: Bench) =>
  read(
    bench,
    { id: 'L1', what: 'home, anonymous, copies kept in process', path: '/fr' },
    {
      1: none,
      8: must('>= 800 rps, p95 <= 20 ms', ({ rps, p95 }) => rps >= 800 && p95 <= 20),
      32: none,
    },
  )

/** L2, and L3 when it is called again with more nominations. */
export function list(bench: Bench, before: Figures | null) {
  const of = {
    id: before === null ? 'L2' : 'L3',
    what: "organiser's list, first page of 50",
    path: `/fr/organiser/campaigns/${bench.loaded.judged}/nominations`,
    cookie: cookieOf(bench.loaded.organiser),
  }
  const small =
    before === null
      ? must('p50 <= 20 ms', ({ p50 }) => p50 <= 20)
      : must(`p50 <= 1.3 x ${before.p50} ms of 300`, ({ p50 }) => p50 <= before.p50 * 1.3 + 0.5)
  return read(bench, of, { 1: small, 8: before === null ? must('>= 90 rps', ({ rps }) => rps >= 90) : none })
}

/** L4: while the evaluation runs nobody but its juror reads a sheet; the pages that do show one file with its readings. */
export async function oneFile(bench: Bench): Promise<void> {
  const [draft] = await drafts(bench)
  if (!draft) throw new Error('no draft was loaded')
  const wanted = { 8: must('>= 150 rps, p95 <= 80 ms', ({ rps, p95 }: Figures) => rps >= 150 && p95 <= 80) }
  const path = `/fr/jury/sheets/${draft.id}`
  await read(
    bench,
    {
      id: 'L4',
      what: 'one nomination, its dossier and its sheet, as its juror',
      path,
      cookie: cookieOf(draft.mailbox),
    },
    wanted,
  )
  const progress = `/fr/jury/campaigns/${bench.loaded.judged}/progress`
  await read(
    bench,
    {
      id: 'L4b',
      what: 'progress: a page of 25 nominations with the state of their 5 sheets, 60 jurors',
      path: progress,
      cookie: cookieOf(bench.loaded.organiser),
    },
    { 8: none },
  )
}
