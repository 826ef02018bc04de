import { expect, it } from 'vitest'
import { templateRegulation } from '#app/domain/campaign/template.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import { TowerSay } from '#app/ui/organiser/tower-say.tsx'
import { show } from '../support/show.tsx'

const at = (iso: string) => Date.parse(iso)
// Opens on 5 March 2026 at 09:00, under GMT, and closes on 2 April at 16:30, under GMT+1.
const opening = instant(at('2025-12-28T08:00:00Z'))
const { calendar } = templateRegulation(opening, (when) => legalOffsetMinutes(when))
const said = (now: string): string => {
  const figures = { counts: [], readings: { sealed: 1, total: 9 }, decisions: 0 }
  const view = show(<TowerSay phase="evaluation" now={at(now)} calendar={calendar} {...figures} />)
  const text = view.container.querySelector('.say')?.textContent ?? ''
  view.unmount()
  return text
}

it('counts the days of the evaluation by midnights of the legal zone, across the change of hour', () => {
  expect(said('2026-03-05T08:00:00Z')).toContain('jour 1 sur 29')
  expect(said('2026-03-05T09:00:00Z')).toContain('jour 1 sur 29')
  expect(said('2026-03-06T00:30:00Z')).toContain('jour 2 sur 29')
  expect(said('2026-04-01T22:30:00Z')).toContain('jour 28 sur 29')
  expect(said('2026-04-01T23:30:00Z')).toContain('jour 29 sur 29')
  expect(said('2026-05-01T09:00:00Z')).toContain('jour 29 sur 29')
})
