import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Context } from '#app/services/context.ts'
import { constitutePanel } from '#app/services/jury/constitute-panel.ts'
import { inviteJuror } from '#app/services/jury/invite-juror.ts'
import { panel as panelPage } from '#app/queries/jury/panel.ts'
import { seatPage } from '#app/queries/jury/seat-page.ts'
import { nameSeat } from '#app/services/jury/name-seat.ts'
import { promoteAlternate } from '#app/services/jury/promote-alternate.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aPanel } from '#tests/services/scoring/a-panel.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let organiser: Actor
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test, { phase: 'nominations' })
  organiser = await panel.given.officer('organiser', panel.campaign.id)
  await constitutePanel(ctx, organiser, { campaignId: panel.campaign.id })
})
const seats = async () => (await test.owner.query('SELECT * FROM seat ORDER BY code')).rows
const seat = async (code: string) => (await seats()).find((row) => row.code === code)
const linkTo = (locale: string, token: string) =>
  `http://127.0.0.1:3000/${locale}/account/invitation/${token}`
const named = (email: string) => ({ name: 'Membre de démonstration', email })
const name = async (
  code: string,
  holder: string | null,
  alternate: string | null = null,
  from: SeenSeat | null = null,
) => {
  const { id: seatId, version } = from ?? (await seat(code))
  return nameSeat(ctx, organiser, {
    seatId,
    version,
    holder: holder ? named(holder) : null,
    alternate: alternate ? named(alternate) : null,
    institutionId: null,
    categories: [],
  })
}
type SeenSeat = { readonly id: string; readonly version: number }
const invite = async (code: string, from: SeenSeat | null = null) => {
  const { id: seatId, version } = from ?? (await seat(code))
  return inviteJuror(ctx, organiser, { seatId, version, linkTo })
}

describe('the panel', () => {
  it('has one seat per seat of the regulation, and a second time adds none', async () => {
    const result = await constitutePanel(ctx, organiser, { campaignId: panel.campaign.id })
    expect(result).toMatchObject({ ok: true, value: { added: 0 } })
    expect(await seats()).toHaveLength(panel.campaign.regulation.jury.seats.length)
  })

  it('is offered to be made as long as a seat of the regulation is missing, and no longer', async () => {
    const offered = async () => {
      const page = await panelPage(ctx, organiser, panel.campaign.id)
      return page.ok ? page.value.can : page.reason
    }
    expect(await offered()).toMatchObject({ constitute: false })
    const { id } = await seat(panel.campaign.regulation.jury.seats[0]?.code ?? '')
    await test.owner.query('DELETE FROM seat WHERE id = $1', [id])
    expect(await offered()).toMatchObject({ constitute: true })
    await constitutePanel(ctx, organiser, { campaignId: panel.campaign.id })
    expect(await offered()).toMatchObject({ constitute: false })
  })

  it('is not for a secretary of another campaign', async () => {
    const stranger = await panel.given.officer('organiser')
    expect(await constitutePanel(ctx, stranger, { campaignId: panel.campaign.id })).toMatchObject({
      reason: 'wrong-role',
    })
  })
})

describe('naming', () => {
  const naming = async (more: { categories?: readonly string[]; institutionId?: string }) => {
    const { id: seatId, version } = await seat('j1')
    const input = { seatId, version, holder: null, alternate: null, institutionId: null, categories: [] }
    return nameSeat(ctx, organiser, { ...input, ...more })
  }
  it('refuses a category that the campaign does not have, and a body that nobody registered', async () => {
    expect(await naming({ categories: ['ailleurs'] })).toMatchObject({
      ...{ reason: 'unknown-category', fields: { categories: 'errors.choice' } },
    })
    expect(await naming({ institutionId: randomUUID() })).toMatchObject({
      ...{ reason: 'unknown-institution', fields: { institutionId: 'errors.choice' } },
    })
    expect(await seat('j1')).toMatchObject({ categories: [], institution_id: null })
  })
})

