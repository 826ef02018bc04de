import { describe, expect, it } from 'vitest'
import { extendDeadline } from '#app/domain/campaign/extension.ts'
import { openCampaign } from '#app/domain/campaign/opening.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { aCampaign, aRegulation, hashOf, offsetAt, OPENS } from './a-campaign.ts'

const input = { now: OPENS, offsetAt, hashOf, signed: true, people: ['p1'], jurors: ['j1'] }
const DAY = 86_400_000

describe('openCampaign', () => {
  it('freezes the regulation with its hash and tells the people', () => {
    const opened = openCampaign(aCampaign(), input)
    expect(opened).toMatchObject({
      ok: true,
      value: {
        campaign: { phase: 'nominations', frozenAt: OPENS, regulationHash: hashOf(aRegulation), version: 2 },
        version: { number: 1, hash: hashOf(aRegulation), reason: null },
        entry: { act: 'campaignOpened' },
        notices: [{ name: 'campaign-opened', to: { personId: 'p1' } }],
      },
    })
  })
  it.each([
    ['blocked', aCampaign(), { ...input, signed: false }],
    ['blocked', aCampaign({ regulation: { ...aRegulation, categories: [] } }), input],
    ['blocked', aCampaign(), { ...input, now: aRegulation.calendar.nominationsClose }],
    ['already-frozen', aCampaign({ frozenAt: OPENS }), input],
    ['illegal-transition', aCampaign({ phase: 'screening' }), input],
  ] as const)('refuses with %s', (reason, campaign, given) => {
    expect(openCampaign(campaign, given)).toMatchObject({ ok: false, reason })
  })
})

describe('extendDeadline', () => {
  const open = aCampaign({ phase: 'nominations', frozenAt: OPENS, regulationHash: 'old' })
  const close = aRegulation.calendar.nominationsClose
  const sheetsDue = aRegulation.calendar.evaluationCloses
  const request = {
    closesAt: instant(close + 7 * DAY),
    reason: { ar: 'طلب الإدارات', fr: 'À la demande des administrations' },
    moveFollowing: true,
  }
  it('makes a new frozen version, moves what follows and tells all', () => {
    const done = extendDeadline(open, request, input)
    expect(done).toMatchObject({
      ok: true,
      value: {
        campaign: {
          regulationVersion: 2,
          regulation: {
            calendar: {
              nominationsClose: close + 7 * DAY,
              release: aRegulation.calendar.release + 7 * DAY,
              nominationsOpen: OPENS,
            },
          },
        },
        version: { number: 2, reason: request.reason },
        notices: [
          { name: 'deadline-extended', to: { personId: 'p1' }, facts: { previousClosesAt: close } },
          {
            name: 'calendar-changed',
            to: { personId: 'j1' },
            facts: { dueAt: sheetsDue + 7 * DAY, previousDueAt: sheetsDue },
          },
        ],
      },
    })
    expect(done.ok && done.value.campaign.regulationHash).not.toBe('old')
  })
  it('keeps the hour of what follows when a change of the legal time lies on the way', () => {
    const { calendar } = aRegulation
    const changesAt = calendar.evaluationCloses + 2 * DAY
    const offsetAt = (at: number) => (at < changesAt ? 0 : 60)
    const done = extendDeadline(open, request, { ...input, offsetAt })
    expect(done).toMatchObject({
      value: {
        campaign: {
          regulation: { calendar: { evaluationCloses: calendar.evaluationCloses + 7 * DAY - 3600_000 } },
        },
      },
    })
  })
  it('tells jurors nothing when the date of their sheets stays', () => {
    const done = extendDeadline(
      open,
      { ...request, closesAt: instant(close + 3600_000), moveFollowing: false },
      input,
    )
    expect(done.ok && done.value.notices.map(({ name }) => name)).toEqual(['deadline-extended'])
  })
  it('lets the millisecond before closing pass and not the closing itself', () => {
    expect(extendDeadline(open, request, { ...input, now: instant(close - 1) }).ok).toBe(true)
    expect(extendDeadline(open, request, { ...input, now: close })).toMatchObject({
      reason: 'deadline-passed',
    })
  })
  it.each([
    ['not-later', open, { ...request, closesAt: close }],
    ['not-later', open, { ...request, closesAt: instant(Number.NaN) }],
    ['reason-required', open, { ...request, reason: { ar: ' ', fr: 'x' } }],
    ['calendar-order', open, { ...request, closesAt: instant(close + 60 * DAY), moveFollowing: false }],
    ['wrong-phase', aCampaign({ phase: 'screening' }), request],
  ] as const)('refuses with %s', (reason, campaign, wanted) => {
    expect(extendDeadline(campaign, wanted, input)).toMatchObject({ ok: false, reason })
  })
  it('names the language of the missing reason', () => {
    expect(extendDeadline(open, { ...request, reason: { ar: '', fr: 'x' } }, input)).toMatchObject({
      fields: { 'reason.ar': 'errors.required' },
    })
  })
})
