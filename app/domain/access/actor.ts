import type { Locale } from '../kernel/localized.ts'

/** Roles granted for one campaign (or, for `administrator`, for the installation). */
export const OFFICE_ROLES = ['secretariat', 'organiser', 'publisher', 'auditor', 'administrator'] as const
export type OfficeRole = (typeof OFFICE_ROLES)[number]
export const SEAT_ROLES = ['juror', 'chair', 'deputy', 'expert'] as const
export type SeatRole = (typeof SEAT_ROLES)[number]
export const MANDATE_ROLES = ['editor', 'signatory'] as const
export type MandateRole = (typeof MANDATE_ROLES)[number]

export type OfficeGrant = { readonly role: OfficeRole; readonly campaignId: string | null }
export type SeatHeld = {
  readonly seatId: string
  readonly campaignId: string
  readonly role: SeatRole
  readonly accepted: boolean
}
export type MandateHeld = {
  readonly mandateId: string
  readonly administrationId: string
  readonly role: MandateRole
}

/** Who acts, with every right read afresh from the database for this request. */
export type Actor = {
  readonly personId: string
  readonly name: string
  readonly locale: Locale
  readonly secondFactor: boolean
  readonly grants: readonly OfficeGrant[]
  readonly seats: readonly SeatHeld[]
  readonly mandates: readonly MandateHeld[]
  /** Where the request came from, for the audit entry. */
  readonly origin: { readonly requestId: string; readonly address: string | null }
}

/** The platform itself: timed acts and jobs. */
export const SYSTEM_ACTOR: Actor = {
  personId: '00000000-0000-0000-0000-000000000000',
  name: 'system',
  locale: 'ar',
  secondFactor: true,
  grants: [],
  seats: [],
  mandates: [],
  origin: { requestId: 'system', address: null },
}
export const isSystem = (actor: Actor): boolean => actor.personId === SYSTEM_ACTOR.personId

export const holdsGrant = (actor: Actor, role: OfficeRole, campaignId: string | null): boolean =>
  actor.grants.some(
    (grant) => grant.role === role && (grant.campaignId === campaignId || role === 'administrator'),
  )
export const seatIn = (actor: Actor, campaignId: string): SeatHeld | undefined =>
  actor.seats.find((seat) => seat.campaignId === campaignId && seat.accepted)
export const mandateFor = (actor: Actor, administrationId: string): MandateHeld | undefined =>
  actor.mandates.find(
    (mandate) => mandate.administrationId === administrationId && mandate.role === 'signatory',
  ) ?? actor.mandates.find((mandate) => mandate.administrationId === administrationId)
