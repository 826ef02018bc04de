import type { Actor } from '#app/domain/access/actor.ts'
import { atOnce } from '../play/at-once.ts'
import { mandateFor } from '../play/bodies.ts'
import { type Cast, player } from '../play/cast.ts'
import { actorFor, type Stage } from '../play/stage.ts'
import { BODIES } from './bodies.ts'

export type Applicant = { readonly administrationId: string; readonly signatory: Actor }

/**
 * The invented bodies with who signs for them. The first one has an editor besides: the two people of the list with
 * whom a newcomer tries an applicant's screens.
 */
export async function castApplicants(stage: Stage, cast: Cast): Promise<readonly Applicant[]> {
  const administratorId = cast.administrator.personId
  const made = await atOnce(BODIES, 3, async (body, at) => {
    const who =
      at === 0
        ? cast.signatory
        : await player(stage, `signataire.${at + 1}`, `Signataire ${at + 1}`, { isExtra: true })
    const by = { personId: who.personId, administratorId }
    const administrationId = await mandateFor(stage, by, { ...body, role: 'signatory' })
    return { administrationId, personId: who.personId }
  })
  const [first] = BODIES
  if (first)
    await mandateFor(stage, { personId: cast.editor.personId, administratorId }, { ...first, role: 'editor' })
  return atOnce(made, 3, async ({ administrationId, personId }) => ({
    administrationId,
    signatory: await actorFor(stage, personId),
  }))
}
