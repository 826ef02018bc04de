import { randomUUID } from 'node:crypto'
import type { OfficeRole } from '#app/domain/access/actor.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { START, type Writer } from './writer.ts'

export type GivenPerson = { readonly id: string; readonly email: string }

/** People, administrations, mandates and offices as rows. */
export function givenPeople({ insert, next }: Writer) {
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

  return { person, administration, mandate, grant }
}
