import { describe, expect, it } from 'vitest'
import { ROLES } from '#app/domain/access/rule.ts'
import { THINGS, visible } from '#app/domain/access/visibility.ts'
import { PHASES } from '#app/domain/campaign/phase.ts'
import { anActor, holding } from './an-actor.ts'
import type { Role } from '#app/domain/access/rule.ts'
import type { Scope, Thing } from '#app/domain/access/visibility.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'

const see = (role: Role, thing: Thing, phase: Phase, evaluationClosed = false): Scope =>
  visible(holding(role), role, thing, { campaignId: 'c1', phase, evaluationClosed })
const none = { kind: 'none' }

describe('visible', () => {
  it('shows an applicant their own administrations, whatever the phase', () => {
    expect(see('editor', 'nomination', 'evaluation')).toEqual({ kind: 'own-administrations', ids: ['a1'] })
    expect(see('editor', 'sheet', 'published')).toEqual(none)
    expect(see('editor', 'progress', 'evaluation')).toEqual(none)
  })
  it('shows a juror the assigned files, without those recused', () => {
    const scope = { kind: 'assigned', seatId: 's1', campaignId: 'c1', hideRecusedOf: 'me' }
    expect(see('juror', 'dossier', 'evaluation')).toEqual(scope)
    expect(see('juror', 'sheet', 'evaluation')).toEqual(scope)
    expect(see('juror', 'dossier', 'screening')).toEqual(none)
    expect(see('juror', 'ranking', 'evaluation')).toEqual(none)
    expect(see('juror', 'dossier', 'deliberation')).toMatchObject({ kind: 'campaign', hideRecusedOf: 'me' })
  })
  it('shows the organiser no sheet and no ranking before release', () => {
    for (const phase of PHASES) {
      const released = phase === 'published' || phase === 'archived'
      expect(see('organiser', 'sheet', phase).kind).toBe(released ? 'campaign' : 'none')
      expect(see('organiser', 'ranking', phase).kind).toBe(released ? 'campaign' : 'none')
    }
    expect(see('organiser', 'progress', 'evaluation').kind).toBe('campaign')
  })
  it('opens the ranking to the chair once evaluation has closed', () => {
    expect(see('chair', 'ranking', 'evaluation')).toEqual(none)
    expect(see('chair', 'ranking', 'evaluation', true)).toMatchObject({
      kind: 'campaign',
      hideRecusedOf: 'me',
    })
    expect(see('chair', 'sheet', 'deliberation', true)).toEqual(none)
  })
  it('shows the administrator people and nothing of the award', () => {
    const seen = THINGS.filter((thing) =>
      PHASES.some((phase) => !['none', 'public'].includes(see('administrator', thing, phase, true).kind)),
    )
    expect(seen).toEqual(['person'])
  })
  it('shows no laureate to anyone outside before release', () => {
    for (const role of ROLES) {
      const kind = see(role, 'laureate', 'embargo').kind
      expect(kind, role).toBe(role === 'publisher' || role === 'auditor' ? 'campaign' : 'none')
    }
    expect(see('public', 'laureate', 'published')).toEqual({ kind: 'public', campaignId: 'c1' })
  })
  it('shows nothing to a role that is not held, without second factor, or to two separate hands', () => {
    const facts = { campaignId: 'c1', phase: 'evaluation' } as const
    expect(visible(holding('juror'), 'chair', 'progress', facts)).toEqual(none)
    expect(
      visible({ ...anActor(holding('juror') ?? {}), secondFactor: false }, 'juror', 'dossier', facts),
    ).toEqual(none)
    const both = anActor({
      grants: [{ role: 'publisher', campaignId: 'c1' }],
      seats: [{ seatId: 's1', campaignId: 'c1', role: 'juror', accepted: true }],
    })
    expect(visible(both, 'juror', 'dossier', facts)).toEqual(none)
    expect(visible(null, 'juror', 'dossier', facts)).toEqual(none)
  })
})