describe('inviting', () => {
  it('stores the digest of the link and sends the link itself once', async () => {
    await name('j1', 'membre@example.ma')
    expect(await invite('j1')).toMatchObject({ ok: true })
    expect(await seat('j1')).toMatchObject({
      state: 'invited',
      invitee_email: 'membre@example.ma',
      person_id: null,
    })
    const { rows: tokens } = await test.owner.query(
      `SELECT * FROM one_time_token WHERE kind = 'invitation-seat'`,
    )
    const { rows: letters } = await test.owner.query(`SELECT * FROM outbox WHERE notice = 'invitation-seat'`)
    expect(tokens).toHaveLength(1)
    expect(letters).toHaveLength(1)
    expect(tokens[0]).toMatchObject({
      email: 'membre@example.ma',
      payload: { seatId: (await seat('j1')).id },
    })
    expect(ctx.crypto.tokenDigest(letters[0].facts.token)).toBe(tokens[0].token_hash)
    expect(letters[0].facts.link).toContain(letters[0].facts.token)
    const { rows: log } = await test.owner.query(
      `SELECT facts::text FROM audit_entry WHERE act = 'seatInvited'`,
    )
    expect(log[0].facts).not.toMatch(/membre@example/)
  })

  it('refuses nobody named, a seat already asked, the same person twice, and a competitor', async () => {
    expect(await invite('j2')).toMatchObject({ reason: 'holder-missing' })
    expect(await invite('j1')).toMatchObject({ reason: 'seat-filled' })
    await name('j2', 'membre@example.ma')
    expect(await invite('j2')).toMatchObject({ reason: 'already-seated' })
    const competing = await panel.file({ state: 'submitted' })
    const person = await panel.given.person({ email: 'candidat@example.ma' })
    await panel.given.mandate({ person: person.id, administration: competing.administration })
    await name('j3', 'candidat@example.ma')
    expect(await invite('j3')).toMatchObject({ reason: 'mandate-in-campaign' })
    const partner = await panel.given.administration()
    await panel.given.insert('nomination_partner', {
      ...{
        id: randomUUID(),
        name: {},
        position: 1,
        nomination_id: competing.id,
        administration_id: partner.id,
      },
    })
    const partnered = await panel.given.person({ email: 'partenaire@example.ma' })
    await panel.given.mandate({ person: partnered.id, administration: partner.id })
    await name('j3', 'partenaire@example.ma', null, await seat('j3'))
    expect(await invite('j3')).toMatchObject({ reason: 'mandate-in-campaign' })
    const clerk = await panel.given.person({ email: 'greffe@example.ma' })
    await panel.given.grant({ person: clerk.id, role: 'secretariat', campaign: panel.campaign.id })
    await name('j4', 'greffe@example.ma')
    expect(await invite('j4')).toMatchObject({ reason: 'hands-not-separate' })
  })

  it('keeps one of two seats that ask the same person at once', async () => {
    await name('j5', 'double@example.ma')
    await name('j6', 'double@example.ma')
    const both = await Promise.all([invite('j5'), invite('j6')])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
  })

  it('lets nobody replace a holder who was asked', async () => {
    expect(await name('j1', 'autre@example.ma')).toMatchObject({ ok: false, reason: 'seat-filled' })
    expect((await seat('j1')).invitee_email).toBe('membre@example.ma')
  })
})

describe('the address of who holds a seat', () => {
  it('is the same on the page and in the act, once the account has another', async () => {
    const person = await panel.given.person({ email: 'compte@example.ma' })
    await name('j9', 'invitee@example.ma')
    await test.owner.query(`UPDATE seat SET state = 'accepted', person_id = $1 WHERE code = 'j9'`, [
      person.id,
    ])
    const shown = async () => {
      const page = await seatPage(ctx, organiser, (await seat('j9')).id)
      if (!page.ok) throw new Error(page.reason)
      return page.value.seat.holder?.email ?? null
    }
    expect(await shown()).toBe('invitee@example.ma')
    expect(await name('j9', await shown())).toMatchObject({ ok: true })
    expect(await name('j9', 'compte@example.ma')).toMatchObject({ reason: 'seat-filled' })
    await test.owner.query(`UPDATE seat SET invitee_name = null, invitee_email = null WHERE code = 'j9'`)
    expect(await shown()).toBe('compte@example.ma')
    expect(await name('j9', await shown())).toMatchObject({ ok: true })
  })
})

