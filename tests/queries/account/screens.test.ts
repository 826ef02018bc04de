import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { accountHome } from '#app/queries/account/home.ts'
import { mailbox } from '#app/queries/account/mailbox.ts'
import { myNotices } from '#app/queries/account/notices.ts'
import { campaignOffice } from '#app/queries/admin/office.ts'
import { people } from '#app/queries/admin/people.ts'
import { person } from '#app/queries/admin/person.ts'
import { markNoticesRead } from '#app/services/account/mark-notices-read.ts'
import { inviteOfficePerson } from '#app/services/settings/invite-office-person.ts'
import { identityContext } from '#tests/services/account/stage.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'

const test = await testDb()
const ctx = identityContext(test)
const given = createGiven(test)
const campaign = await given.campaign({ phase: 'preparation' })
const administrator = await given.officer('administrator')
const organiser = await given.officer('organiser', campaign.id)

const notices = (personId: string, count: number) =>
  test.owner.query(
    `INSERT INTO notice (id, person_id, name, facts, created_at)
     SELECT gen_random_uuid(), $1, 'security-alert', '{"event": "password-changed", "token": "secret"}', now() - g * interval '1 minute' FROM generate_series(1, $2) g`,
    [personId, count],
  )

describe('myNotices', () => {
  it('pages own notices without repeating or losing one, and shows no secret', async () => {
    const { id } = await given.person()
    const actor = await given.actor(id)
    await notices(id, 120)
    await notices((await given.person()).id, 3)
    const seen: string[] = []
    let after: string | null = null
    do {
      const page = await myNotices(ctx.db, actor, after)
      seen.push(...page.rows.map((row) => row.id))
      expect(JSON.stringify(page.rows)).not.toContain('secret')
      after = page.next
    } while (after !== null)
    expect(new Set(seen).size).toBe(120)
  })

  it('marks one or all of them read, and nobody else can', async () => {
    const { id } = await given.person()
    await notices(id, 3)
    const actor = await given.actor(id)
    const stranger = await given.actor((await given.person()).id)
    const [first] = (await myNotices(ctx.db, actor, null)).rows
    expect(await markNoticesRead(ctx, stranger, { noticeId: first?.id ?? '' })).toMatchObject({
      ok: true,
      value: { marked: 0 },
    })
    expect(await markNoticesRead(ctx, actor, { noticeId: first?.id ?? '' })).toMatchObject({
      value: { marked: 1 },
    })
    expect(await markNoticesRead(ctx, actor, { noticeId: null })).toMatchObject({ value: { marked: 2 } })
    expect((await accountHome(ctx.db, actor)).unread).toBe(0)
  })
})

describe('people', () => {
  it('asks the same number of statements for one and for two hundred accounts', async () => {
    const search = { q: '', after: null }
    test.countQueries()
    await people(ctx.db, administrator, search)
    const few = test.countQueries().total
    for (let number = 0; number < 200; number += 1)
      await given.person({ email: `beaucoup${number}@example.ma` })
    const page = await people(ctx.db, administrator, search)
    expect(test.countQueries().total).toBe(few)
    expect(page.ok && page.value.rows).toHaveLength(50)
  })

  it('finds by a piece of name or address, wildcards being letters', async () => {
    await given.person({ name: 'Yasmine Berrada', email: 'yasmine@example.ma' })
    const found = await people(ctx.db, administrator, { q: 'berrada', after: null })
    expect(found.ok && found.value.rows.map((row) => row.email)).toEqual(['yasmine@example.ma'])
    const none = await people(ctx.db, administrator, { q: '100%_nobody', after: null })
    expect(none.ok && none.value.rows).toEqual([])
    expect(await people(ctx.db, administrator, { q: 'berrada\u0000', after: null })).toMatchObject({
      ok: true,
    })
  })

  it('is the administrator’s alone', async () => {
    expect(await people(ctx.db, organiser, { q: '', after: null })).toMatchObject({ ok: false })
    expect(await person(ctx.db, organiser, administrator.personId)).toMatchObject({ ok: false })
    expect(await person(ctx.db, administrator, randomUUID())).toMatchObject({ reason: 'not-found' })
    expect(await person(ctx.db, administrator, organiser.personId)).toMatchObject({
      ok: true,
      value: { grants: [{ role: 'organiser' }], own: false },
    })
  })
})

describe('campaignOffice', () => {
  it('shows who works for the campaign and who is asked, to its own organiser only', async () => {
    await inviteOfficePerson(ctx, organiser, {
      email: 'attendue@example.ma',
      role: 'auditor',
      campaignId: campaign.id,
      locale: 'fr',
    })
    expect(await campaignOffice(ctx.db, organiser, campaign.id)).toMatchObject({
      ok: true,
      value: {
        people: [{ role: 'organiser' }],
        invited: [{ email: 'attendue@example.ma', role: 'auditor' }],
      },
    })
    const other = await given.campaign({ phase: 'preparation' })
    expect(await campaignOffice(ctx.db, organiser, other.id)).toMatchObject({ reason: 'not-found' })
  })
})

describe('mailbox', () => {
  it('pages the demonstration’s letters and is absent elsewhere', async () => {
    await test.owner.query(
      `INSERT INTO demo_mail (id, to_email, subject, html, text, at) SELECT gen_random_uuid(), 'a@example.ma', 's', 'h', 't', now() FROM generate_series(1, 70)`,
    )
    const first = await mailbox(ctx.db, true, null)
    const second = await mailbox(ctx.db, true, first.ok ? first.value.next : null)
    expect([first.ok && first.value.rows.length, second.ok && second.value.rows.length]).toEqual([50, 20])
    expect(await mailbox(ctx.db, false, null)).toMatchObject({ reason: 'not-found' })
  })
})
