import { storedFilesAfter } from '#app/adapters/db/evidence.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import { ok } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { run } from '../run.ts'

/** Files asked of the database at once. */
const PART = 200

export type Scrubbed = {
  readonly read: number
  readonly faults: readonly { readonly id: string; readonly reason: string }[]
}

/** Whether a stored file is there and still the one whose digest was kept at its upload. */
async function faultOf(ctx: Context, file: { storageKey: string; sha256: string }): Promise<string | null> {
  const opened = await ctx.files.open(file.storageKey, { sha256: file.sha256 })
  if (!opened.ok) return opened.reason
  await opened.value.cancel()
  return null
}

/**
 * A nightly act: reads every stored file from beginning to end, since one that nobody opens could lie altered for years
 * (T53). What it finds is told in the log of the machine and, as one entry, in the log of acts.
 */
export async function scrubFiles(ctx: Context): Promise<Scrubbed> {
  const faults: { id: string; reason: string }[] = []
  let read = 0
  for (let after: string | null = null; ;) {
    const files = await storedFilesAfter(ctx.db.office, after, PART)
    for (const file of files) {
      const reason = await faultOf(ctx, file)
      if (reason !== null) faults.push({ id: file.id, reason })
    }
    read += files.length
    after = files.at(-1)?.id ?? null
    if (files.length < PART) break
  }
  if (faults.length > 0) {
    ctx.log.error({ faults }, 'stored files are not the ones that were uploaded')
    await run(ctx, SYSTEM_ACTOR, { db: 'office', role: 'system' }, () =>
      Promise.resolve(ok({ entries: faults.map(alteredEntry), notices: [] })),
    )
  }
  return { read, faults }
}

const alteredEntry = ({ id, reason }: Scrubbed['faults'][number]): EntryDraft => ({
  act: 'storedFileFaulty',
  subject: { type: 'stored-file', id },
  campaignId: null,
  facts: { reason },
})
