import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Context } from '#app/services/context.ts'
import { answerCompletion } from '#app/services/nomination/answer-completion.ts'
import { lapseCompletions } from '#app/services/nomination/lapse-completions.ts'
import { proposeScreening as propose } from '#app/services/nomination/propose-screening.ts'
import { recordChecks as record } from '#app/services/nomination/record-checks.ts'
import { requestCompletion as request } from '#app/services/nomination/request-completion.ts'
import { returnScreening } from '#app/services/nomination/return-screening.ts'
import { validateScreening } from '#app/services/nomination/validate-screening.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createScene, DAY_OF_WORK, newKey } from '../nomination/scene.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

async function desk() {
  const stage = await scene.submitted('screening')
  const first = await scene.given.officer('secretariat', stage.campaign.id)
  const second = await scene.given.officer('secretariat', stage.campaign.id)
  return { ...stage, first, second, id: stage.nomination.id }
}
const allCompliant = (campaign: { regulation: { screening: { checks: readonly { code: string }[] } } }) =>
  campaign.regulation.screening.checks.map(({ code }) => ({
    code,
    verdict: 'compliant' as const,
    note: null,
  }))
/** The version that a page of the desk shows now. */
const versionOf = async (nominationId: string): Promise<number> => {
  const { rows } = await test.owner.query(
    'SELECT screening_version AS version FROM nomination WHERE id = $1',
    [nominationId],
  )
  return rows[0].version
}
type Unseen<Input> = Omit<Input, 'version'>
/** Each act from a page drawn just before. */
const fresh =
  <Input extends { readonly nominationId: string; readonly version: number }, Output>(
    act: (ctx: Context, actor: Actor, input: Input) => Promise<Output>,
  ) =>
  async (actor: Actor, input: Unseen<Input>): Promise<Output> =>
    act(ctx, actor, { ...input, version: await versionOf(input.nominationId) } as Input)
const recordChecks = fresh(record)
const proposeScreening = fresh(propose)
const requestCompletion = fresh(request)
const admit = (actor: Actor, nominationId: string) =>
  proposeScreening(actor, { nominationId, outcome: 'admissible', reasons: [], comment: null })
/** What the page of the second hand shows: the proposal that counts. */
const proposedOn = async (nominationId: string) => {
  const { rows } = await test.owner.query(
    `SELECT id FROM screening_decision WHERE nomination_id = $1 AND state <> 'returned'`,
    [nominationId],
  )
  return { nominationId, proposalId: String(rows[0]?.id) }
}
const asked = { reasons: ['evidence-missing'], message: 'Joignez le relevé de 2025.' }

