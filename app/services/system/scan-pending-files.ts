import { filesToScan, storeScanState } from '#app/adapters/db/evidence.ts'
import type { Context } from '../context.ts'

/** A timed act: files that arrived while the scanner did not answer are scanned now; it may still be silent. */
export async function scanPendingFiles(ctx: Context): Promise<number> {
  let settled = 0
  for (const file of await filesToScan(ctx.db.office)) {
    const opened = await ctx.files.open(file.storageKey, { sha256: file.sha256 })
    if (!opened.ok) {
      ctx.log.error({ fileId: file.id, reason: opened.reason }, 'a stored file cannot be read')
      continue
    }
    const verdict = await ctx.scanner.scan(opened.value as unknown as AsyncIterable<Uint8Array>)
    if (verdict.state === 'unavailable') return settled
    await storeScanState(ctx.db.office, file.id, verdict.state)
    settled += 1
  }
  return settled
}
