import { uploadsOnTheWay } from '#app/adapters/db/incoming-uploads.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { dossierScreen } from './dossier-screen.ts'

/** The files of one dossier for its team, and what this person began to send and has not finished. */
export async function evidenceScreen(ctx: Context, actor: Actor, nominationId: string) {
  const screen = await dossierScreen(ctx, actor, nominationId)
  if (!screen.ok) return screen
  const { head, now, evidence, limits, can } = screen.value
  const waiting = can.write
    ? await uploadsOnTheWay(ctx.db.applicant, { nominationId, personId: actor.personId })
    : []
  return ok({
    head,
    now,
    evidence,
    limits,
    can,
    waiting: waiting.map(({ id, title, claim, fileName, size, received }) => ({
      id,
      title,
      claim,
      fileName,
      size,
      received,
    })),
  })
}