describe('the decision of two clerks', () => {
  it('is proposed by one, validated by another, and told to the team', async () => {
    const { id, first, second, campaign } = await desk()
    expect((await recordChecks(first, { nominationId: id, verdicts: allCompliant(campaign) })).ok).toBe(true)
    expect((await admit(first, id)).ok).toBe(true)
    expect(await scene.stateOf(id)).toBe('submitted')
    expect(await validateScreening(ctx, first, await proposedOn(id))).toMatchObject({
      ok: false,
      reason: 'own-proposal',
    })
    expect(await scene.stateOf(id)).toBe('submitted')
    expect(await validateScreening(ctx, second, await proposedOn(id))).toMatchObject({
      ok: true,
      value: { outcome: 'admissible' },
    })
    expect(await scene.stateOf(id)).toBe('admissible')
    const { rows } = await test.owner.query(
      'SELECT state, proposed_by, settled_by FROM screening_decision WHERE nomination_id = $1',
      [id],
    )
    expect(rows).toEqual([{ state: 'validated', proposed_by: first.personId, settled_by: second.personId }])
    expect((await scene.entriesAbout(id)).slice(-3)).toEqual([
      'screeningChecked',
      'screeningProposed',
      'screeningValidated',
    ])
    expect((await scene.noticesAbout(id)).filter((name) => name === 'admissible')).toHaveLength(2)
  })

  it('is refused by the table itself when one hand does both', async () => {
    const { id, first, campaign } = await desk()
    await recordChecks(first, { nominationId: id, verdicts: allCompliant(campaign) })
    await admit(first, id)
    await expect(
      test.owner.query(`UPDATE screening_decision SET settled_by = proposed_by WHERE nomination_id = $1`, [
        id,
      ]),
    ).rejects.toThrow(/screening_two_clerks/)
  })

  it('goes back with a note and may be proposed again', async () => {
    const { id, first, second, campaign } = await desk()
    await recordChecks(first, { nominationId: id, verdicts: allCompliant(campaign) })
    await admit(first, id)
    expect(await returnScreening(ctx, second, { ...(await proposedOn(id)), note: ' ' })).toMatchObject({
      reason: 'note-required',
    })
    expect(
      (await returnScreening(ctx, second, { ...(await proposedOn(id)), note: 'Revoir la catégorie.' })).ok,
    ).toBe(true)
    expect(await scene.stateOf(id)).toBe('submitted')
    expect((await admit(second, id)).ok).toBe(true)
    expect(await scene.noticesAbout(id)).toContain('screening-returned')
  })

  it('is not settled from a page that showed an earlier proposal', async () => {
    const { id, first, second, campaign } = await desk()
    const third = await scene.given.officer('secretariat', campaign.id)
    await recordChecks(first, { nominationId: id, verdicts: allCompliant(campaign) })
    await admit(first, id)
    const seen = await proposedOn(id)
    await returnScreening(ctx, second, { ...seen, note: 'Revoir la catégorie.' })
    await admit(second, id)
    const before = await scene.given.trace()
    expect(await validateScreening(ctx, third, seen)).toMatchObject({ ok: false, reason: 'stale-version' })
    expect(await returnScreening(ctx, third, { ...seen, note: 'Non.' })).toMatchObject({
      reason: 'stale-version',
    })
    expect(await scene.given.trace()).toEqual(before)
    expect(await validateScreening(ctx, third, await proposedOn(id))).toMatchObject({ ok: true })
  })

  it('is not checked, proposed nor held up from a page drawn before a colleague worked on the file', async () => {
    const { id, first, second, campaign } = await desk()
    const seen = { nominationId: id, version: await versionOf(id) }
    const verdicts = allCompliant(campaign)
    expect((await record(ctx, first, { ...seen, verdicts })).ok).toBe(true)
    const before = await scene.given.trace()
    const outcome = { outcome: 'admissible' as const, reasons: [], comment: null }
    const stale = { ok: false, reason: 'stale-version', facts: { version: seen.version + 1 } }
    expect(await record(ctx, second, { ...seen, verdicts })).toMatchObject(stale)
    expect(await propose(ctx, second, { ...seen, ...outcome })).toMatchObject(stale)
    expect(await request(ctx, second, { ...seen, ...asked })).toMatchObject(stale)
    expect(await scene.given.trace()).toEqual(before)
    const { rows } = await test.owner.query(
      'SELECT DISTINCT person_id FROM screening_check WHERE nomination_id = $1',
      [id],
    )
    expect(rows).toEqual([{ person_id: first.personId }])
    expect((await propose(ctx, second, { nominationId: id, version: seen.version + 1, ...outcome })).ok).toBe(
      true,
    )
  })

  it('is not proposed again from a page drawn before it was sent back', async () => {
    const { id, first, second, campaign } = await desk()
    await recordChecks(first, { nominationId: id, verdicts: allCompliant(campaign) })
    const seen = { nominationId: id, version: await versionOf(id) }
    await admit(first, id)
    await returnScreening(ctx, second, { ...(await proposedOn(id)), note: 'Revoir la catégorie.' })
    const again = { ...seen, outcome: 'admissible' as const, reasons: [], comment: null }
    expect(await propose(ctx, first, again)).toMatchObject({ ok: false, reason: 'stale-version' })
  })

  it('keeps the checks of one of two clerks at once, and leaves the version of the team alone', async () => {
    const { id, first, second, campaign } = await desk()
    const { rows: team } = await test.owner.query('SELECT version FROM nomination WHERE id = $1', [id])
    const seen = { nominationId: id, version: await versionOf(id), verdicts: allCompliant(campaign) }
    const both = await Promise.all([record(ctx, first, seen), record(ctx, second, seen)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'stale-version' })
    expect((await scene.entriesAbout(id)).filter((act) => act === 'screeningChecked')).toHaveLength(1)
    const { rows: after } = await test.owner.query('SELECT version FROM nomination WHERE id = $1', [id])
    expect(after).toEqual(team)
  })

  it('takes one of two proposals and one of two validations at once', async () => {
    const { id, first, second, campaign } = await desk()
    const third = await scene.given.officer('secretariat', campaign.id)
    await recordChecks(first, { nominationId: id, verdicts: allCompliant(campaign) })
    const proposals = await Promise.all([admit(first, id), admit(first, id)])
    expect(proposals.filter((result) => result.ok)).toHaveLength(1)
    const settled = await Promise.all(
      [second, third].map(async (clerk) => validateScreening(ctx, clerk, await proposedOn(id))),
    )
    expect(settled.filter((result) => result.ok)).toHaveLength(1)
    expect((await scene.entriesAbout(id)).filter((act) => act === 'screeningValidated')).toHaveLength(1)
  })

  it('says inadmissible only with a coded reason that agrees with the checklist', async () => {
    const { id, first, second, campaign } = await desk()
    expect(await admit(first, id)).toMatchObject({ ok: false, reason: 'checks-missing' })
    const verdicts = allCompliant(campaign).map((check, index) =>
      index === 2 ? { ...check, verdict: 'not' as const, note: 'Service non ouvert' } : check,
    )
    await recordChecks(first, { nominationId: id, verdicts })
    expect(await admit(first, id)).toMatchObject({ ok: false, reason: 'outcome-contradicts-checks' })
    const reject = { nominationId: id, outcome: 'inadmissible' as const, comment: null }
    expect(await proposeScreening(first, { ...reject, reasons: [] })).toMatchObject({
      reason: 'reason-required',
    })
    expect((await proposeScreening(first, { ...reject, reasons: ['not-in-service'] })).ok).toBe(true)
    expect((await validateScreening(ctx, second, await proposedOn(id))).ok).toBe(true)
    expect(await scene.stateOf(id)).toBe('inadmissible')
    expect(await scene.noticesAbout(id)).toContain('inadmissible')
  })

  it.each(['stranger', 'editor', 'other campaign', 'conflicted', 'no second factor'] as const)(
    'is closed to %s',
    async (who) => {
      const { id, editor, first, body, campaign } = await desk()
      const conflicted = await scene.given.officer('secretariat', campaign.id)
      await scene.given.mandate({ person: conflicted.personId, administration: body.id })
      const actors = {
        stranger: await scene.stranger(),
        editor,
        'other campaign': await scene.given.officer(
          'secretariat',
          (await scene.given.campaign({ phase: 'screening' })).id,
        ),
        conflicted: await scene.given.actor(conflicted.personId),
        'no second factor': { ...first, secondFactor: false },
      }
      const before = await scene.given.trace()
      const result = await recordChecks(actors[who], {
        nominationId: id,
        verdicts: allCompliant(campaign),
      })
      expect(result).toMatchObject({
        ok: false,
        reason: {
          stranger: 'not-found',
          editor: 'not-signatory',
          'other campaign': 'not-found',
          conflicted: 'recused',
          'no second factor': 'second-factor-required',
        }[who],
      })
      expect(await scene.given.trace()).toEqual(before)
      expect(await scene.count('screening_check', 'nomination_id = $1', [id])).toBe(0)
    },
  )
})

