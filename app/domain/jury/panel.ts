import type { Actor, SeatRole } from '../access/actor.ts'
import type { Act } from '../audit/acts.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Facts, Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'

/** One person asked to sit, as holder or alternate. */
export type Member = {
  readonly personId: string
  readonly answer: 'invited' | 'accepted' | 'declined'
  readonly invitedAt: Instant
  readonly answeredAt: Instant | null
}
/** A place on the jury. It belongs to an institution or to a person (product.md section 8). */
export type Seat = {
  readonly id: string
  readonly campaignId: string
  readonly code: string
  readonly role: SeatRole
  readonly institutionId: string | null
  /** Category codes the seat may score; null for all. */
  readonly categories: readonly string[] | null
  readonly holder: Member | null
  readonly alternate: Member | null
  readonly charterSignedAt: Instant | null
}
export type SeatChange = {
  readonly seat: Seat
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}
export type SeatPlace = 'holder' | 'alternate'

export const seatEntry = (act: Act, seat: Seat, facts: Facts): EntryDraft => ({
  act,
  subject: { type: 'seat', id: seat.id },
  campaignId: seat.campaignId,
  facts: { code: seat.code, ...facts },
})
const invitation = (seat: Seat, personId: string, place: SeatPlace): NoticeDraft => ({
  name: 'invitation-seat',
  to: { personId },
  campaignId: seat.campaignId,
  facts: { seatId: seat.id, code: seat.code, role: seat.role, place },
})

/**
 * Whether a seat may be for these categories and that institution: a category of another campaign would leave its juror
 * without any file, and an unknown body would hide none.
 */
export function fitsCampaign(
  naming: { readonly categories: readonly string[] },
  choices: { readonly categories: readonly string[]; readonly hasInstitution: boolean },
): Result<true, 'unknown-category' | 'unknown-institution'> {
  const unknown = naming.categories.find((code) => !choices.categories.includes(code))
  if (unknown !== undefined)
    return refuse('unknown-category', { category: unknown }, { categories: 'errors.choice' })
  return choices.hasInstitution
    ? ok(true)
    : refuse('unknown-institution', {}, { institutionId: 'errors.choice' })
}

/** Who sits: the holder who accepted, else nobody. An alternate sits only once promoted. */
export const sittingMember = (seat: Seat): Member | null =>
  seat.holder?.answer === 'accepted' ? seat.holder : null

export type InviteFacts = {
  readonly seat: Seat
  /** Persons already asked for a seat of this campaign who have not declined. */
  readonly seatedPersonIds: readonly string[]
  /** Live mandates of the person for an administration that competes in this campaign. */
  readonly competingMandates: readonly string[]
  /** Other hands that the person holds in this campaign (secretariat, publisher …). */
  readonly otherHands: readonly string[]
}
export type InviteReason = 'seat-filled' | 'already-seated' | 'mandate-in-campaign' | 'hands-not-separate'

/** Asks a person to hold a seat or stand by for it. A holder who declined may be replaced. */
export function inviteToSeat(
  facts: InviteFacts,
  place: SeatPlace,
  personId: string,
  now: Instant,
): Result<SeatChange, InviteReason> {
  const { seat } = facts
  const current = seat[place]
  if (current !== null && current.answer !== 'declined')
    return refuse('seat-filled', { code: seat.code, place })
  if (facts.seatedPersonIds.includes(personId)) return refuse('already-seated')
  if (facts.competingMandates.length > 0)
    return refuse('mandate-in-campaign', { administrations: facts.competingMandates })
  if (facts.otherHands.length > 0) return refuse('hands-not-separate', { roles: facts.otherHands })
  const member: Member = { personId, answer: 'invited', invitedAt: now, answeredAt: null }
  const invited: Seat = { ...seat, [place]: member, ...(place === 'holder' ? { charterSignedAt: null } : {}) }
  return ok({
    seat: invited,
    entry: seatEntry('seatInvited', invited, { personId, place }),
    notices: [invitation(invited, personId, place)],
  })
}

const placeOf = (seat: Seat, personId: string): SeatPlace | null => {
  if (seat.holder?.personId === personId) return 'holder'
  return seat.alternate?.personId === personId ? 'alternate' : null
}

/** The invited person agrees to sit or to stand by. Refused: nobody invited this person, or the answer is given. */
export function acceptSeat(
  seat: Seat,
  actor: Actor,
  now: Instant,
): Result<SeatChange, 'not-invited' | 'already-answered'> {
  const place = placeOf(seat, actor.personId)
  const member = place && seat[place]
  if (!place || !member) return refuse('not-invited')
  if (member.answer !== 'invited') return refuse('already-answered', { answer: member.answer })
  const accepted: Seat = { ...seat, [place]: { ...member, answer: 'accepted', answeredAt: now } }
  return ok({
    seat: accepted,
    entry: seatEntry('seatAccepted', accepted, { personId: actor.personId, place }),
    notices: [],
  })
}

/**
 * The person declines, or gives the seat up. When the holder does, the alternate is promoted: an alternate who had
 * accepted sits at once, another is asked again as holder. The charter is signed anew by whoever sits.
 */
export function declineSeat(
  seat: Seat,
  actor: Actor,
  now: Instant,
): Result<SeatChange, 'not-invited' | 'already-answered'> {
  const place = placeOf(seat, actor.personId)
  const member = place && seat[place]
  if (!place || !member) return refuse('not-invited')
  if (member.answer === 'declined') return refuse('already-answered', { answer: member.answer })
  const declined: Member = { ...member, answer: 'declined', answeredAt: now }
  const standby = seat.alternate?.answer === 'declined' ? null : seat.alternate
  const promoted = place === 'holder' ? standby : null
  const left: Seat = promoted
    ? { ...seat, holder: promoted, alternate: null, charterSignedAt: null }
    : { ...seat, [place]: declined }
  const facts = { personId: actor.personId, place, promoted: promoted?.personId ?? '' }
  const notices = promoted ? [invitation(left, promoted.personId, 'holder')] : []
  return ok({ seat: left, entry: seatEntry('seatDeclined', left, facts), notices })
}

/** The sitting member signs the charter, once, before any content opens. */
export function signCharter(
  seat: Seat,
  actor: Actor,
  charterHash: string,
  now: Instant,
): Result<SeatChange, 'not-seated' | 'charter-signed'> {
  if (sittingMember(seat)?.personId !== actor.personId) return refuse('not-seated')
  if (seat.charterSignedAt !== null) return refuse('charter-signed')
  const signed: Seat = { ...seat, charterSignedAt: now }
  return ok({
    seat: signed,
    entry: seatEntry('charterSigned', signed, { personId: actor.personId, charterHash }),
    notices: [],
  })
}

export type PanelGap = {
  readonly seatId: string
  readonly code: string
  readonly gap: 'unfilled' | 'charter-missing'
}

/** Seats that still block the evaluation: nobody sits, or the charter is not signed. Experts never block. */
export function panelGaps(seats: readonly Seat[]): readonly PanelGap[] {
  return seats.flatMap((seat): readonly PanelGap[] => {
    if (seat.role === 'expert') return []
    if (sittingMember(seat) === null) return [{ seatId: seat.id, code: seat.code, gap: 'unfilled' }]
    return seat.charterSignedAt === null ? [{ seatId: seat.id, code: seat.code, gap: 'charter-missing' }] : []
  })
}
