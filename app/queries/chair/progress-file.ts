import type { Actor } from '#app/domain/access/actor.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Cell } from '#app/services/ports.ts'
import { progress } from './progress.ts'
import { FILES_A_READ } from './progress-rows.ts'

/** The whole progress of the jury as one CSV: juror by file, a state, never a score. */
export async function progressFile(
  ctx: Context,
  actor: Actor,
  campaignId: string,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const rows: (readonly Cell[])[] = []
  for (let after: string | null = null; ;) {
    const found = await progress(ctx, actor, { campaignId, after, size: FILES_A_READ })
    if (!found.ok) return found
    const { jurors, page } = found.value
    for (const { reference, cells } of page.rows) {
      jurors.forEach(({ name, label }, at) =>
        rows.push([name ?? label.fr ?? label.ar ?? '', reference, cells[at]?.state ?? 'notAssigned']),
      )
    }
    if (page.next === null) break
    after = page.next
  }
  const parts: Uint8Array[] = []
  for await (const part of ctx.workbook.csv(['juror', 'reference', 'state'], rows)) parts.push(part)
  return ok({ name: 'progress.csv', bytes: Buffer.concat(parts) })
}
