import { expect, it } from 'vitest'
import { COMPLETION_REASONS } from '#app/domain/nomination/completion.ts'
import { INADMISSIBLE_REASONS } from '#app/domain/nomination/screening-decision.ts'
import { LOCALES } from '#app/domain/kernel/localized.ts'
import { noticeUrl } from '#app/http/notice-url.ts'
import { createTranslator } from '#app/i18n/translator.ts'
import { myNotices } from '#app/queries/account/notices.ts'
import { inTwoLanguages } from '#app/services/in-two-languages.ts'
import { deliverNotice } from '#app/services/system/deliver-notice.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'

const test = await testDb()
const ctx = await testContext(test)
const given = createGiven(test)

/** The text of a letter that is owed to a reader of this language, as it goes out. */
async function letter(notice: string, locale: string, facts: object, campaignId: string | null = null) {
  const { rows } = await test.owner.query<{ id: string }>(
    `INSERT INTO outbox (id, notice, email, locale, facts, campaign_id, state, created_at, next_attempt_at)
     VALUES (gen_random_uuid(), $1, 'salma@example.ma', $2, $3, $4, 'pending', now(), now()) RETURNING id`,
    [notice, locale, JSON.stringify(facts), campaignId],
  )
  expect(await deliverNotice(ctx, rows[0]!.id)).toBe('sent')
  const { subject, text } = ctx.mailer.letters.at(-1)!
  return `${subject}\n${text}`
}

const NAMES = { ar: 'مقعد الجامعة', fr: 'Siège de l’université' }

it('says a name that is stored in two languages in the one of its reader, in the letter and in the list', async () => {
  const { id: campaignId } = await given.campaign({ phase: 'preparation' })
  const { year } = (await test.owner.query('SELECT year FROM campaign WHERE id = $1', [campaignId])).rows[0]
  const facts = {
    ...inTwoLanguages('campaign', { ar: 'قديم', fr: 'Ancien' }),
    ...inTwoLanguages('seat', NAMES),
  }
  for (const [own, other] of [
    ['fr', 'ar'],
    ['ar', 'fr'],
  ] as const) {
    const said = await letter('seat-accepted', own, facts, campaignId)
    expect(said).toContain(NAMES[own])
    expect(said).not.toContain(NAMES[other])
    // The edition bears its name of now and its year, whatever was stored beside it.
    expect(said).toContain(String(year))
    expect(said).not.toMatch(/Ancien|قديم/)
  }
  const actor = await given.officer('organiser', campaignId)
  await test.owner.query(
    `INSERT INTO notice (id, person_id, name, facts, campaign_id, created_at)
     VALUES (gen_random_uuid(), $1, 'seat-accepted', $2, $3, now())`,
    [actor.personId, JSON.stringify(facts), campaignId],
  )
  for (const locale of ['fr', 'ar'] as const) {
    const [row] = (await myNotices(ctx.db, actor, null, locale)).rows
    expect(row?.facts).toEqual({ campaign: expect.stringContaining(String(year)), seat: NAMES[locale] })
  }
})

it('falls back on the language that is there', async () => {
  expect(
    await letter('seat-declined', 'fr', { seat: '', seatFr: '', seatAr: NAMES.ar, campaign: 'c' }),
  ).toContain(NAMES.ar)
})

it.each([
  ['completion-requested', COMPLETION_REASONS, 'secretariat.completion.reason'],
  ['inadmissible', INADMISSIBLE_REASONS, 'secretariat.reasons'],
] as const)(
  '%s says each of its reasons in the words of the desk, never by its code',
  async (name, codes, area) => {
    for (const locale of LOCALES) {
      const said = await letter(name, locale, { reference: 'EMT-2026-0001', title: 'Sabil', reasons: codes })
      const t = createTranslator(locale)
      const line = said.replace(/\s+/g, ' ')
      for (const code of codes) {
        expect(line).toContain(t(`${area}.${code}`))
        expect(line).not.toMatch(new RegExp(`(^|[\\s:;])${code}([\\s;.]|$)`))
      }
    }
  },
)

it('shows no id: the convocation names its campaign, instant and place', async () => {
  const sessionId = '0190f6a2-0000-7000-8000-000000000001'
  const place = { place: 'الرباط', placeFr: 'Rabat' }
  const facts = { campaign: 'x', sessionId, startsAt: Date.UTC(2026, 11, 1, 9), ...place }
  const said = await letter('session-convened', 'fr', facts)
  expect(said).toContain('Rabat')
  expect(said).not.toMatch(new RegExp(`${sessionId}|الرباط`))
  expect(await letter('session-convened', 'ar', facts)).toContain('الرباط')
})

it('leads from the list to the campaign that a notice is about, which the list names and the address does not', async () => {
  const { id: campaignId } = await given.campaign({ phase: 'evaluation' })
  const actor = await given.officer('secretariat', campaignId)
  await test.owner.query(
    `INSERT INTO notice (id, person_id, name, facts, campaign_id, created_at)
     VALUES (gen_random_uuid(), $1, 'flag-raised', $2, $3, now())`,
    [actor.personId, JSON.stringify({ campaign: campaignId, reference: 'EMT-2026-0001' }), campaignId],
  )
  const [row] = (await myNotices(ctx.db, actor, null, 'fr')).rows
  expect(row?.facts['campaign']).not.toContain(campaignId)
  expect(noticeUrl('https://prix.example')('flag-raised', 'fr', row?.stored ?? {})).toBe(
    `https://prix.example/fr/jury/campaigns/${campaignId}/flags`,
  )
})
