import { type Bench, type Draft, drafts, must, type Must, ownForm, tell } from './bench.ts'
import { cookieOf } from './load.ts'
import { type Connection, hammerEach } from './loop.ts'

/** A sheet that one connection writes again and again, carrying its version on. */
function writer(
  bench: Bench,
  draft: Draft,
  version: number,
  fields: (version: number, draft: Draft) => Record<string, string>,
): Connection {
  let at = version
  const headers = { ...ownForm(bench.origin, cookieOf(draft.mailbox)), 'x-autosave': '1' }
  return {
    next: () => ({
      method: 'POST',
      path: `/fr/jury/sheets/${draft.id}`,
      headers,
      body: new URLSearchParams(fields(at, draft)).toString(),
    }),
    heard: (status, body) => {
      const told = /"version":(\d+)/.exec(body)?.[1]
      if (status !== 200 || told === undefined) return false
      at = Number(told)
      return true
    },
  }
}
const versions = async (bench: Bench): Promise<ReadonlyMap<string, number>> => {
  const found = await bench.client.query<{ id: string; version: number }>(
    `SELECT id, version FROM score_sheet WHERE state = 'draft'`,
  )
  return new Map(found.rows.map(({ id, version }) => [id, version]))
}
const level = (version: number): string => String(version % 5)

async function save(
  bench: Bench,
  of: { id: string; what: string },
  whole: boolean,
  musts: Readonly<Record<number, Must>>,
): Promise<void> {
  const all = await drafts(bench)
  const fields = (version: number, { criteria }: Draft): Record<string, string> => ({
    version: String(version),
    ...Object.fromEntries(
      (whole ? criteria : criteria.slice(0, 1)).map((code) => [`scores.${code}`, level(version)]),
    ),
    ...(whole
      ? Object.fromEntries(
          criteria.map((code) => [
            `comments.${code}`,
            'Constaté dans le dossier et vérifié sur pièces. '.repeat(12),
          ]),
        )
      : {}),
    ...(whole
      ? {
          remark: 'Remarque pour la délibération. '.repeat(20),
          privateNotes: 'Note. '.repeat(60),
          confidence: 'high',
        }
      : {}),
  })
  for (const [connections, wanted] of Object.entries(musts)) {
    const known = await versions(bench)
    const concurrency = Number(connections)
    const figures = await hammerEach(
      { url: bench.origin, connections: concurrency, seconds: bench.seconds },
      (index) => {
        const draft = all[index % all.length] as Draft
        return writer(bench, draft, known.get(draft.id) ?? 1, fields)
      },
    )
    tell(bench, { ...of, concurrency }, figures, wanted)
  }
}
export const autosave = (bench: Bench) =>
  save(bench, { id: 'L5', what: 'score autosave of one field, distinct sheets' }, false, {
    8: must('>= 150 rps, p95 <= 100 ms', ({ rps, p95 }) => rps >= 150 && p95 <= 100),
    32: must('>= 150 rps, p95 <= 250 ms', ({ rps, p95 }) => rps >= 150 && p95 <= 250),
  })
export const wholeSheet = (bench: Bench) =>
  save(bench, { id: 'L6', what: 'full sheet with texts, distinct sheets' }, true, {
    8: must('>= 100 rps, p95 <= 150 ms', ({ rps, p95 }) => rps >= 100 && p95 <= 150),
  })

/** L8: distinct accounts sign in while eight jurors' sheets save themselves. */
export async function signIns(bench: Bench): Promise<void> {
  const all = await drafts(bench)
  const known = await versions(bench)
  const headers = ownForm(bench.origin, '')
  let guest = 0
  const signing = hammerEach({ url: bench.origin, connections: 8, seconds: bench.seconds }, () => ({
    next: () => {
      guest = (guest % 400) + 1
      const body = new URLSearchParams({
        email: `guest${guest}@bench.invalid`,
        password: bench.loaded.password,
      }).toString()
      return { method: 'POST', path: '/fr/account/sign-in', headers, body }
    },
    heard: (status) => status === 303,
  }))
  const saving = hammerEach({ url: bench.origin, connections: 8, seconds: bench.seconds }, (index) => {
    const draft = all[64 + index] as Draft
    return writer(bench, draft, known.get(draft.id) ?? 1, (version, { criteria }) => ({
      version: String(version),
      [`scores.${criteria[0]}`]: level(version),
    }))
  })
  const [signed, saved] = await Promise.all([signing, saving])
  tell(
    bench,
    { id: 'L8', what: 'sign-in, distinct accounts, argon2id 19 MiB t2', concurrency: 8 },
    signed,
    must('>= 20 rps', ({ rps }) => rps >= 20),
  )
  tell(
    bench,
    { id: 'L8', what: 'score autosave meanwhile', concurrency: 8 },
    saved,
    must('p95 < 300 ms', ({ p95 }) => p95 < 300),
  )
}
