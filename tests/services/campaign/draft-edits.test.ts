import { beforeAll, describe, expect, it } from 'vitest'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { RegulationEdit } from '#app/domain/campaign/regulation-edit.ts'
import { revise, type RevisionOf } from '#app/services/campaign/revise.ts'
import { reviseCalendar } from '#app/services/campaign/revise-calendar.ts'
import { reviseNames } from '#app/services/campaign/revise-names.ts'
import { saveArticle } from '#app/services/campaign/save-article.ts'
import { saveCategory } from '#app/services/campaign/save-category.ts'
import { saveComplaintRule } from '#app/services/campaign/save-complaint-rule.ts'
import { saveHoliday } from '#app/services/campaign/save-holiday.ts'
import { saveJuryRule } from '#app/services/campaign/save-jury-rule.ts'
import { saveParticipation } from '#app/services/campaign/save-participation.ts'
import { saveProcedureRule } from '#app/services/campaign/save-procedure-rule.ts'
import { saveRubric } from '#app/services/campaign/save-rubric.ts'
import { saveScoringRule } from '#app/services/campaign/save-scoring-rule.ts'
import { saveSlots } from '#app/services/campaign/save-slots.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { aRegulation, RUBRIC_RULES } from '#tests/support/builders/regulation.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
beforeAll(() => test.setNow(GIVEN_OPENING))

const DAY = 86_400_000
const regulation = aRegulation({ opensAt: GIVEN_OPENING })
const { calendar, categories, articles, participation, jury, scoring, deliberation, screening, publication } =
  regulation
const voting = { quorum: '1/2', vote: 'open', majority: 'simple', castingVote: false } as const
const days = { completionWorkingDays: 7, appealWorkingDays: 9 }
const [first] = categories
const category = first!.code
const [heaviest] = first!.rubric.criteria
const text = { ar: 'صياغة أخرى', fr: 'Autre rédaction' }
const { seats: _seats, ...rules } = jury
const later = { ...calendar, release: instant(calendar.release + DAY) }
const number = articles[0]!.number

type Edit = {
  readonly save: (actor: Actor, of: RevisionOf) => ReturnType<typeof reviseCalendar>
  readonly read: (document: Regulation) => unknown
  /** What is read in the draft once the edit is stored. */
  readonly stored: unknown
  readonly place: Readonly<Record<string, string>>
}
const EDITS: Readonly<Record<string, Edit>> = {
  'the calendar': {
    save: (actor, of) => reviseCalendar(ctx, actor, { ...of, calendar: later }),
    read: (document) => document.calendar,
    stored: later,
    place: { part: 'calendar' },
  },
  'an article': {
    save: (actor, of) => saveArticle(ctx, actor, { ...of, number, title: text, text }),
    read: (document) => document.articles.find((one) => one.number === number),
    stored: { ...articles[0]!, title: text, text },
    place: { part: 'article' },
  },
  'the weights': {
    save: (actor, of) =>
      saveRubric(ctx, actor, { ...of, category, weights: { [heaviest!.code]: '7.5' }, rules: RUBRIC_RULES }),
    read: (document) => document.categories[0]!.rubric.criteria.map(({ weight }) => weight),
    stored: ['7.5', ...first!.rubric.criteria.slice(1).map(({ weight }) => weight)],
    place: { part: 'rubric', category },
  },
  'the prizes': {
    save: (actor, of) => saveSlots(ctx, actor, { ...of, category, slots: first!.slots.slice(0, 1) }),
    read: (document) => document.categories.map(({ slots }) => slots),
    stored: categories.map(({ slots }, place) => (place === 0 ? slots.slice(0, 1) : slots)),
    place: { part: 'slots', category },
  },
  'a category': {
    save: (actor, of) => saveCategory(ctx, actor, { ...of, code: category, name: text, description: text }),
    read: (document) => document.categories.map(({ name }) => name),
    stored: [text, ...categories.slice(1).map(({ name }) => name)],
    place: { part: 'category' },
  },
  'the rules of the jury': {
    save: (actor, of) =>
      saveJuryRule(ctx, actor, {
        ...of,
        rules: { ...rules, readersPerNomination: rules.readersPerNomination - 1 },
      }),
    read: (document) => document.jury,
    stored: { ...jury, readersPerNomination: jury.readersPerNomination - 1 },
    place: { part: 'jury' },
  },
  'the days, the vote and what is published': {
    save: (actor, of) => saveProcedureRule(ctx, actor, { ...of, days, deliberation: voting, level: 'L1' }),
    read: (document) => [document.screening, document.deliberation, document.publication],
    stored: [{ ...screening, ...days }, voting, { ...publication, level: 'L1' }],
    place: { part: 'procedure' },
  },
  participation: {
    save: (actor, of) =>
      saveParticipation(ctx, actor, {
        ...of,
        participation: { ...participation, perAdministrationAndCategory: 1 },
      }),
    read: (document) => document.participation,
    stored: { ...participation, perAdministrationAndCategory: 1 },
    place: { part: 'participation' },
  },
}
const names = { awardName: text, organiser: text, purposes: text }
const complaints = { complaintDays: 21, complaintTargetDays: 14 }
const feast = '2031-05-05'
const scored = { ...scoring, aggregate: 'median' as const, decimals: scoring.decimals + 1 }
/** Parts of the document for which the edit itself is all there is: one shared body makes it. */
const whole = (edit: RegulationEdit, read: Edit['read'], stored: unknown): Edit => ({
  save: (actor, of) => revise(ctx, actor, of, edit),
  ...{ read, stored, place: { part: edit.kind } },
})
const MORE: Readonly<Record<string, Edit>> = {
  'the names': {
    save: (actor, of) => reviseNames(ctx, actor, { ...of, ...names }),
    read: ({ awardName, organiser, purposes }) => ({ awardName, organiser, purposes }),
    stored: names,
    place: { part: 'names' },
  },
  'the scoring rule': {
    save: (actor, of) => saveScoringRule(ctx, actor, { ...of, rules: scored }),
    read: (document) => document.scoring,
    stored: scored,
    place: { part: 'scoring' },
  },
  'the time of complaints': {
    save: (actor, of) => saveComplaintRule(ctx, actor, { ...of, days: complaints }),
    read: ({ publication }) => ({
      complaintDays: publication.complaintDays,
      complaintTargetDays: publication.complaintTargetDays,
    }),
    stored: complaints,
    place: { part: 'complaints' },
  },
  'the holidays': {
    save: (actor, of) =>
      saveHoliday(ctx, actor, {
        ...of,
        ...{ of: null, name: text, first: feast, days: 1, state: 'confirmed' },
      }),
    read: ({ holidays }) => holidays.filter(({ date }) => date === feast),
    stored: [{ date: feast, name: text, provisional: false }],
    place: { part: 'holidays' },
  },
  'the seats': whole({ kind: 'seats', seats: jury.seats.slice(1) }, (document) => document.jury, {
    ...jury,
    seats: jury.seats.slice(1),
  }),
}
async function aDraft() {
  const campaign = await given.campaign({ phase: 'preparation' })
  const organiser = await given.officer('organiser', campaign.id)
  return { campaign, organiser, of: { campaignId: campaign.id, version: 1 } }
}
const document = async (campaignId: string): Promise<Regulation> =>
  (await test.owner.query('SELECT document FROM regulation_version WHERE campaign_id = $1', [campaignId]))
    .rows[0].document

