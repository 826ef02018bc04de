import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { approveAdministration } from '#app/services/administration/approve-administration.ts'
import { grantMandate } from '#app/services/administration/grant-mandate.ts'
import { refuseAdministration } from '#app/services/administration/refuse-administration.ts'
import { requestAdministration } from '#app/services/administration/request-administration.ts'
import { requestMandate } from '#app/services/administration/request-mandate.ts'
import { revokeMandate } from '#app/services/administration/revoke-mandate.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { heldAt } from '#tests/support/held.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
const campaign = await given.campaign()
const clerk = await given.officer('secretariat', campaign.id)
const newcomer = async () => given.actor((await given.person()).id)
const body = (fr: string) => ({
  name: { ar: `${fr} بالعربية`, fr },
  acronym: 'AB',
  type: 'agency',
  parentId: null,
  role: 'signatory' as const,
})
const stateOf = async (table: 'mandate' | 'administration', id: string) =>
  (await test.owner.query<{ state: string }>(`SELECT state FROM ${table} WHERE id = $1`, [id])).rows[0]?.state
/** The version of a row that nobody has settled yet. */
const version = 1
const lastOf = async (id: string) =>
  (
    await test.owner.query<{ act: string }>(
      `SELECT act FROM audit_entry WHERE subject_id = $1 ORDER BY id DESC`,
      [id],
    )
  ).rows[0]?.act

beforeAll(() => test.setNow(GIVEN_OPENING))

describe('requestAdministration', () => {
  it('asks for the body and for the mandate together, and tells the registrars', async () => {
    const actor = await newcomer()
    const result = await requestAdministration(ctx, actor, body('Agence A'))
    if (!result.ok) throw new Error(result.reason)
    expect(await stateOf('administration', result.value.administrationId)).toBe('requested')
    expect(await stateOf('mandate', result.value.mandateId)).toBe('requested')
    expect(await lastOf(result.value.administrationId)).toBe('administrationRequested')
    const told = await test.owner.query(`SELECT notice FROM outbox WHERE person_id = $1`, [clerk.personId])
    expect(told.rows).toContainEqual({ notice: 'mandate-requested' })
  })

  it('enters one body when two people ask for it at the same time, and tells the registrars once', async () => {
    const people = [await newcomer(), await newcomer()]
    const before = await given.trace()
    const both = await heldAt(test, 'administration', () =>
      people.map((actor) => requestAdministration(ctx, actor, body('Agence deux fois'))),
    )
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'already-registered' })
    const { rows } = await test.owner.query(
      `SELECT count(*)::int AS n FROM administration WHERE name->>'fr' = 'Agence deux fois'`,
    )
    expect(rows).toEqual([{ n: 1 }])
    const { entries, notices } = await given.trace()
    expect(entries.slice(before.entries.length)).toEqual(['administrationRequested', 'mandateRequested'])
    expect(notices.length - before.notices.length).toBe(1)
  })

  it('refuses a name that stands already, a missing language and an unknown type', async () => {
    const actor = await newcomer()
    await requestAdministration(ctx, actor, body('Agence B'))
    expect(await requestAdministration(ctx, actor, body('agence b'))).toMatchObject({
      reason: 'already-registered',
    })
    expect(await requestAdministration(ctx, actor, { ...body('C'), name: { fr: 'C' } })).toMatchObject({
      reason: 'name-missing',
      fields: { 'name.ar': 'errors.required' },
    })
    expect(await requestAdministration(ctx, actor, { ...body('D'), type: 'club' })).toMatchObject({
      reason: 'type-unknown',
    })
  })
})

describe('the register', () => {
  it('approves a body, after which its mandate can be granted', async () => {
    const actor = await newcomer()
    const asked = await requestAdministration(ctx, actor, body('Agence E'))
    if (!asked.ok) throw new Error(asked.reason)
    const { administrationId, mandateId } = asked.value
    expect(await grantMandate(ctx, clerk, { mandateId, version, expiresAt: null })).toMatchObject({
      reason: 'administration-not-approved',
    })
    expect(await approveAdministration(ctx, clerk, { administrationId, version })).toMatchObject({ ok: true })
    expect(await approveAdministration(ctx, clerk, { administrationId, version: 2 })).toMatchObject({
      reason: 'not-requested',
    })
    expect(await grantMandate(ctx, clerk, { mandateId, version, expiresAt: null })).toMatchObject({
      ok: true,
    })
    expect(await stateOf('mandate', mandateId)).toBe('active')
    expect(await lastOf(mandateId)).toBe('mandateGranted')
    const told = await test.owner.query(`SELECT notice FROM outbox WHERE person_id = $1`, [actor.personId])
    expect(told.rows).toEqual([{ notice: 'mandate-granted' }])
  })

  it('ends the mandates asked for with a body that is turned away', async () => {
    const actor = await newcomer()
    const asked = await requestAdministration(ctx, actor, body('Agence F'))
    if (!asked.ok) throw new Error(asked.reason)
    const { administrationId, mandateId } = asked.value
    expect(await refuseAdministration(ctx, clerk, { administrationId, version })).toMatchObject({ ok: true })
    expect(await stateOf('administration', administrationId)).toBe('refused')
    expect(await stateOf('mandate', mandateId)).toBe('refused')
    expect(await requestMandate(ctx, actor, { administrationId, role: 'editor' })).toMatchObject({
      reason: 'administration-closed',
    })
  })

  it('is closed to applicants', async () => {
    const asked = await requestAdministration(ctx, await newcomer(), body('Agence G'))
    if (!asked.ok) throw new Error(asked.reason)
    const applicant = await given.applicant((await given.administration()).id)
    const { administrationId } = asked.value
    expect(await approveAdministration(ctx, applicant, { administrationId, version })).toMatchObject({
      reason: 'wrong-role',
    })
  })
})

