import { randomUUID } from 'node:crypto'
import type { SeatRole } from '#app/domain/access/actor.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { GIVEN_OPENING, type GivenCampaign } from './given-campaign.ts'
import { START, type Writer } from './writer.ts'

/** Seats, nominations and who reads what. */
export function givenFiles({ insert, next }: Writer) {
  const seat = async (of: {
    campaign: string
    person?: string
    code?: string
    role?: SeatRole
    state?: string
    institution?: string
    charterSigned?: boolean
  }): Promise<{ id: string }> => {
    const id = randomUUID()
    const number = next()
    await insert('seat', {
      id,
      campaign_id: of.campaign,
      code: of.code ?? `s${number}`,
      role: of.role ?? 'juror',
      label: { ar: `مقعد ${number}`, fr: `Siège ${number}` },
      institution_id: of.institution ?? null,
      categories: [],
      languages: [],
      state: of.state ?? (of.person === undefined ? 'vacant' : 'accepted'),
      person_id: of.person ?? null,
      charter_signed_at: of.charterSigned === false ? null : START,
    })
    return { id }
  }

  const nomination = async (of: {
    campaign: GivenCampaign
    administration: string
    category?: string
    state?: string
    title?: { ar?: string; fr?: string }
    submittedAt?: Instant
    createdBy?: string
  }): Promise<{ id: string; reference: string }> => {
    const [id, number] = [randomUUID(), next()]
    const reference = `EMT-2026-${String(number).padStart(4, '0')}`
    const state = of.state ?? 'draft'
    const unsent = state === 'draft' || state === 'awaiting_visa'
    await insert('nomination', {
      id,
      campaign_id: of.campaign.id,
      category_id:
        of.category === undefined
          ? Object.values(of.campaign.categories)[0]
          : of.campaign.categories[of.category],
      administration_id: of.administration,
      reference,
      state,
      title: of.title ?? { ar: `خدمة تجريبية ${number}`, fr: `Service de démonstration ${number}` },
      submitted_at: unsent ? null : new Date(of.submittedAt ?? GIVEN_OPENING + number * 60_000),
      created_at: START,
      created_by: of.createdBy ?? randomUUID(),
    })
    return { id, reference }
  }

  const assignment = async (of: { seat: string; nomination: string }): Promise<{ id: string }> => {
    const id = randomUUID()
    await insert('assignment', {
      id,
      seat_id: of.seat,
      nomination_id: of.nomination,
      explanation: { manual: true },
      assigned_at: START,
      assigned_by: randomUUID(),
    })
    return { id }
  }

  return { seat, nomination, assignment }
}
