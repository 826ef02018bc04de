import { type Bench, measure, must, type Must, none, ownForm } from './bench.ts'
import type { Sample } from './line.ts'
import { cookieOf } from './load.ts'
import { type Caller, callerOf, repeat } from './loop.ts'

export const OWN_LOOP = 'own closed loop, keep-alive' as const
export type Draft = { readonly id: string; readonly mailbox: string; readonly criteria: readonly string[] }
type Stored = {
  readonly id: string
  readonly version: number
  readonly level: number
  readonly comment: string
}

/** Draft sheets with their jurors. */
export async function drafts({ client }: Pick<Bench, 'client'>): Promise<readonly Draft[]> {
  const found = await client.query<Draft>(
    `SELECT s.id, split_part(p.email, '@', 1) AS mailbox, array(SELECT criterion FROM score e WHERE e.sheet_id = s.id ORDER BY 1) AS criteria
     FROM score_sheet s JOIN person p ON p.id = s.person_id WHERE s.state = 'draft' ORDER BY s.id`,
  )
  return found.rows
}
/** Version, and first entry, of sheets as the database holds them. */
async function storedOf(bench: Bench, used: readonly Draft[]): Promise<ReadonlyMap<string, Stored>> {
  const found = await bench.client.query<Stored>(
    `SELECT s.id, s.version, e.level, coalesce(e.comment, '') AS comment FROM score_sheet s
     JOIN LATERAL (SELECT level, comment FROM score WHERE sheet_id = s.id ORDER BY criterion LIMIT 1) e ON true
     WHERE s.id = ANY ($1)`,
    [used.map(({ id }) => id)],
  )
  return new Map(found.rows.map((row) => [row.id, row]))
}

type Fields = (draft: Draft, level: number, turn: number) => Record<string, string>
const oneField: Fields = ({ criteria }, level) => ({ [`scores.${criteria[0]}`]: String(level) })
const commentOf = (turn: number): string =>
  `${'Constaté dans le dossier et vérifié sur pièces. '.repeat(12)}(${turn})`
const everyField: Fields = ({ criteria }, level, turn) => ({
  ...Object.fromEntries(
    criteria.flatMap((code) => [
      [`scores.${code}`, String(level)],
      [`comments.${code}`, commentOf(turn)],
    ]),
  ),
  remark: `${'Remarque pour la délibération. '.repeat(20)}(${turn})`,
  privateNotes: `${'Note. '.repeat(60)}(${turn})`,
  confidence: 'high',
})

/**
 * Each lane writes a sheet of its own, each time another level than before, and carries the version on that it heard.
 * Afterwards the database is asked: as many versions more as answers, and in each sheet what was sent last.
 */
async function write(bench: Bench, used: readonly Draft[], seconds: number, fields: Fields): Promise<Sample> {
  const call: Caller = callerOf(bench.stack.origin)
  const before = await storedOf(bench, used)
  const at = used.map(({ id }) => before.get(id)?.version ?? 0)
  const last: { level: number; comment: string | undefined }[] = []
  const { levels } = bench.loaded
  const sample = await repeat(used.length, seconds, async (lane) => {
    const [draft, turn] = [used[lane], at[lane] ?? 0]
    const level = levels[turn % levels.length]
    if (!draft || level === undefined) return null
    const sent = fields(draft, level, turn)
    const { status, body } = await call(`/fr/jury/sheets/${draft.id}`, {
      method: 'POST',
      headers: { ...ownForm(bench.stack.origin, cookieOf(draft.mailbox)), 'x-autosave': '1' },
      body: new URLSearchParams({ version: String(turn), ...sent }).toString(),
    })
    const told = /"version":(\d+)/.exec(body)?.[1]
    if (status !== 200 || Number(told) !== turn + 1) return false
    at[lane] = turn + 1
    last[lane] = { level, comment: sent[`comments.${draft.criteria[0]}`] }
    return true
  })
  const after = await storedOf(bench, used)
  const sum = (of: ReadonlyMap<string, Stored>): number =>
    [...of.values()].reduce((all, { version }) => all + version, 0)
  const lost = Math.abs(sum(after) - sum(before) - sample.times.length)
  const wrong = used.filter(({ id }, lane) => {
    const [kept, sent] = [after.get(id), last[lane]]
    return (
      sent !== undefined && (kept?.level !== sent.level || (sent.comment ?? kept.comment) !== kept.comment)
    )
  }).length
  return { ...sample, errors: sample.errors + lost + wrong }
}

async function save(
  bench: Bench,
  of: { readonly id: string; readonly what: string; readonly fields: Fields },
  musts: Readonly<Record<number, Must>>,
): Promise<void> {
  const all = await drafts(bench)
  for (const concurrency of [1, 8, 32]) {
    const wanted = musts[concurrency] ?? none
    if (bench.targetsOnly && wanted === none) continue
    const { id, what, fields } = of
    await measure(bench, { id, what, concurrency, generator: OWN_LOOP, ...wanted }, (seconds) =>
      write(bench, all.slice(0, concurrency), seconds, fields),
    )
  }
}
export const autosave = (bench: Bench) =>
  save(
    bench,
    { id: 'L5', what: 'score autosave of one field, distinct sheets', fields: oneField },
    {
      8: must('>= 150 rps, p95 <= 100 ms', ({ rps, p95 }) => rps >= 150 && p95 <= 100),
      32: must('>= 150 rps, p95 <= 250 ms', ({ rps, p95 }) => rps >= 150 && p95 <= 250),
    },
  )
export const wholeSheet = (bench: Bench) =>
  save(
    bench,
    { id: 'L6', what: 'full sheet with texts, distinct sheets', fields: everyField },
    { 8: must('>= 100 rps, p95 <= 150 ms', ({ rps, p95 }) => rps >= 100 && p95 <= 150) },
  )
/** Eight sheets that save one field each, again and again, beside another measure. */
export const savingBeside = async (bench: Bench, seconds: number): Promise<Sample> =>
  write(bench, (await drafts(bench)).slice(64, 72), seconds, oneField)
