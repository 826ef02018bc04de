import { beforeEach, describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { advancePhase } from '#app/services/campaign/advance-phase.ts'
import { complaintDue } from '#app/domain/complaint/complaint.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import { archiveCampaign } from '#app/services/campaign/archive-campaign.ts'
import { closeNominations } from '#app/services/campaign/close-nominations.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { aRegulation } from '#tests/support/builders/regulation.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
const phaseOf = async (id: string) =>
  (await test.owner.query<{ phase: string }>(`SELECT phase FROM campaign WHERE id = $1`, [id])).rows[0]?.phase
const smallJury = () => {
  const regulation = aRegulation({ opensAt: GIVEN_OPENING })
  const jury = { ...regulation.jury, readersPerNomination: 1, minimumSheets: 1 }
  return { ...regulation, jury: { ...jury, seats: jury.seats.slice(0, 3) } }
}

beforeEach(() => test.setNow(GIVEN_OPENING))

describe('closeNominations', () => {
  it('closes at the deadline and not a millisecond before', async () => {
    const campaign = await given.campaign({ phase: 'nominations' })
    const close = campaign.regulation.calendar.nominationsClose
    await test.setNow(instant(close - 1))
    expect((await closeNominations(ctx)).closed).not.toContain(campaign.id)
    await test.setNow(close)
    expect((await closeNominations(ctx)).closed).toContain(campaign.id)
    expect(await phaseOf(campaign.id)).toBe('screening')
    const entry = await test.owner.query(`SELECT act, actor_role FROM audit_entry WHERE campaign_id = $1`, [
      campaign.id,
    ])
    expect(entry.rows).toEqual([{ act: 'phaseChanged', actor_role: 'system' }])
  })

  it('closes once when two workers run at once', async () => {
    const campaign = await given.campaign({ phase: 'nominations' })
    await test.setNow(campaign.regulation.calendar.nominationsClose)
    const both = await Promise.all([closeNominations(ctx), closeNominations(ctx)])
    expect(both.flatMap(({ closed }) => closed).filter((id) => id === campaign.id)).toHaveLength(1)
    const changes = await test.owner.query(`SELECT 1 FROM phase_change WHERE campaign_id = $1`, [campaign.id])
    expect(changes.rowCount).toBe(1)
  })
})

describe('advancePhase', () => {
  it('opens evaluation when every file is decided, every seat filled and every file read by enough', async () => {
    const campaign = await given.campaign({ phase: 'screening', regulation: smallJury() })
    const organiser = await given.officer('organiser', campaign.id)
    const nomination = await given.nomination({
      campaign,
      administration: (await given.administration()).id,
      state: 'submitted',
    })
    const go = () =>
      advancePhase(ctx, organiser, { campaignId: campaign.id, from: 'screening', to: 'evaluation' })
    await test.setNow(campaign.regulation.calendar.evaluationOpens)
    expect(await go()).toMatchObject({
      reason: 'blocked',
      facts: { codes: ['file-undecided', 'seat-vacant'] },
    })
    await test.owner.query(`UPDATE nomination SET state = 'admissible' WHERE id = $1`, [nomination.id])
    const people = [await given.person(), await given.person(), await given.person()]
    for (const [index, rule] of campaign.regulation.jury.seats.entries()) {
      const seat = await given.seat({
        campaign: campaign.id,
        person: people[index]!.id,
        code: rule.code,
        role: rule.role,
      })
      if (rule.role !== 'juror') continue
      expect(await go()).toMatchObject({
        reason: 'blocked',
        facts: { codes: ['interests-undeclared', 'readers-missing'] },
      })
      // Recused through the own body: the file is hidden, nothing can be declared about it and nothing is missing.
      const recusal = { id: crypto.randomUUID(), seat_id: seat.id, nomination_id: nomination.id }
      const cause = { source: 'automatic', kind: 'same-body', at: new Date() }
      await given.insert('recusal', { ...recusal, ...cause })
      expect(await go()).toMatchObject({ reason: 'blocked', facts: { codes: ['readers-missing'] } })
      await test.owner.query('DELETE FROM recusal WHERE id = $1', [recusal.id])
      await given.insert('interest', {
        id: crypto.randomUUID(),
        seat_id: seat.id,
        nomination_id: nomination.id,
        kind: 'none',
        declared_at: new Date(),
      })
      await given.assignment({ seat: seat.id, nomination: nomination.id })
    }
    expect(await go()).toMatchObject({ ok: true, value: { phase: 'evaluation' } })
    expect(await phaseOf(campaign.id)).toBe('evaluation')
    const told = await test.owner.query(`SELECT name FROM notice WHERE campaign_id = $1`, [campaign.id])
    expect(told.rowCount).toBe(4)
  })

  it('holds evaluation open while a sheet is unsealed, and names the seat', async () => {
    const campaign = await given.campaign({ phase: 'evaluation', regulation: smallJury() })
    const organiser = await given.officer('organiser', campaign.id)
    const nomination = await given.nomination({
      campaign,
      administration: (await given.administration()).id,
      state: 'admissible',
    })
    const seat = await given.seat({ campaign: campaign.id, person: (await given.person()).id })
    await given.assignment({ seat: seat.id, nomination: nomination.id })
    await test.setNow(campaign.regulation.calendar.evaluationCloses)
    const go = { campaignId: campaign.id, from: 'evaluation', to: 'deliberation' } as const
    expect(await advancePhase(ctx, organiser, go)).toMatchObject({
      reason: 'blocked',
      facts: { codes: ['sheets-unsealed', 'below-minimum-sheets'] },
    })
    expect(await phaseOf(campaign.id)).toBe('evaluation')
  })

  it('closes evaluation with a tally per category and the root of the commitments', async () => {
    const campaign = await given.campaign({ phase: 'evaluation', regulation: smallJury() })
    const organiser = await given.officer('organiser', campaign.id)
    await test.setNow(campaign.regulation.calendar.evaluationCloses)
    const go = { campaignId: campaign.id, from: 'evaluation', to: 'deliberation' } as const
    const close = () => advancePhase(ctx, organiser, go)
    const left = await leftBy(given, () => oneOfTwo('stale-version', close, test))
    expect(left.entries).toEqual(['phaseChanged', 'evaluationClosed', 'sheetRootPublished'])
    const tallies = await test.owner.query(`SELECT hash FROM tally WHERE campaign_id = $1`, [campaign.id])
    expect(tallies.rowCount).toBe(campaign.regulation.categories.length)
    const root = await test.owner.query(`SELECT sheet_root FROM campaign WHERE id = $1`, [campaign.id])
    const entry = await test.owner.query(
      `SELECT facts FROM audit_entry WHERE campaign_id = $1 AND act = 'evaluationClosed'`,
      [campaign.id],
    )
    expect(entry.rows[0].facts.sheetRoot).toBe(root.rows[0].sheet_root)
    const published = await test.owner.query(
      `SELECT facts FROM audit_entry WHERE campaign_id = $1 AND act = 'sheetRootPublished'`,
      [campaign.id],
    )
    expect(published.rows).toEqual([{ facts: { sheetRoot: root.rows[0].sheet_root } }])
  })

  it('refuses a jump, another hand, a stale page and a stranger, and leaves no trace', async () => {
    const campaign = await given.campaign({ phase: 'nominations' })
    const organiser = await given.officer('organiser', campaign.id)
    const clerk = await given.officer('secretariat', campaign.id)
    const go = (actor: typeof organiser, from: 'nominations' | 'screening', to: 'screening' | 'evaluation') =>
      advancePhase(ctx, actor, { campaignId: campaign.id, from, to })
    expect(await go(organiser, 'nominations', 'evaluation')).toMatchObject({ reason: 'wrong-phase' })
    expect(await go(clerk, 'nominations', 'screening')).toMatchObject({ reason: 'not-found' })
    expect(await go(organiser, 'screening', 'evaluation')).toMatchObject({ reason: 'stale-version' })
    expect(await go(organiser, 'nominations', 'screening')).toMatchObject({
      reason: 'blocked',
      facts: { codes: ['deadline-not-reached'] },
    })
    const left = await test.owner.query(`SELECT 1 FROM audit_entry WHERE campaign_id = $1`, [campaign.id])
    expect(left.rowCount).toBe(0)
  })

  it('archives only after the complaint window', async () => {
    const campaign = await given.campaign({ phase: 'published' })
    const organiser = await given.officer('organiser', campaign.id)
    await given.insert('phase_change', {
      id: crypto.randomUUID(),
      campaign_id: campaign.id,
      from_phase: 'embargo',
      to_phase: 'published',
      at: new Date(GIVEN_OPENING),
      person_id: organiser.personId,
    })
    expect(await archiveCampaign(ctx, organiser, { campaignId: campaign.id })).toMatchObject({
      reason: 'blocked',
      facts: { codes: ['complaint-window-open'] },
    })
    // The letter of the result says until the closing hour of the last day, whatever the hour of the release.
    const until = complaintDue(GIVEN_OPENING, 60, (at) => legalOffsetMinutes(at))
    expect(until).toBeGreaterThan(GIVEN_OPENING + 60 * 86_400_000)
    await test.setNow(instant(until - 1))
    expect(await archiveCampaign(ctx, organiser, { campaignId: campaign.id })).toMatchObject({
      facts: { codes: ['complaint-window-open'] },
    })
    await test.setNow(until)
    // Pressed twice at once: one entry, one letter to each of the two offices.
    await given.officer('secretariat', campaign.id)
    const archive = () => archiveCampaign(ctx, organiser, { campaignId: campaign.id })
    const left = await leftBy(given, () => oneOfTwo('stale-version', archive, test))
    expect(left).toMatchObject({
      entries: ['phaseChanged'],
      notices: ['phase-changed', 'phase-changed'],
    })
    expect(await phaseOf(campaign.id)).toBe('archived')
    const { rows } = await test.owner.query(
      `SELECT from_phase, to_phase, person_id FROM phase_change WHERE campaign_id = $1 AND from_phase = 'published'`,
      [campaign.id],
    )
    expect(rows).toEqual([{ from_phase: 'published', to_phase: 'archived', person_id: organiser.personId }])
  })
})
