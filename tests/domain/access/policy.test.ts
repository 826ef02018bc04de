import { describe, expect, it } from 'vitest'
import { ACTIONS } from '#app/domain/access/action.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { POLICY } from '#app/domain/access/policy-table.ts'
import { PHASES } from '#app/domain/campaign/phase.ts'
import { anActor, favourable, holding } from './an-actor.ts'
import type { Action } from '#app/domain/access/action.ts'
import type { PolicyFacts } from '#app/domain/access/facts.ts'
import type { Role } from '#app/domain/access/rule.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'

const facts = (phase: Phase, over: Partial<PolicyFacts> = {}): PolicyFacts => ({
  ...favourable,
  phase,
  ...over,
})
const bare = (phase: Phase): PolicyFacts => ({ campaignId: 'c1', phase })

describe('decide', () => {
  it('gives the permit in the role that was used', () => {
    expect(decide(holding('signatory'), 'nomination.submit', facts('nominations'))).toEqual({
      ok: true,
      value: { action: 'nomination.submit', as: 'signatory', campaignId: 'c1', personId: 'me' },
    })
  })
  it.each<[string, Role, Action, PolicyFacts]>([
    ['not-signed-in', 'public', 'nomination.start', facts('nominations')],
    ['wrong-role', 'editor', 'nomination.submit', facts('nominations')],
    ['wrong-role', 'administrator', 'dossier.read', facts('evaluation')],
    ['wrong-phase', 'signatory', 'nomination.submit', facts('screening')],
    ['wrong-phase', 'public', 'laureates.read-public', facts('embargo')],
    ['recused', 'juror', 'dossier.read', facts('evaluation', { recused: true })],
    ['recused', 'secretariat', 'screening.read-file', facts('screening', { recused: true })],
    ['declaration-missing', 'juror', 'dossier.read', facts('evaluation', { declared: false })],
    ['not-assigned', 'juror', 'sheet.save', facts('evaluation', { assigned: false })],
    ['charter-missing', 'juror', 'interests.declare', facts('evaluation', { charterSigned: false })],
    ['not-own', 'juror', 'sheet.read', facts('evaluation', { ownerId: 'other' })],
    ['own-proposal', 'secretariat', 'screening.validate', facts('screening', { firstHand: 'me' })],
    ['own-proposal', 'publisher', 'release.approve', facts('embargo', { firstHand: 'me' })],
    ['took-part', 'secretariat', 'screening.answer-appeal', facts('screening', { involved: ['me'] })],
    ['own-sheet-unsealed', 'juror', 'opinion.read', facts('evaluation', { ownSealed: false })],
    ['not-deputising', 'deputy', 'sheet.reopen', facts('evaluation', { deputises: false })],
    ['evaluation-open', 'chair', 'spread.read', facts('evaluation', { evaluationClosed: false })],
    ['list-not-public', 'public', 'register.read-public', facts('evaluation', { listPublic: false })],
  ])('refuses with %s: %s, %s', (reason, role, action, given) => {
    expect(decide(holding(role), action, given)).toMatchObject({ ok: false, reason })
  })
  it('sends an applicant of another administration away', () => {
    expect(
      decide(holding('signatory'), 'nomination.read', facts('nominations', { administrationId: 'a2' })).ok,
    ).toBe(false)
  })
  it('asks offices and seats for the second factor, applicants not', () => {
    for (const role of ['secretariat', 'juror', 'chair', 'organiser'] as const) {
      const actor = { ...(holding(role) ?? anActor()), secondFactor: false }
      const action =
        role === 'secretariat'
          ? 'screening.read-queue'
          : role === 'organiser'
            ? 'campaign.read-tower'
            : 'charter.sign'
      expect(decide(actor, action, facts('screening'))).toMatchObject({ reason: 'second-factor-required' })
    }
    expect(decide(holding('editor'), 'nomination.write', facts('nominations')).ok).toBe(true)
  })
  it('lets nobody act with either of two separate hands', () => {
    const both = anActor({
      grants: [{ role: 'secretariat', campaignId: 'c1' }],
      seats: [{ seatId: 's', campaignId: 'c1', role: 'juror', accepted: true }],
    })
    expect(decide(both, 'sheet.seal', facts('evaluation'))).toMatchObject({ reason: 'separate-hands' })
    expect(decide(both, 'screening.read-queue', facts('screening'))).toMatchObject({
      reason: 'separate-hands',
    })
  })
  it('keeps the roles of another campaign out of this one', () => {
    const elsewhere = anActor({ grants: [{ role: 'secretariat', campaignId: 'c2' }] })
    expect(decide(elsewhere, 'screening.read-queue', facts('screening'))).toMatchObject({
      reason: 'wrong-role',
    })
    const invited = anActor({ seats: [{ seatId: 's', campaignId: 'c1', role: 'juror', accepted: false }] })
    expect(decide(invited, 'dossier.read', facts('evaluation'))).toMatchObject({ reason: 'wrong-role' })
  })
  it('counts every fact that was not loaded against the actor', () => {
    for (const action of ACTIONS) {
      const guarded = POLICY[action].every(({ given }) => given.length > 0)
      if (!guarded) continue
      for (const phase of PHASES) {
        for (const rule of POLICY[action]) {
          for (const role of rule.as) {
            expect(decide(holding(role), action, bare(phase)).ok, `${action} ${role} ${phase}`).toBe(false)
          }
        }
      }
    }
  })
  it('gives the administrator no dossier, sheet, ranking, ballot or release in any phase', () => {
    for (const action of ACTIONS.filter((name) =>
      /^(dossier|evidence|sheet|spread|ranking|opinion|screening|nomination|session|ballot|award|minutes|release|export)\./.test(
        name,
      ),
    )) {
      for (const phase of PHASES)
        expect(decide(holding('administrator'), action, facts(phase)).ok, action).toBe(false)
    }
  })
  it('shows a sheet before release to its juror alone, and later to the auditor', () => {
    const seers = (phase: Phase) =>
      (
        [
          'editor',
          'secretariat',
          'organiser',
          'chair',
          'deputy',
          'juror',
          'publisher',
          'administrator',
          'auditor',
        ] as const
      ).filter((role) => decide(holding(role), 'sheet.read', facts(phase)).ok)
    expect(seers('evaluation')).toEqual(['juror'])
    expect(seers('deliberation')).toEqual(['juror', 'auditor'])
  })
  it('lets the platform itself only do the timed acts', () => {
    const allowed = ACTIONS.filter((action) =>
      PHASES.some((phase) => decide(SYSTEM_ACTOR, action, facts(phase)).ok),
    )
    expect(allowed).toEqual(['campaign.close-nominations', 'campaign.publish'])
  })
})
