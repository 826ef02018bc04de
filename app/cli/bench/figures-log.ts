import { createHash } from 'node:crypto'
import type pg from 'pg'
import { utf8 } from '#app/domain/audit/bytes.ts'
import { appendLeaf, EMPTY_LOG, frontierRoot } from '#app/domain/audit/frontier.ts'
import { leafHash, treeRoot } from '#app/domain/audit/log.ts'
import { leafOf, Tree } from '#app/verifier/tree.ts'

/** What 100,000 entries cost: seconds, megabytes, and milliseconds that one act holds the log. */
export type LogFigures = {
  readonly id: 'figures-log'
  readonly entries: number
  readonly treeSeconds: number
  readonly verifySeconds: number
  readonly databaseEntries: number
  readonly databaseSeconds: number
  readonly perActMs: number
  readonly peakMiB: number
  readonly target: string
  readonly met: boolean
}

/** Entries of one statement when the database is filled; an act has one or two. */
const BATCH = 500
const ACTS = 200
const LONGEST_S = 20

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const seconds = (since: number): number => Math.round((performance.now() - since) / 10) / 100
const textAt = (at: number): string => `{"act":"scoreSheetSaved","facts":{"n":"${at}"},"treeIndex":${at}}`

/** Appended one by one, then recomputed by the other implementation; both must reach the same root. */
function pureTree(entries: number): {
  readonly treeSeconds: number
  readonly verifySeconds: number
  readonly agree: boolean
} {
  const texts = Array.from({ length: entries }, (_, at) => textAt(at))
  const began = performance.now()
  let log = EMPTY_LOG
  for (const text of texts) log = appendLeaf(sha256, log, leafHash(sha256, utf8(text)))
  const root = Buffer.from(frontierRoot(sha256, log))
  const treeSeconds = seconds(began)
  const again = performance.now()
  const tree = new Tree()
  for (const text of texts) tree.append(leafOf(Buffer.from(text)))
  const verifySeconds = seconds(again)
  const whole = treeRoot(
    sha256,
    texts.map((text) => leafHash(sha256, utf8(text))),
  )
  return { treeSeconds, verifySeconds, agree: tree.root().equals(root) && root.equals(Buffer.from(whole)) }
}

const rowAt = (at: number) => ({
  at: '2026-06-01T08:00:00.000Z',
  actorId: '00000000-0000-4000-8000-000000000000',
  role: 'system',
  act: 'scoreSheetSaved',
  subjectType: 'bench',
  subjectId: `${at}`,
  campaignId: null,
  facts: { n: `${at}` },
  requestId: 'bench',
  address: null,
  disclosed: false,
  text: `{"act":"scoreSheetSaved","facts":{"n":"${at}"}}`,
})

async function append(client: pg.ClientBase, from: number, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => rowAt(from + at))
  await client.query('SELECT append_audit_entries($1::jsonb)', [JSON.stringify(rows)])
}

/** The same number through PostgreSQL in large statements, then single acts, each with its own commit. */
async function throughPostgres(
  client: pg.ClientBase,
  entries: number,
): Promise<{ readonly all: number; readonly perActMs: number }> {
  const began = performance.now()
  for (let from = 0; from < entries; from += BATCH) await append(client, from, BATCH)
  const all = seconds(began)
  const single = performance.now()
  for (let at = 0; at < ACTS; at += 1) await append(client, entries + at, 1)
  return { all, perActMs: Math.round((performance.now() - single) / (ACTS / 100)) / 100 }
}

/** One JSON line's worth. The client is the owner of a fresh, migrated database that the caller drops afterwards. */
export async function figuresLog(client: pg.ClientBase, entries = 100_000): Promise<LogFigures> {
  const { treeSeconds, verifySeconds, agree } = pureTree(entries)
  const { all, perActMs } = await throughPostgres(client, entries)
  return {
    id: 'figures-log',
    entries,
    treeSeconds,
    verifySeconds,
    databaseEntries: entries + ACTS,
    databaseSeconds: all,
    perActMs,
    peakMiB: Math.round(process.memoryUsage.rss() / 1024 / 1024),
    target: `appended and verified within ${LONGEST_S} s`,
    met: agree && treeSeconds + verifySeconds < LONGEST_S,
  }
}
