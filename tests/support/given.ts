import { randomUUID } from 'node:crypto'
import type { Actor, OfficeRole, SeatRole } from '#app/domain/access/actor.ts'
import { canonicalJson, type JsonValue } from '#app/domain/audit/canonical-json.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { instant, type Instant } from '#app/domain/kernel/instant.ts'
import { createHash } from 'node:crypto'
import { aRegulation } from './builders/regulation.ts'
import type { TestDb } from './db.ts'

export type GivenCampaign = {
  readonly id: string
  readonly slug: string
  readonly regulationVersionId: string
  readonly regulation: Regulation
  /** Category code → row id. */
  readonly categories: Readonly<Record<string, string>>
}
export type GivenPerson = { readonly id: string; readonly email: string }

/** 2026-11-02T08:00Z: the instant at which given campaigns open unless told otherwise. */
export const GIVEN_OPENING: Instant = instant(Date.UTC(2026, 10, 2, 8))

/**
 * Writes the beginning of a story as rows, as the owner of the database. Each call gives back ids only; `actor`
 * reads the person's rights afresh, as a request would.
 */
export function createGiven(test: TestDb) {
  const { owner } = test
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
    const keys = Object.keys(row)
    const values = Object.values(row).map((value) =>
      typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value,
    )
    await owner.query(
      `INSERT INTO ${table} (${keys.join(', ')}) VALUES (${keys.map((_, index) => `$${index + 1}`).join(', ')})`,
      values,
    )
  }
  const START = new Date(Date.UTC(2026, 9, 1))
  let count = 0
  const next = (): number => (count += 1)

  const person = async (
    changes: { name?: string; email?: string; locale?: string } = {},
  ): Promise<GivenPerson> => {
    const [id, number] = [randomUUID(), next()]
    const email = changes.email ?? `person${number}@example.ma`
    await insert('person', {
      id,
      email,
      name: changes.name ?? `Personne ${number}`,
      locale: changes.locale ?? 'fr',
      email_verified_at: START,
      created_at: START,
    })
    return { id, email }
  }

  const administration = async (
    changes: { state?: string; type?: string; parentId?: string; name?: { ar: string; fr: string } } = {},
  ): Promise<{ id: string }> => {
    const [id, number] = [randomUUID(), next()]
    await insert('administration', {
      id,
      name: changes.name ?? {
        ar: `إدارة تجريبية ${number}`,
        fr: `Administration de démonstration ${number}`,
      },
      type: changes.type ?? 'agency',
      parent_id: changes.parentId ?? null,
      state: changes.state ?? 'approved',
      demonstration: true,
      created_at: START,
    })
    return { id }
  }

  const mandate = async (of: {
    person: string
    administration: string
    role?: 'editor' | 'signatory'
    state?: 'requested' | 'active' | 'refused' | 'revoked'
    expiresAt?: Instant
  }): Promise<{ id: string }> => {
    const id = randomUUID()
    await insert('mandate', {
      id,
      person_id: of.person,
      administration_id: of.administration,
      role: of.role ?? 'signatory',
      state: of.state ?? 'active',
      requested_at: START,
      expires_at: of.expiresAt === undefined ? null : new Date(of.expiresAt),
    })
    return { id }
  }

  const grant = async (of: { person: string; role: OfficeRole; campaign?: string }): Promise<void> =>
    insert('role_grant', {
      id: randomUUID(),
      person_id: of.person,
      role: of.role,
      campaign_id: of.campaign ?? null,
      granted_at: START,
      granted_by: of.person,
    })

  const campaign = async (
    changes: {
      phase?: Phase
      slug?: string
      year?: number
      opensAt?: Instant
      regulation?: Regulation
      synthetic?: boolean
    } = {},
  ): Promise<GivenCampaign> => {
    const [id, regulationVersionId, number] = [randomUUID(), randomUUID(), next()]
    const phase = changes.phase ?? 'nominations'
    const slug = changes.slug ?? `campagne-${number}`
    const regulation = changes.regulation ?? aRegulation({ opensAt: changes.opensAt ?? GIVEN_OPENING })
    const frozen = phase !== 'preparation'
    const text = canonicalJson(regulation as unknown as JsonValue)
    const hash = createHash('sha256')
      .update(text.ok ? text.value : '')
      .digest('hex')
    await insert('campaign', {
      id,
      year: changes.year ?? 2026,
      slug,
      award_name: regulation.awardName,
      organiser: regulation.organiser,
      phase,
      phase_since: START,
      opens_at: frozen ? new Date(regulation.calendar.nominationsOpen) : null,
      closes_at: frozen ? new Date(regulation.calendar.nominationsClose) : null,
      synthetic: changes.synthetic ?? false,
      sources: [],
      created_at: START,
    })
    await insert('regulation_version', {
      id: regulationVersionId,
      campaign_id: id,
      number: 1,
      state: frozen ? 'frozen' : 'draft',
      document: regulation,
      hash: frozen ? hash : null,
      created_at: START,
      created_by: randomUUID(),
      frozen_at: frozen ? START : null,
      adopted_hash: hash,
    })
    const categories: Record<string, string> = {}
    for (const [position, rule] of (frozen ? regulation.categories : []).entries()) {
      const categoryId = (categories[rule.code] = randomUUID())
      await insert('category', {
        id: categoryId,
        campaign_id: id,
        code: rule.code,
        name: rule.name,
        position,
      })
      for (const [place, slot] of rule.slots.entries()) {
        const { code, type, label } = slot
        await insert('prize_slot', {
          id: randomUUID(),
          category_id: categoryId,
          code,
          type,
          label,
          position: place,
        })
      }
    }
    return { id, slug, regulationVersionId, regulation, categories }
  }

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

  /** The actor a request of this person would be, every right read from the rows. */
  const actor = async (personId: string): Promise<Actor> => {
    const grants = await owner.query<{ role: OfficeRole; campaign_id: string | null }>(
      'SELECT role, campaign_id FROM role_grant WHERE person_id = $1 AND revoked_at IS NULL',
      [personId],
    )
    const seats = await owner.query<{ id: string; campaign_id: string; role: SeatRole; state: string }>(
      `SELECT id, campaign_id, role, state FROM seat WHERE person_id = $1 AND state IN ('invited', 'accepted')`,
      [personId],
    )
    const mandates = await owner.query<{
      id: string
      administration_id: string
      role: 'editor' | 'signatory'
    }>(`SELECT id, administration_id, role FROM mandate WHERE person_id = $1 AND state = 'active'`, [
      personId,
    ])
    return {
      personId,
      name: 'given',
      locale: 'fr',
      secondFactor: true,
      grants: grants.rows.map((row) => ({ role: row.role, campaignId: row.campaign_id })),
      seats: seats.rows.map((row) => ({
        seatId: row.id,
        campaignId: row.campaign_id,
        role: row.role,
        accepted: row.state === 'accepted',
      })),
      mandates: mandates.rows.map((row) => ({
        mandateId: row.id,
        administrationId: row.administration_id,
        role: row.role,
      })),
      origin: { requestId: 'test', address: '127.0.0.1' },
    }
  }

  /** A person with one office in a campaign, as an actor. */
  const officer = async (role: OfficeRole, campaignId?: string): Promise<Actor> => {
    const { id } = await person()
    await grant({ person: id, role, ...(campaignId === undefined ? {} : { campaign: campaignId }) })
    return actor(id)
  }
  /** A person with a live mandate, as an actor. */
  const applicant = async (
    administrationId: string,
    role: 'editor' | 'signatory' = 'signatory',
  ): Promise<Actor> => {
    const { id } = await person()
    await mandate({ person: id, administration: administrationId, role })
    return actor(id)
  }

  /** What an act left behind: for "a refusal changes nothing" and "one entry, one notice". */
  const trace = async (): Promise<{ entries: string[]; notices: string[] }> => {
    const entries = await owner.query<{ act: string }>('SELECT act FROM audit_entry ORDER BY id')
    const notices = await owner.query<{ notice: string }>('SELECT notice FROM outbox ORDER BY created_at, id')
    return { entries: entries.rows.map((row) => row.act), notices: notices.rows.map((row) => row.notice) }
  }

  return {
    insert,
    person,
    administration,
    mandate,
    grant,
    campaign,
    seat,
    nomination,
    assignment,
    actor,
    officer,
    applicant,
    trace,
  }
}
export type Given = ReturnType<typeof createGiven>
