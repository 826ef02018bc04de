import { type FileAround, leave, loadFileAround, seeAndTell } from '#app/adapters/db/presence.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { type PersonHere, placeOf, type PresenceSide } from '#app/domain/nomination/presence.ts'
import type { Context } from '../context.ts'

type Said = {
  readonly nominationId: string
  readonly side: PresenceSide
  /** The code of a section; anything else is nowhere in particular. */
  readonly place: string
  readonly leaving: boolean
}

/** A mandate opens the team's side, the right to the clerk's page the office's; a clerk in conflict has neither. */
function mayBeThere(actor: Actor, side: PresenceSide, around: FileAround): boolean {
  const { campaignId, phase, administrationId, partnerIds } = around
  const mandated = actor.mandates.some((mandate) => mandate.administrationId === administrationId)
  const conflicted =
    mandated || actor.mandates.some((mandate) => partnerIds.includes(mandate.administrationId))
  const facts = { campaignId, phase, administrationId }
  return side === 'team'
    ? mandated && decide(actor, 'nomination.read', { ...facts, recused: false }).ok
    : decide(actor, 'screening.read-file', { ...facts, recused: conflicted }).ok
}

/**
 * Says that somebody has a file open (or has closed it) and hears who else of their side has. No act: nothing is decided,
 * so nothing is written in the trail.
 */
export async function bePresent(
  { db }: Context,
  actor: Actor,
  { nominationId, side, place, leaving }: Said,
): Promise<Result<readonly PersonHere[], 'not-found'>> {
  const client = side === 'team' ? db.applicant : db.office
  const around = await loadFileAround(client, nominationId)
  if (!around || !mayBeThere(actor, side, around)) return refuse('not-found')
  const seen = { nominationId, side, personId: actor.personId }
  if (!leaving) return ok(await seeAndTell(client, { ...seen, place: placeOf(place) }))
  await leave(client, seen)
  return ok([])
}