describe('the one completion request', () => {
  it('is asked once for ever, with a due instant at the closing hour of a working day', async () => {
    const { id, first, second } = await desk()
    const results = await Promise.all(
      [first, second].map((clerk) => requestCompletion(clerk, { nominationId: id, ...asked })),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(await scene.count('completion_request', 'nomination_id = $1', [id])).toBe(1)
    expect(await scene.stateOf(id)).toBe('completion_requested')
    const { rows } = await test.owner.query(
      'SELECT due_at FROM completion_request WHERE nomination_id = $1',
      [id],
    )
    expect(rows[0].due_at.getTime()).toBeGreaterThan(DAY_OF_WORK + 5 * 86_400_000)
    expect((await scene.noticesAbout(id)).filter((name) => name === 'completion-requested')).toHaveLength(2)
  })

  it('is answered by a second version, after which no second request is possible', async () => {
    const { id, first, signatory, editor } = await desk()
    await requestCompletion(first, { nominationId: id, ...asked })
    const post = {
      nominationId: id,
      received: DAY_OF_WORK,
      seenDigest: await scene.digestOf(id),
      key: newKey(),
    }
    expect(await answerCompletion(ctx, editor, post)).toMatchObject({ reason: 'not-signatory' })
    const [one, two] = await Promise.all([
      answerCompletion(ctx, signatory, post),
      answerCompletion(ctx, signatory, post),
    ])
    expect(one.ok && two.ok && one.value.receiptNumber === two.value.receiptNumber).toBe(true)
    const { rows } = await test.owner.query(
      'SELECT number, kind FROM dossier_version WHERE nomination_id = $1 ORDER BY number',
      [id],
    )
    expect(rows).toEqual([
      { number: 1, kind: 'submission' },
      { number: 2, kind: 'completion' },
    ])
    expect(await scene.stateOf(id)).toBe('submitted')
    expect(await requestCompletion(first, { nominationId: id, ...asked })).toMatchObject({
      reason: 'already-requested',
    })
    expect(await scene.noticesAbout(id)).toContain('completion-received')
  })

  it.each([
    [-1, true],
    [0, false],
    [1, false],
  ])('at %i ms from its due instant: accepted %s', async (offset, accepted) => {
    const { id, first, signatory } = await desk()
    const request = await requestCompletion(first, { nominationId: id, ...asked })
    const received = instant((request.ok ? request.value.dueAt : 0) + offset)
    const seenDigest = await scene.digestOf(id)
    await test.setNow(received)
    const result = await answerCompletion(ctx, signatory, {
      nominationId: id,
      received,
      seenDigest,
      key: newKey(),
    })
    expect(result.ok).toBe(accepted)
    expect(await scene.count('dossier_version', 'nomination_id = $1', [id])).toBe(accepted ? 2 : 1)
  })

  it('lapses at its due instant and gives the file back as it stands', async () => {
    const { id, first } = await desk()
    const request = await requestCompletion(first, { nominationId: id, ...asked })
    const due = request.ok ? request.value.dueAt : instant(0)
    await test.setNow(instant(due - 1))
    await lapseCompletions(ctx)
    expect(await scene.stateOf(id)).toBe('completion_requested')
    await test.setNow(due)
    await Promise.all([lapseCompletions(ctx), lapseCompletions(ctx)])
    expect(await scene.stateOf(id)).toBe('submitted')
    expect((await scene.entriesAbout(id)).filter((act) => act === 'completionLapsed')).toHaveLength(1)
  })

  it.each([
    [{ ...asked, reasons: [] }, 'reason-required'],
    [{ ...asked, reasons: ['<script>'] }, 'unknown-reason'],
    [{ ...asked, message: ' ' }, 'message-required'],
    [{ ...asked, message: 'a\u0000b' }, 'unreadable-text'],
  ])('refuses %j with %s', async (input, reason) => {
    const { id, first } = await desk()
    expect(await requestCompletion(first, { nominationId: id, ...input })).toMatchObject({
      ok: false,
      reason,
    })
    expect(await scene.stateOf(id)).toBe('submitted')
    expect(await scene.count('completion_request', 'nomination_id = $1', [id])).toBe(0)
  })
})
