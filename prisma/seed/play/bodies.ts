import { administrationsNamed, administrationState } from '#app/adapters/db/administrations.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import type { MandateRole } from '#app/domain/access/actor.ts'
import type { AdministrationType } from '#app/domain/administration/administration.ts'
import { approveAdministration } from '#app/services/administration/approve-administration.ts'
import { grantMandate } from '#app/services/administration/grant-mandate.ts'
import { requestAdministration } from '#app/services/administration/request-administration.ts'
import { requestMandate } from '#app/services/administration/request-mandate.ts'
import { must } from './must.ts'
import { actorFor, type Stage } from './stage.ts'

export type BodyName = { readonly ar: string; readonly fr: string }
/** The version of a row that nobody has touched since it was asked for. */
const AS_ASKED = 1
export type AskedBody = { readonly name: BodyName; readonly type?: AdministrationType }

/** A mandate asked for by the person and granted by the administrator: the body is entered first when it is new. */
export async function mandateFor(
  stage: Stage,
  by: { readonly personId: string; readonly administratorId: string },
  asked: AskedBody & { readonly role: MandateRole },
): Promise<string> {
  const { ctx } = stage
  const actor = await actorFor(stage, by.personId)
  const administrator = await actorFor(stage, by.administratorId)
  const { administrationId, mandateId } = await ask(stage, actor, asked)
  if ((await administrationState(ctx.db.office as Tx, administrationId)) === 'requested') {
    const body = { administrationId, version: AS_ASKED }
    must(`approve ${asked.name.fr}`, await approveAdministration(ctx, administrator, body))
  }
  const mandate = { mandateId, version: AS_ASKED, expiresAt: null }
  must('grant mandate', await grantMandate(ctx, administrator, mandate))
  return administrationId
}

async function ask(
  { ctx }: Stage,
  actor: Parameters<typeof requestMandate>[1],
  { name, type = 'public_establishment', role }: AskedBody & { readonly role: MandateRole },
): Promise<{ readonly administrationId: string; readonly mandateId: string }> {
  const [known] = await administrationsNamed(ctx.db.office as Tx, name)
  if (known !== undefined) {
    const requested = await requestMandate(ctx, actor, { administrationId: known.id, role })
    return { administrationId: known.id, mandateId: must(`mandate ${name.fr}`, requested).mandateId }
  }
  const asked = await requestAdministration(ctx, actor, { name, acronym: null, type, parentId: null, role })
  return must(`enter ${name.fr}`, asked)
}

const TYPES: readonly (readonly [RegExp, AdministrationType])[] = [
  [/^(minist|secrétariat d'état|secrétariat général)/i, 'ministry'],
  [/^(direction|département|trésorerie|administration des douanes)/i, 'department'],
  [/^(agence|anapec|anrt|anam)/i, 'agency'],
  [/^(commune)/i, 'commune'],
  [/^(wilaya)/i, 'province'],
  [/^(fondation)/i, 'foundation'],
  [/(portnet|autoroutes|royal air maroc)/i, 'state_company'],
]
/** The kind of body that a name of the record tells; every other one is a public establishment. */
export const typeOf = (name: string): AdministrationType =>
  TYPES.find(([pattern]) => pattern.test(name))?.[1] ?? 'public_establishment'