describe('naming over what was seen', () => {
  it('refuses whoever read the seat before a colleague wrote, and writes nothing', async () => {
    const seen = await seat('j8')
    expect(seen.version).toBe(1)
    expect((await name('j8', 'premiere@example.ma', null, seen)).ok).toBe(true)
    const before = await panel.given.trace()
    expect(await name('j8', 'seconde@example.ma', null, seen)).toMatchObject({
      ok: false,
      reason: 'stale-version',
      facts: { version: 2 },
    })
    expect(await panel.given.trace()).toEqual(before)
    expect(await seat('j8')).toMatchObject({ invitee_email: 'premiere@example.ma', version: 2 })
    expect((await name('j8', 'seconde@example.ma')).ok).toBe(true)
  })

  it('keeps one of two namings at once from the same page', async () => {
    const seen = await seat('j8')
    const both = await Promise.all(
      ['une@example.ma', 'autre@example.ma'].map((email) => name('j8', email, null, seen)),
    )
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'stale-version' })
    expect(await seat('j8')).toMatchObject({ version: seen.version + 1 })
  })

  it('counts an invitation as a change of the seat', async () => {
    const seen = await seat('j8')
    expect((await invite('j8')).ok).toBe(true)
    const { invitee_email: holder } = await seat('j8')
    expect(await name('j8', holder, 'remplacant@example.ma', seen)).toMatchObject({ reason: 'stale-version' })
    expect((await name('j8', holder)).ok).toBe(true)
  })
})

describe('asking whoever the page showed', () => {
  const letters = async () =>
    (await test.owner.query(`SELECT count(*)::int AS n FROM outbox WHERE notice = 'invitation-seat'`)).rows[0]
      .n

  it('refuses when a colleague named somebody else meanwhile, and asks nobody', async () => {
    await name('chair', 'premier@example.ma', 'second@example.ma')
    const seen = await seat('chair')
    await name('chair', 'autre@example.ma', 'second@example.ma')
    const before = [await letters(), await panel.given.trace()]
    expect(await invite('chair', seen)).toMatchObject({
      reason: 'stale-version',
      facts: { version: seen.version + 1 },
    })
    await test.owner.query(`UPDATE seat SET state = 'declined' WHERE id = $1`, [seen.id])
    const promoted = { seatId: seen.id, version: seen.version, linkTo }
    expect(await promoteAlternate(ctx, organiser, promoted)).toMatchObject({ reason: 'stale-version' })
    expect([await letters(), await panel.given.trace()]).toEqual(before)
  })

  it('lets one of two who ask at once', async () => {
    await name('deputy', 'a-deux@example.ma')
    const seen = await seat('deputy')
    const before = await letters()
    const both = await Promise.all([invite('deputy', seen), invite('deputy', seen)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'stale-version' })
    expect(await letters()).toBe(before + 1)
  })
})

describe('promoting the alternate', () => {
  it('asks the alternate once the holder declined, and closes the earlier link', async () => {
    await name('j7', 'titulaire@example.ma', 'suppleant@example.ma')
    await invite('j7')
    const { id } = await seat('j7')
    const promote = async () =>
      promoteAlternate(ctx, organiser, { seatId: id, version: (await seat('j7')).version, linkTo })
    expect(await promote()).toMatchObject({ reason: 'seat-filled' })
    await test.owner.query(`UPDATE seat SET state = 'declined', answered_at = now() WHERE id = $1`, [id])
    expect(await promote()).toMatchObject({ ok: true })
    expect(await seat('j7')).toMatchObject({
      state: 'invited',
      invitee_email: 'suppleant@example.ma',
      alternate_email: null,
      charter_signed_at: null,
    })
    const { rows } = await test.owner.query(
      `SELECT email FROM one_time_token WHERE payload ->> 'seatId' = $1 AND used_at IS NULL AND expires_at > $2`,
      [id, new Date(panel.now)],
    )
    expect(rows).toEqual([{ email: 'suppleant@example.ma' }])
  })

  it('refuses where nobody stands by', async () => {
    const { id: seatId, version } = await seat('j8')
    await test.owner.query('UPDATE seat SET alternate_name = NULL, alternate_email = NULL WHERE id = $1', [
      seatId,
    ])
    expect(await promoteAlternate(ctx, organiser, { seatId, version, linkTo })).toMatchObject({
      reason: 'alternate-missing',
    })
  })
})
