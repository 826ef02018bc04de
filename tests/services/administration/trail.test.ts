import { beforeAll, describe, expect, it } from 'vitest'
import { approveAdministration } from '#app/services/administration/approve-administration.ts'
import { grantMandate } from '#app/services/administration/grant-mandate.ts'
import { refuseAdministration } from '#app/services/administration/refuse-administration.ts'
import { requestAdministration } from '#app/services/administration/request-administration.ts'
import { requestMandate } from '#app/services/administration/request-mandate.ts'
import { revokeMandate } from '#app/services/administration/revoke-mandate.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { heldAt } from '#tests/support/held.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
const clerk = await given.officer('secretariat', (await given.campaign()).id)
const version = 1
beforeAll(() => test.setNow(GIVEN_OPENING))

const newcomer = async () => given.actor((await given.person()).id)
const asked = async (fr: string) => {
  const result = await requestAdministration(ctx, await newcomer(), {
    ...{ name: { ar: `${fr} بالعربية`, fr }, acronym: null, type: 'agency', parentId: null },
    role: 'signatory',
  })
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
/** Who was told of a body by this notice. */
const told = async (notice: string, administrationId: string): Promise<string[]> =>
  (
    await test.owner.query<{ person_id: string }>(
      `SELECT person_id FROM outbox WHERE notice = $1 AND facts->>'administration' = $2`,
      [notice, administrationId],
    )
  ).rows.map((row) => row.person_id)
const holder = async (mandateId: string): Promise<string> =>
  (await test.owner.query<{ person_id: string }>('SELECT person_id FROM mandate WHERE id = $1', [mandateId]))
    .rows[0]!.person_id
const subjects = async (act: string): Promise<string[]> =>
  (
    await test.owner.query<{ subject_id: string }>('SELECT subject_id FROM audit_entry WHERE act = $1', [act])
  ).rows.map((row) => row.subject_id)

describe('a body of the register', () => {
  it('is entered with one entry, once of two at once, and nobody is written to before a mandate is granted', async () => {
    const { administrationId } = await asked('Agence K')
    const approve = () => approveAdministration(ctx, clerk, { administrationId, version })
    const left = await leftBy(given, () => oneOfTwo('stale-version', approve, test))
    expect(left).toMatchObject({ entries: ['administrationApproved'], notices: [] })
    expect(await subjects('administrationApproved')).toEqual([administrationId])
  })

  it('is turned away with an entry for it and for each mandate asked for, whose person is told, once of two at once', async () => {
    const { administrationId, mandateId } = await asked('Agence L')
    const other = await requestMandate(ctx, await newcomer(), { administrationId, role: 'editor' })
    if (!other.ok) throw new Error(other.reason)
    const refuse = () => refuseAdministration(ctx, clerk, { administrationId, version })
    const left = await leftBy(given, () => oneOfTwo('stale-version', refuse, test))
    expect(left).toMatchObject({
      entries: ['administrationRefused', 'mandateRefused', 'mandateRefused'],
      notices: ['mandate-revoked', 'mandate-revoked'],
    })
    const mandates = [mandateId, other.value.mandateId]
    expect(await subjects('administrationRefused')).toEqual([administrationId])
    expect((await subjects('mandateRefused')).sort()).toEqual([...mandates].sort())
    const people = [await holder(mandateId), await holder(other.value.mandateId)]
    expect((await told('mandate-revoked', administrationId)).sort()).toEqual(people.sort())
  })
})

describe('a mandate', () => {
  it('asked for while its body is being turned away is refused, so that no request is left that nobody ends', async () => {
    const { administrationId } = await asked('Agence M')
    const actor = await newcomer()
    const left = await leftBy(given, () =>
      heldAt<{ readonly ok: boolean }>(test, 'mandate', () => [
        refuseAdministration(ctx, clerk, { administrationId, version }),
        requestMandate(ctx, actor, { administrationId, role: 'editor' }),
      ]),
    )
    expect(left).toMatchObject({
      result: [{ ok: true }, { ok: false, reason: 'administration-closed' }],
      entries: ['administrationRefused', 'mandateRefused'],
      notices: ['mandate-revoked'],
    })
    const { rows } = await test.owner.query('SELECT state FROM mandate WHERE administration_id = $1', [
      administrationId,
    ])
    expect(rows).toEqual([{ state: 'refused' }])
  })

  it('asked for by itself has one entry and tells the registrars, once of two at once', async () => {
    const administrationId = (await given.administration()).id
    const actor = await newcomer()
    const ask = () => requestMandate(ctx, actor, { administrationId, role: 'editor' })
    const left = await leftBy(given, () => oneOfTwo('already-mandated', ask, test))
    expect(left).toMatchObject({ entries: ['mandateRequested'], notices: ['mandate-requested'] })
    expect(await told('mandate-requested', administrationId)).toEqual([clerk.personId])
  })

  it('granted has one entry and tells its person, once of two at once', async () => {
    const administrationId = (await given.administration()).id
    const { id: person } = await given.person()
    const { id: mandateId } = await given.mandate({
      person,
      administration: administrationId,
      state: 'requested',
    })
    const grant = () => grantMandate(ctx, clerk, { mandateId, version, expiresAt: null })
    const left = await leftBy(given, () => oneOfTwo('stale-version', grant, test))
    expect(left).toMatchObject({ entries: ['mandateGranted'], notices: ['mandate-granted'] })
    expect(await told('mandate-granted', administrationId)).toEqual([person])
  })

  it.each([
    ['active', 'mandateRevoked'],
    ['requested', 'mandateRefused'],
  ] as const)(
    'that was %s ends with the entry %s and tells its person, once of two at once',
    async (state, act) => {
      const administrationId = (await given.administration()).id
      const { id: person } = await given.person()
      const { id: mandateId } = await given.mandate({ person, administration: administrationId, state })
      const revoke = () => revokeMandate(ctx, clerk, { mandateId, version })
      const left = await leftBy(given, () => oneOfTwo('stale-version', revoke, test))
      expect(left).toMatchObject({ entries: [act], notices: ['mandate-revoked'] })
      expect(await subjects(act)).toContain(mandateId)
      expect(await told('mandate-revoked', administrationId)).toEqual([person])
    },
  )
})
