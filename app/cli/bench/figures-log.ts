import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { appendEntries } from '#app/adapters/db/audit.ts'
import type { Db } from '#app/adapters/db/client.server.ts'
import { inTransaction } from '#app/adapters/db/transaction.server.ts'
import { createCrypto } from '#app/adapters/crypto/crypto.server.ts'
import { openSigner } from '#app/adapters/crypto/signer.server.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import { wholeLog } from '#app/queries/exports/log-file.ts'
import { makeCheckpoint } from '#app/services/checkpoint.ts'
import type { Signer } from '#app/services/ports.ts'
import { openLog } from '#app/verifier/open-log.ts'
import { verifyLog } from '#app/verifier/verify-log.ts'

/** What a log of so many entries costs: seconds, megabytes, and milliseconds that one act holds the log. */
export type LogFigures = {
  readonly id: 'F5'
  readonly what: string
  readonly target: string
  readonly entries: number
  readonly appendSeconds: number
  readonly perActMs: number
  readonly exportSeconds: number
  readonly fileMiB: number
  /** From the file alone: read, every text hashed again, the tree built, the signature checked. */
  readonly verifySeconds: number
  readonly rssMiB: number
  readonly failures: readonly string[]
  readonly met: boolean
}

/** Entries of one transaction while the log is filled; an act has one or two, as the last ones have. */
const BATCH = 500
const ACTS = 200
const LONGEST_S = 20

const seconds = (since: number): number => Math.round((performance.now() - since) / 10) / 100
const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20)

const draftAt = (at: number): EntryDraft => ({
  act: 'scoreSheetSaved',
  subject: { type: 'bench', id: `${at}` },
  campaignId: null,
  facts: { version: at },
})

type Filled = { readonly appendSeconds: number; readonly perActMs: number }

/** Through the platform's own appending, then signed as at a change of phase. */
async function fill(db: Db, signer: Signer, entries: number): Promise<Filled> {
  const crypto = createCrypto('a secret of the benchmark, at least thirty-two characters')
  const unit = (count: number, from: number): Promise<Result<null>> =>
    inTransaction(db.office, SYSTEM_ACTOR.personId, async (tx, now) => {
      const drafts = Array.from({ length: count }, (_, at) => draftAt(from + at))
      await appendEntries(tx, drafts, { actor: SYSTEM_ACTOR, role: 'system', now, crypto })
      return ok(null)
    })
  const acts = Math.min(ACTS, entries)
  const began = performance.now()
  for (let from = 0; from < entries - acts; from += BATCH)
    await unit(Math.min(BATCH, entries - acts - from), from)
  const single = performance.now()
  for (let at = entries - acts; at < entries; at += 1) await unit(1, at)
  const perActMs = Math.round((performance.now() - single) / (acts / 100)) / 100
  const appendSeconds = seconds(began)
  const signed = await inTransaction(db.office, SYSTEM_ACTOR.personId, (tx, now) =>
    makeCheckpoint({ tx, now }, { crypto, signer }, { cause: 'daily', campaignId: null }),
  )
  if (!signed.ok) throw new Error(signed.reason)
  return { appendSeconds, perActMs }
}

/**
 * Appends `entries` acts to the empty log of a fresh, migrated database, writes the auditor's file of it, and verifies that
 * file as `npm run verify -- --log` does.
 */
export async function figuresLog(db: Db, entries = 100_000): Promise<LogFigures> {
  const folder = await mkdtemp(path.join(tmpdir(), 'figures-log-'))
  try {
    const signer = await openSigner({
      ...{ key: undefined, file: path.join(folder, 'key.pem'), name: 'bench.example/log' },
    })
    const filled = await fill(db, signer, entries)
    const file = path.join(folder, 'log.jsonl')
    const writing = performance.now()
    await writeFile(file, wholeLog(db.office, signer.verifierKey, SYSTEM_ACTOR.personId))
    const exportSeconds = seconds(writing)
    const verifying = performance.now()
    const log = openLog(file)
    const { failures } = verifyLog(log, { key: signer.verifierKey, checkpoints: [] })
    const verifySeconds = seconds(verifying)
    const told = log.lines.filter(({ entry }) => entry !== null).length
    return {
      ...{
        id: 'F5',
        what: `${entries} log entries appended and verified`,
        target: `verified in ${LONGEST_S} s`,
      },
      ...{ entries: told, ...filled, exportSeconds, verifySeconds },
      fileMiB: mebibytes((await stat(file)).size),
      rssMiB: mebibytes(process.memoryUsage.rss()),
      failures: failures.map(({ sentence }) => sentence),
      met: failures.length === 0 && told === entries && verifySeconds < LONGEST_S,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
