import type { Actor } from '#app/domain/access/actor.ts'
import { acceptInvitation } from '#app/services/account/accept-invitation.ts'
import { constitutePanel } from '#app/services/jury/constitute-panel.ts'
import { inviteJuror } from '#app/services/jury/invite-juror.ts'
import { nameSeat } from '#app/services/jury/name-seat.ts'
import { signCharter } from '#app/services/jury/sign-charter.ts'
import type { Cast, Player } from './cast.ts'
import { must } from './must.ts'
import { actorFor, type Stage } from './stage.ts'

const CHARTER = 'Charte du jury (démonstration) : indépendance, secret, déclaration des intérêts.'

/** The people of the cast by the codes of their seats. */
export const holders = (cast: Cast): readonly (readonly [string, Player])[] => [
  ['chair', cast.chair],
  ['deputy', cast.deputy],
  ...cast.jurors.map((juror, at) => [`j${at + 1}`, juror] as const),
]

/** Makes the seats of the regulation, asks their holders, who accept and sign the charter. */
export async function seatJury(stage: Stage, cast: Cast, campaignId: string): Promise<void> {
  const { ctx } = stage
  const organiser = await actorFor(stage, cast.organiser.personId)
  must('constitute the panel', await constitutePanel(ctx, organiser, { campaignId }))
  const seats = await ctx.db.office.seat.findMany({
    where: { campaignId },
    select: { id: true, code: true, version: true },
  })
  for (const [code, holder] of holders(cast)) {
    const seat = seats.find((one) => one.code === code)
    if (seat === undefined) continue
    await fillSeat(stage, organiser, { ...seat, campaignId }, holder)
    const member = await actorFor(stage, holder.personId)
    must(`charter of ${code}`, await signCharter(ctx, member, { campaignId, charterText: CHARTER }))
  }
}

async function fillSeat(
  stage: Stage,
  organiser: Actor,
  { id: seatId, version, campaignId }: { readonly id: string; readonly version: number; readonly campaignId: string },
  holder: Player,
): Promise<void> {
  const { ctx } = stage
  const { name, email, personId } = holder
  const naming = { holder: { name, email }, alternate: null, institutionId: null, categories: [] }
  must(`name ${name}`, await nameSeat(ctx, organiser, { seatId, version, ...naming }))
  const linkTo = (locale: string, token: string): string =>
    `${ctx.origin}/${locale}/account/invitation/${token}`
  // The naming was the first change of the seat as it was read.
  const asked = { seatId, version: version + 1, linkTo }
  must(`invite ${name}`, await inviteJuror(ctx, organiser, asked))
  const token = await tokenInLetter(stage, email, campaignId)
  must(`${name} accepts`, await acceptInvitation(ctx, await actorFor(stage, personId), { token, email }))
}

/** The secret of an invitation is kept nowhere but in its letter: the invited person reads it there. */
async function tokenInLetter({ ctx }: Stage, email: string, campaignId: string): Promise<string> {
  const letter = await ctx.db.office.outbox.findFirst({
    where: { notice: 'invitation-seat', email, campaignId },
    select: { facts: true },
    orderBy: { id: 'desc' },
  })
  const facts = letter?.facts as { readonly token?: unknown } | undefined
  if (typeof facts?.token !== 'string') throw new Error(`no invitation was sent to ${email}`)
  return facts.token
}
