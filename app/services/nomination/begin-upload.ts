import { loadEvidence } from '#app/adapters/db/evidence.ts'
import { beginIncoming } from '#app/adapters/db/incoming-uploads.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { type Announced, announceEvidence, MOST_ON_THE_WAY } from '#app/domain/evidence/announced.ts'
import type { AttachReason } from '#app/domain/evidence/evidence.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { evidenceClaims } from './evidence-claims.ts'
import type { Context } from '../context.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'

/** Where an upload stands: its id, and how many of its bytes are here. */
export type Begun = { readonly uploadId: string; readonly received: number }

/**
 * Announces a file whose parts will follow, or finds the same one begun before, which goes on where it stopped. No act:
 * nothing is in the dossier until the last part has come, and that is decided again then.
 */
export async function beginUpload(
  ctx: Context,
  actor: Actor,
  { nominationId, ...file }: Announced & { readonly nominationId: string },
): Promise<Result<Begun, AttachReason | PermitReason | 'uploads-waiting'>> {
  const client = ctx.db.applicant
  const found = await loadNomination(client, nominationId, 'read')
  if (!found) return refuse('not-found')
  const permit = permitOnNomination(actor, 'nomination.attach', found)
  if (!permit.ok) return permit
  const { nomination, campaign, closesAt } = found
  const announced = announceEvidence(
    {
      state: nomination.state,
      phase: campaign.phase,
      closesAt,
      now: await awardNow(client),
      limits: campaign.regulation.participation.evidence,
      attached: await loadEvidence(client, nominationId),
      claims: evidenceClaims,
    },
    file,
  )
  if (!announced.ok) return announced
  const { title, claim, fileName, size, sha256 } = announced.value
  const mine = { id: ctx.ids.uuid(), nominationId, personId: actor.personId }
  const begun = await beginIncoming(client, { ...mine, title, claim, fileName, size, sha256 })
  return begun
    ? ok({ uploadId: begun.id, received: begun.received })
    : refuse('uploads-waiting', { limit: MOST_ON_THE_WAY })
}
