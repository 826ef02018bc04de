import { loadEvidence, storeRemoval } from '#app/adapters/db/evidence.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { evidenceOpen, type OpenReason } from '#app/domain/evidence/evidence.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { entryOf } from '#app/domain/nomination/nomination.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'

export type RemoveEvidenceReason = PermitReason | OpenReason
type Removed = Act<{ readonly evidenceId: string }>

/** Takes a file out of the draft. Its row and its bytes stay: a deposited version may name them. */
export const removeEvidence = (
  ctx: Context,
  actor: Actor,
  input: { readonly nominationId: string; readonly evidenceId: string },
): Promise<Result<Removed, RemoveEvidenceReason>> =>
  run<Removed, RemoveEvidenceReason>(
    ctx,
    actor,
    { db: 'applicant', role: 'applicant' },
    async ({ tx, now }) => {
      const found = await loadNomination(tx, input.nominationId, 'lock')
      if (!found) return refuse('not-found')
      const permit = permitOnNomination(actor, 'nomination.attach', found)
      if (!permit.ok) return permit
      const { nomination, campaign, closesAt } = found
      const piece = (await loadEvidence(tx, nomination.id)).find(({ id }) => id === input.evidenceId)
      if (!piece) return refuse('not-found')
      const open = evidenceOpen({ state: nomination.state, phase: campaign.phase, closesAt, now })
      if (!open.ok) return open
      await storeRemoval(tx, piece.id, now)
      const entry = entryOf('evidenceRemoved', nomination, { evidence: piece.id, sha256: piece.sha256 })
      return ok({ evidenceId: piece.id, entries: [entry], notices: [] })
    },
  )