describe.each(Object.entries({ ...EDITS, ...MORE }))('an edit of %s', (_, { save, read, stored, place }) => {
  it('is stored in the draft, with one entry that names its place, and tells nobody', async () => {
    const { campaign, organiser, of } = await aDraft()
    expect(read(await document(campaign.id))).not.toEqual(stored)
    expect(await leftBy(given, () => save(organiser, of))).toMatchObject({
      result: { ok: true, value: { version: 2 } },
      entries: ['regulationRevised'],
      notices: [],
    })
    expect(read(await document(campaign.id))).toEqual(stored)
    const { rows } = await test.owner.query(
      `SELECT actor_id, facts - 'before' - 'after' AS place, facts->>'before' = facts->>'after' AS same FROM audit_entry WHERE campaign_id = $1`,
      [campaign.id],
    )
    expect(rows).toEqual([{ actor_id: organiser.personId, place, same: false }])
  })

  it('is made once of two at once', async () => {
    const { organiser, of } = await aDraft()
    const both = () => oneOfTwo('stale-version', () => save(organiser, of), test)
    expect((await leftBy(given, both)).entries).toEqual(['regulationRevised'])
  })

  it('is refused to a stranger and in rules that are frozen, and changes nothing', async () => {
    const { campaign, of } = await aDraft()
    const open = await given.campaign({ phase: 'nominations' })
    const stranger = await given.officer('organiser', open.id)
    const before = await document(campaign.id)
    const left = await leftBy(given, async () => [
      await save(stranger, of),
      await save(stranger, { ...of, campaignId: open.id }),
    ])
    expect(left).toMatchObject({
      result: [{ reason: 'not-found' }, { reason: 'wrong-phase' }],
      entries: [],
      notices: [],
    })
    expect(await document(campaign.id)).toEqual(before)
    expect(read(await document(open.id))).not.toEqual(stored)
  })
})

describe('an edit that cannot be read', () => {
  it('is refused at its field: an instant of the calendar, a share of the jury, and changes nothing', async () => {
    const { campaign, organiser, of } = await aDraft()
    const before = await document(campaign.id)
    const left = await leftBy(given, async () => [
      await reviseCalendar(ctx, organiser, {
        ...of,
        calendar: { ...calendar, screeningEnds: instant(Number.NaN) },
      }),
      await saveJuryRule(ctx, organiser, { ...of, rules: { ...rules, minimumShare: 'la moitié' } }),
      await saveSlots(ctx, organiser, { ...of, category: 'none', slots: [] }),
      await saveProcedureRule(ctx, organiser, {
        ...{ ...of, days, level: 'L1' },
        deliberation: { ...deliberation, quorum: '2' },
      }),
      await reviseNames(ctx, organiser, { ...of, ...names, awardName: { ...text, fr: 'Prix\u202E' } }),
    ])
    expect(left).toMatchObject({
      result: [
        { reason: 'unreadable-instant', fields: { 'calendar.screeningEnds': 'errors.date' } },
        { reason: 'unreadable-share', fields: { minimumShare: 'errors.share' } },
        { reason: 'unknown-category' },
        { reason: 'unreadable-share' },
        { reason: 'unreadable-text' },
      ],
      entries: [],
    })
    expect(await document(campaign.id)).toEqual(before)
  })
})