describe('a line of the register that a colleague settled meanwhile', () => {
  const trace = () => given.trace()
  const asked = async (fr: string) => {
    const result = await requestAdministration(ctx, await newcomer(), body(fr))
    if (!result.ok) throw new Error(result.reason)
    return result.value
  }

  it('is not settled otherwise: a body entered is not turned away', async () => {
    const { administrationId } = await asked('Agence H')
    expect(await approveAdministration(ctx, clerk, { administrationId, version })).toMatchObject({ ok: true })
    const before = await trace()
    expect(await refuseAdministration(ctx, clerk, { administrationId, version })).toMatchObject({
      reason: 'stale-version',
      facts: { version: 2 },
    })
    expect(await stateOf('administration', administrationId)).toBe('approved')
    expect(await trace()).toEqual(before)
  })

  it('is not settled otherwise: a mandate granted is not revoked by whoever meant to turn the request away', async () => {
    const { administrationId, mandateId } = await asked('Agence I')
    await approveAdministration(ctx, clerk, { administrationId, version })
    expect(await grantMandate(ctx, clerk, { mandateId, version, expiresAt: null })).toMatchObject({
      ok: true,
    })
    const before = await trace()
    const late = { reason: 'stale-version', facts: { version: 2 } }
    expect(await revokeMandate(ctx, clerk, { mandateId, version })).toMatchObject(late)
    expect(await grantMandate(ctx, clerk, { mandateId, version, expiresAt: null })).toMatchObject(late)
    expect(await stateOf('mandate', mandateId)).toBe('active')
    expect(await trace()).toEqual(before)
  })

  it('is settled by one of two at once, whichever came first', async () => {
    const { administrationId, mandateId } = await asked('Agence J')
    const bodies = await Promise.all([
      approveAdministration(ctx, clerk, { administrationId, version }),
      refuseAdministration(ctx, clerk, { administrationId, version }),
    ])
    expect(bodies.filter((one) => one.ok)).toHaveLength(1)
    expect(bodies.find((one) => !one.ok)).toMatchObject({ reason: 'stale-version' })
    if (!bodies[0].ok) return
    const mandates = await Promise.all([
      grantMandate(ctx, clerk, { mandateId, version, expiresAt: null }),
      revokeMandate(ctx, clerk, { mandateId, version }),
    ])
    expect(mandates.filter((one) => one.ok)).toHaveLength(1)
    expect(mandates.find((one) => !one.ok)).toMatchObject({ reason: 'stale-version' })
  })
})

describe('mandates', () => {
  it('are asked for once by the same person in the same role, also twice at once', async () => {
    const administrationId = (await given.administration()).id
    const actor = await newcomer()
    const both = await Promise.all(
      [1, 2].map(() => requestMandate(ctx, actor, { administrationId, role: 'editor' })),
    )
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'already-mandated' })
  })

  it('are granted by a signatory of the same administration, not of another, and never to oneself', async () => {
    const administrationId = (await given.administration()).id
    const signatory = await given.applicant(administrationId)
    const foreign = await given.applicant((await given.administration()).id)
    const asked = await requestMandate(ctx, await newcomer(), { administrationId, role: 'editor' })
    if (!asked.ok) throw new Error(asked.reason)
    const { mandateId } = asked.value
    expect(await grantMandate(ctx, foreign, { mandateId, version, expiresAt: null })).toMatchObject({
      reason: 'not-found',
    })
    expect(await grantMandate(ctx, signatory, { mandateId, version, expiresAt: instant(1) })).toMatchObject({
      reason: 'expiry-in-the-past',
    })
    expect(await grantMandate(ctx, signatory, { mandateId, version, expiresAt: null })).toMatchObject({
      ok: true,
    })
    const own = await requestMandate(ctx, clerk, { administrationId, role: 'editor' })
    if (!own.ok) throw new Error(own.reason)
    expect(
      await grantMandate(ctx, clerk, { mandateId: own.value.mandateId, version, expiresAt: null }),
    ).toMatchObject({
      reason: 'own-request',
    })
  })

  it.each(['leads', 'joins'])(
    'are refused to a juror of a campaign where the body %s a dossier',
    async (as) => {
      const administrationId = (await given.administration()).id
      const lead = as === 'leads' ? administrationId : (await given.administration()).id
      const { id } = await given.nomination({ campaign, administration: lead })
      if (as === 'joins') {
        await given.insert('nomination_partner', {
          id: randomUUID(),
          name: {},
          position: 1,
          nomination_id: id,
          administration_id: administrationId,
        })
      }
      const juror = await given.person()
      await given.seat({ campaign: campaign.id, person: juror.id })
      const actor = await given.actor(juror.id)
      const asked = await requestMandate(ctx, actor, { administrationId, role: 'editor' })
      if (!asked.ok) throw new Error(asked.reason)
      expect(
        await grantMandate(ctx, clerk, { mandateId: asked.value.mandateId, version, expiresAt: null }),
      ).toMatchObject({
        reason: 'juror-of-same-campaign',
        facts: { campaignId: campaign.id },
      })
    },
  )

  it('end at once when revoked, once', async () => {
    const administrationId = (await given.administration()).id
    const person = await given.person()
    const { id } = await given.mandate({ person: person.id, administration: administrationId })
    const both = await Promise.all([1, 2].map(() => revokeMandate(ctx, clerk, { mandateId: id, version })))
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'stale-version', facts: { version: 2 } })
    expect(await revokeMandate(ctx, clerk, { mandateId: id, version: 2 })).toMatchObject({
      reason: 'not-live',
    })
    expect(await stateOf('mandate', id)).toBe('revoked')
    expect((await given.actor(person.id)).mandates).toEqual([])
  })
})
