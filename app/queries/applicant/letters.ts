import { underAppeal } from '#app/adapters/db/appeals.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { documentLinks } from '../files/permitted-document.ts'
import { dossierScreen } from './dossier-screen.ts'

const LETTERS = [
  'receipt',
  'completion_request',
  'eligibility_decision',
  'appeal_decision',
  'disqualification',
  'result_notification',
  'feedback_letter',
  'laureate_certificate',
  'participation_certificate',
] as const
type Letter = (typeof LETTERS)[number]

/** A dossier with the documents that its administration received about it, of some kinds or of all. */
export async function dossierWithLetters(
  ctx: Context,
  actor: Actor,
  id: string,
  kinds: readonly Letter[] = LETTERS,
) {
  const screen = await dossierScreen(ctx, actor, id)
  if (!screen.ok) return screen
  const { head } = screen.value
  const refused = head.state === 'inadmissible'
  const appealed = refused && (await readAs(ctx.db.applicant, actor.personId, (tx) => underAppeal(tx, [id])))
  return ok({
    ...screen.value,
    head: { ...head, appealed: appealed !== false && appealed.has(id) },
    documents: await documentLinks(ctx, actor, [id], kinds),
  })
}
