import { createHash, randomUUID } from 'node:crypto'
import type { Actor, OfficeRole, SeatRole } from '#app/domain/access/actor.ts'
import { givenCampaign } from './builders/given-campaign.ts'
import { givenFiles } from './builders/given-files.ts'
import { givenPeople } from './builders/given-people.ts'
import { createWriter } from './builders/writer.ts'
import type { TestDb } from './db.ts'

export { GIVEN_OPENING, type GivenCampaign } from './builders/given-campaign.ts'
export type { GivenPerson } from './builders/given-people.ts'

/**
 * Writes the beginning of a story as rows, as the owner of the database. Each call gives back ids only; `actor`
 * reads the person's rights afresh, as a request would.
 */
export function createGiven(test: TestDb) {
  const writer = createWriter(test)
  const { owner, insert } = writer
  const people = givenPeople(writer)
  const { person, grant, mandate } = people

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

  /** A signed-in browser: the session row, and the cookie header that names it. */
  const signedIn = async (personId: string): Promise<string> => {
    const token = randomUUID().replaceAll('-', '') + 'abcdefghijk'
    const live = new Date(Date.now() + 3_600_000)
    await insert('session', {
      id: randomUUID(),
      token_hash: createHash('sha256').update(`token:${token}`).digest('hex'),
      person_id: personId,
      created_at: new Date(),
      last_seen_at: new Date(),
      expires_at: live,
      second_factor_at: new Date(),
    })
    return `__Host-imtiyaz-session=${token}`
  }

  return {
    insert,
    ...people,
    ...givenCampaign(writer),
    ...givenFiles(writer),
    actor,
    officer,
    applicant,
    trace,
    signedIn,
  }
}
export type Given = ReturnType<typeof createGiven>
