import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import * as article from '#app/routes/organiser/article.tsx'
import * as calendar from '#app/routes/organiser/calendar.tsx'
import * as campaign from '#app/routes/organiser/campaign.tsx'
import * as campaignNew from '#app/routes/organiser/campaign-new.tsx'
import * as campaigns from '#app/routes/organiser/campaigns.tsx'
import * as category from '#app/routes/organiser/category.tsx'
import * as clarifications from '#app/routes/organiser/clarifications.tsx'
import * as criterion from '#app/routes/organiser/criterion.tsx'
import * as extension from '#app/routes/organiser/extension.tsx'
import * as jury from '#app/routes/organiser/jury.tsx'
import * as layout from '#app/routes/organiser/layout.tsx'
import * as letters from '#app/routes/organiser/letters.tsx'
import * as holidays from '#app/routes/organiser/holidays.tsx'
import * as names from '#app/routes/organiser/names.tsx'
import * as nominations from '#app/routes/organiser/nominations.tsx'
import * as opening from '#app/routes/organiser/opening.tsx'
import * as participation from '#app/routes/organiser/participation.tsx'
import * as procedure from '#app/routes/organiser/procedure.tsx'
import * as phase from '#app/routes/organiser/phase.tsx'
import * as registrations from '#app/routes/organiser/registrations.tsx'
import * as regulation from '#app/routes/organiser/regulation.tsx'
import * as rubric from '#app/routes/organiser/rubric.tsx'
import * as scoring from '#app/routes/organiser/scoring.tsx'
import * as setup from '#app/routes/organiser/setup.tsx'
import * as simulation from '#app/routes/organiser/simulation.tsx'
import * as slots from '#app/routes/organiser/slots.tsx'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { renderPage, type RouteModule } from '#tests/support/render-page.tsx'
import { get } from '#tests/support/request.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)

const draft = await given.campaign({ phase: 'preparation' })
const open = await given.campaign({ phase: 'nominations' })
const judged = await given.campaign({ phase: 'evaluation' })
const organiser = await given.officer('organiser', draft.id)
for (const { id } of [open, judged])
  await given.grant({ person: organiser.personId, role: 'organiser', campaign: id })
await given.grant({ person: organiser.personId, role: 'administrator' })
const cookie = await given.signedIn(organiser.personId)
const code = draft.regulation.categories[0]!.code

beforeAll(async () => {
  await test.setNow(GIVEN_OPENING)
  const body = await given.administration()
  await given.administration({ state: 'requested' })
  const person = await given.person()
  await given.mandate({ person: person.id, administration: body.id, state: 'requested' })
  const file = await given.nomination({ campaign: judged, administration: body.id, state: 'admissible' })
  await given.nomination({ campaign: judged, administration: body.id, state: 'submitted', title: {} })
  await given.nomination({ campaign: open, administration: body.id, state: 'draft' })
  const seat = await given.seat({ campaign: judged.id, person: person.id })
  await given.assignment({ seat: seat.id, nomination: file.id })
  await given.insert('letter_hold', {
    ...{ id: randomUUID(), campaign_id: judged.id, held_by: person.id, held_at: new Date() },
  })
  for (const [state, attempts] of Object.entries({ pending: 2, held: 0, sent: 1, failed: 40 }))
    await given.insert('outbox', {
      ...{ id: randomUUID(), notice: 'published', email: 'salma@example.ma', locale: 'fr', facts: {} },
      ...{ campaign_id: judged.id, state, attempts, created_at: new Date(), next_attempt_at: new Date() },
      ...(state === 'sent' ? { sent_at: new Date(), person_id: person.id } : {}),
    })
})

const inDraft = { campaignId: draft.id, code, number: '1' }
const inCriterion = { ...inDraft, criterion: draft.regulation.categories[0]!.rubric.criteria[0]!.code }
const PAGES: Readonly<Record<string, readonly [RouteModule, Readonly<Record<string, string>>]>> = {
  layout: [layout, { campaignId: open.id }],
  campaigns: [campaigns, {}],
  new: [campaignNew, {}],
  registrations: [registrations, {}],
  setup: [setup, inDraft],
  'setup, frozen': [setup, { campaignId: open.id }],
  names: [names, inDraft],
  calendar: [calendar, inDraft],
  holidays: [holidays, inDraft],
  'holidays, in force': [holidays, { campaignId: judged.id }],
  regulation: [regulation, inDraft],
  article: [article, inDraft],
  category: [category, inDraft],
  slots: [slots, inDraft],
  rubric: [rubric, inDraft],
  criterion: [criterion, inCriterion],
  'simulation without a released edition': [simulation, inDraft],
  jury: [jury, inDraft],
  scoring: [scoring, inDraft],
  participation: [participation, inDraft],
  procedure: [procedure, inDraft],
  opening: [opening, inDraft],
  extension: [extension, { campaignId: open.id }],
  phase: [phase, { campaignId: judged.id }],
  nominations: [nominations, { campaignId: judged.id }],
  clarifications: [clarifications, { campaignId: open.id }],
  letters: [letters, { campaignId: judged.id }],
  'tower in preparation': [campaign, inDraft],
  'tower in nominations': [campaign, { campaignId: open.id }],
  'tower in evaluation': [campaign, { campaignId: judged.id }],
}
/** A key that nobody wrote comes back as it is. */
const KEY = /\b(campaign|common|work|errors)\.[a-z][A-Za-z]*\.[A-Za-z.-]+/
const words = (text: string): string => text.replace(/<[^>]*>/g, ' ')

describe.each(['fr', 'ar'] as const)('in %s', (locale) => {
  it.each(Object.keys(PAGES))('writes the page «%s» whole, every sentence translated', async (name) => {
    const [page, params] = PAGES[name]!
    const { status, value } = await get(ctx, page, `/${locale}/organiser`, { locale, ...params }, cookie)
    expect(status).toBe(200)
    const text = renderPage(page, { locale, value })
    expect(words(text)).not.toMatch(KEY)
    expect(words(text)).not.toMatch(/\{\{|undefined|\[object/)
    expect(text).not.toMatch(/ style="/)
    if (locale === 'ar') expect(text).toMatch(/[\u0600-\u06FF]/)
  })
})

describe('a refused form', () => {
  it('shows its summary, the message at the field and what was typed', async () => {
    const params = { locale: 'fr', campaignId: draft.id }
    const { value } = await get(ctx, names, '/fr/organiser', params, cookie)
    const failure = {
      fieldErrors: { 'awardName.fr': 'errors.tooLong' },
      typed: { 'awardName.fr': 'MON-TITRE', 'awardName.ar': 'عنوان' },
    }
    const text = renderPage(names, { locale: 'fr', value, left: { failure } })
    expect(text).toContain('MON-TITRE')
    expect(text).toContain('id="errors"')
    const stale = { fieldErrors: {}, formError: { reason: 'stale-version', facts: { version: 2 } } }
    const again = renderPage(names, { locale: 'fr', value, left: { failure: { ...failure, ...stale } } })
    expect(again).toContain('Une autre personne a modifié')
    expect(again).toContain('MON-TITRE')
  })
})
