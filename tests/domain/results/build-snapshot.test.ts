import { expect, it } from 'vitest'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { buildSnapshot } from '#app/domain/results/build-snapshot.ts'
import { UNNAMED_PROJECT } from '#app/domain/results/unnamed-project.ts'

const slot = { code: 'prize', type: 'other', label: { ar: 'Grand Prix', fr: 'Grand Prix' } }
const facts = {
  plenary: new Set<string>(),
  campaign: { organiser: { ar: 'Ministère', fr: 'Ministère' } } as never,
  figures: {} as never,
  synthetic: true,
  sources: [],
  gaps: [],
  regulation: {
    categories: [{ code: 'web', name: { ar: 'خدمات', fr: 'Services' }, slots: [slot] }],
  } as unknown as Regulation,
  rankings: new Map(),
  decisions: [
    {
      id: 'd',
      campaignId: 'c',
      sessionId: 's',
      category: 'web',
      slot: 'prize',
      outcome: 'awarded' as const,
      reason: null,
      winners: ['n'],
      vote: null,
      decidedAt: instant(0),
    },
  ],
}
const winner = (title: object) => ({
  nominationId: 'n',
  reference: null,
  title,
  administration: { id: 'a', name: { ar: 'CNSS', fr: 'CNSS' } },
  partners: [],
  summary: {},
})

it('publishes names known in French alone in French alone, and no title where no source gives one', () => {
  const snapshot = buildSnapshot({ ...facts, nominations: new Map([['n', winner(UNNAMED_PROJECT)]]) })
  expect(snapshot.ok && snapshot.value.campaign.organiser).toEqual({ fr: 'Ministère' })
  const [category] = snapshot.ok ? snapshot.value.categories : []
  expect(category?.name).toEqual({ ar: 'خدمات', fr: 'Services' })
  expect(category?.slots[0]).toMatchObject({ label: { fr: 'Grand Prix' } })
  expect(category?.slots[0]?.label).not.toHaveProperty('ar')
  expect(category?.slots[0]?.winners[0]).toMatchObject({
    title: {},
    administration: { name: { fr: 'CNSS' } },
  })
})

it('says of a winner without an official score that the plenary decided, and of no other', () => {
  const nominations = new Map([['n', winner({ fr: 'Service' })]])
  const winnerOf = (plenary: string[]) => {
    const snapshot = buildSnapshot({ ...facts, nominations, plenary: new Set(plenary) })
    return snapshot.ok ? snapshot.value.categories[0]?.slots[0]?.winners[0] : undefined
  }
  expect(winnerOf(['n'])).toMatchObject({ plenary: true, score: null })
  expect(winnerOf(['m'])).not.toHaveProperty('plenary')
})
