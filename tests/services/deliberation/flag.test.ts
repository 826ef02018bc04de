import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { flagList } from '#app/queries/chair/flags.ts'
import { ballotPage } from '#app/queries/deliberation/ballot-page.ts'
import { deliberationRoom } from '#app/queries/deliberation/room.ts'
import { seatRoom } from '#app/queries/deliberation/seat-room.ts'
import { myFlag } from '#app/queries/jury/my-flag.ts'
import { controlTower } from '#app/queries/organiser/tower.ts'
import { castBallot } from '#app/services/deliberation/cast-ballot.ts'
import { closeMotion } from '#app/services/deliberation/close-motion.ts'
import { decideAward } from '#app/services/deliberation/decide-award.ts'
import { openFlagMotion, openMotion } from '#app/services/deliberation/open-motion.ts'
import { raiseFlag } from '#app/services/deliberation/raise-flag.ts'
import { recordAttendance } from '#app/services/deliberation/record-attendance.ts'
import { withdrawFlag } from '#app/services/deliberation/withdraw-flag.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { heldAt } from '#tests/support/held.ts'
import { aMeeting, type Met, must } from './a-meeting.ts'

let test: TestDb
let ctx: TestContext
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
})
const rowsOf = async (sql: string, ...values: unknown[]) => (await test.owner.query(sql, values)).rows
const WORDS = 'Passages repris d’un autre service.'
const raise = (juror: Juror, nominationId: string, ground = 'plagiarism') =>
  raiseFlag(ctx, juror.actor, { nominationId, ground, text: WORDS })
const trail = (campaignId: string) =>
  rowsOf(
    `SELECT act, actor_role AS role, facts FROM audit_entry WHERE campaign_id = $1 AND act LIKE 'flag%' ORDER BY id`,
    campaignId,
  )
const told = async (campaignId: string, name: string) => {
  const rows = await rowsOf(
    `SELECT n.person_id, n.facts, (SELECT count(*)::int FROM outbox o WHERE o.notice = n.name AND o.campaign_id = n.campaign_id) AS letters
       FROM notice n WHERE n.campaign_id = $1 AND n.name = $2`,
    campaignId,
    name,
  )
  expect(rows.every(({ letters }) => letters === rows.length)).toBe(true)
  return rows.map(({ person_id }) => person_id as string).sort()
}

describe('a juror’s flag while files are read', () => {
  let panel: Awaited<ReturnType<typeof aPanel>>
  let juror: Juror
  let chair: Juror
  let clerk: Awaited<ReturnType<typeof panel.given.officer>>
  let organiser: typeof clerk
  let file: Awaited<ReturnType<typeof panel.file>>
  beforeAll(async () => {
    panel = await aPanel(test)
    juror = await panel.seated()
    chair = await panel.seated({ role: 'chair' })
    clerk = await panel.given.officer('secretariat', panel.campaign.id)
    organiser = await panel.given.officer('organiser', panel.campaign.id)
    file = await panel.file()
    await panel.reading(juror, file.id)
  })

  it('is for a reader who declared and is not recused; to everybody else the file is not there', async () => {
    const unread = await panel.seated()
    const undeclared = await panel.seated()
    await panel.given.assignment({ seat: undeclared.seatId, nomination: file.id })
    const recused = await panel.seated()
    await panel.reading(recused, file.id)
    await panel.recused(recused.seatId, file.id)
    expect(await raise(unread, file.id)).toMatchObject({ ok: false })
    expect(await raise(undeclared, file.id)).toMatchObject({ ok: false, reason: 'declaration-missing' })
    expect(await raise(recused, file.id)).toMatchObject({ reason: 'not-found' })
    for (const actor of [chair.actor, clerk, organiser])
      expect(await raise({ ...juror, actor }, file.id)).toMatchObject({ reason: 'not-found' })
    expect(await rowsOf('SELECT 1 FROM flag')).toEqual([])
  })

  it('is raised once of two at once: a row, an entry, a letter to chair, organisers and secretariat', async () => {
    const both = await heldAt(test, 'flag', () => [raise(juror, file.id), raise(juror, file.id, 'ethics')])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'already-flagged' })
    const [row, ...more] = await rowsOf('SELECT * FROM flag WHERE nomination_id = $1', file.id)
    expect(more).toEqual([])
    expect(row).toMatchObject({ seat_id: juror.seatId, text: WORDS, state: 'open', motion_id: null })
    const entries = await trail(panel.campaign.id)
    expect(entries).toMatchObject([{ act: 'flagRaised', role: 'juror', facts: { ground: row.ground } }])
    expect(JSON.stringify(entries)).not.toContain(WORDS)
    expect(await told(panel.campaign.id, 'flag-raised')).toEqual(
      [chair.personId, clerk.personId, organiser.personId].sort(),
    )
  })

  it('is shown to the chair with the juror, to the office without, to its juror alone among readers', async () => {
    const name = (await rowsOf('SELECT name FROM person WHERE id = $1', juror.personId))[0].name
    expect(must(await flagList(ctx, chair.actor, panel.campaign.id)).flags).toMatchObject([
      { text: WORDS, state: 'open', by: name },
    ])
    for (const actor of [clerk, organiser])
      expect(must(await flagList(ctx, actor, panel.campaign.id)).flags).toMatchObject([
        { text: WORDS, by: null },
      ])
    expect(await flagList(ctx, juror.actor, panel.campaign.id)).toMatchObject({ reason: 'not-found' })
    const colleague = await panel.seated()
    await panel.reading(colleague, file.id)
    expect(must(await myFlag(ctx, colleague.actor, file.id))).toMatchObject({ own: [], held: null })
    expect(must(await myFlag(ctx, juror.actor, file.id))).toMatchObject({
      own: [{ text: WORDS, state: 'open' }],
    })
    // Whoever acts for one of its bodies reads nothing of it, in whatever office.
    const kin = await panel.given.officer('organiser', panel.campaign.id)
    const held = { mandateId: 'm', administrationId: file.administration, role: 'signatory' as const }
    const conflicted: Actor = { ...kin, mandates: [held] }
    expect(must(await flagList(ctx, conflicted, panel.campaign.id)).flags).toEqual([])
    // The control tower counts what its reader would find in the list.
    const open = async (actor: Actor) => must(await controlTower(ctx, actor, panel.campaign.id, {})).openFlags
    for (const [actor, count] of [
      [organiser, 1],
      [conflicted, 0],
    ] as const)
      expect(await open(actor)).toBe(count)
  })

  it('is taken back once of two at once, and may be raised again', async () => {
    const back = () => withdrawFlag(ctx, juror.actor, { nominationId: file.id })
    const both = await heldAt(test, 'flag', () => [back(), back()])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'not-flagged' })
    expect(await rowsOf('SELECT state FROM flag WHERE nomination_id = $1', file.id)).toEqual([
      { state: 'withdrawn' },
    ])
    expect(must(await controlTower(ctx, organiser, panel.campaign.id, {})).openFlags).toBe(0)
    expect((await trail(panel.campaign.id)).map(({ act }) => act)).toEqual(['flagRaised', 'flagWithdrawn'])
    expect(await told(panel.campaign.id, 'flag-withdrawn')).toContain(chair.personId)
    must(await raise(juror, file.id, 'ethics'))
  })

  it('stays as it was raised: nothing of an ended one changes, none is deleted, and no other hand disqualifies', async () => {
    const change = (sql: string) => test.owner.query(sql, [file.id])
    await expect(
      change(
        `UPDATE flag SET state = 'open', ended_at = NULL WHERE nomination_id = $1 AND state = 'withdrawn'`,
      ),
    ).rejects.toThrow()
    await expect(change('DELETE FROM flag WHERE nomination_id = $1')).rejects.toThrow()
    await expect(change(`UPDATE nomination SET state = 'disqualified' WHERE id = $1`)).rejects.toThrow(
      'two people or by the plenary',
    )
  })
})

describe('a flag before the plenary', () => {
  let met: Met
  let item: string
  let flagged: string
  const vote = (nominationId: string, ground = 'plagiarism', actor = met.chair.actor) =>
    openFlagMotion(ctx, actor, { itemId: item, nominationId, ground })
  const cast = async (motionId: string, choices: readonly ('uphold' | 'lift' | 'blank')[]) => {
    for (const [at, { actor }] of [met.chair, met.deputy, ...met.jurors].entries()) {
      const choice = choices[at]
      if (choice) must(await castBallot(ctx, actor, { motionId, choice: { kind: 'flag', choice } }))
    }
    return closeMotion(ctx, met.chair.actor, { motionId })
  }
  const place = async (nominationId: string) =>
    (
      await rowsOf(
        'SELECT place FROM shadow_tally($1) WHERE nomination_id = $2',
        met.campaign.id,
        nominationId,
      )
    )[0]?.place
  const stateOf = async (nominationId: string) =>
    (await rowsOf('SELECT state FROM nomination WHERE id = $1', nominationId))[0].state
  beforeAll(async () => {
    met = await aMeeting(test, ctx)
    item = met.items[0]!.id
    flagged = met.files[0]!.id
    await met.opened(item)
    must(await raise(met.jurors[0]!, flagged))
    must(await raise(met.jurors[1]!, flagged))
  })

  it('stops every other vote and decision of its category, and moves no rank', async () => {
    const give = decideAward(ctx, met.chair.actor, {
      ...{ itemId: item, outcome: 'awarded', winners: [met.files[1]!.id], reason: null, wording: {} },
    })
    expect(await give).toMatchObject({ reason: 'flag-open', facts: { count: 1 } })
    for (const kind of ['award', 'ranking', 'runoff'] as const)
      expect(await openMotion(ctx, met.chair.actor, { itemId: item, kind })).toMatchObject({
        reason: 'flag-open',
      })
    expect(await place(flagged)).toBe(1)
  })

  it('is shown in the room: names for who presides alone, one question for a file and a ground', async () => {
    const shown = must(await deliberationRoom(ctx, met.chair.actor, met.sessionId, item)).item!.flags
    expect(shown).toMatchObject([
      {
        nominationId: flagged,
        ground: 'plagiarism',
        presides: true,
        reasons: [{ text: WORDS }, { text: WORDS }],
      },
    ])
    expect(shown[0]!.reasons.every(({ by }) => by !== null)).toBe(true)
    const office = must(await deliberationRoom(ctx, met.secretariat, met.sessionId, item)).item!.flags
    expect(office[0]!.reasons.map(({ by }) => by)).toEqual([null, null])
  })

  it('is put to the vote by who presides, once of two at once, on a ground that was raised', async () => {
    expect(await vote(flagged, 'ethics')).toMatchObject({ reason: 'not-flagged' })
    expect(await vote(met.files[1]!.id)).toMatchObject({ reason: 'not-flagged' })
    expect(await vote(flagged, 'plagiarism', met.jurors[0]!.actor)).toMatchObject({ ok: false })
    const both = await heldAt(test, 'motion', () => [vote(flagged), vote(flagged)])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'vote-open' })
    const motionId = both.flatMap((one) => (one.ok ? [one.value.motionId] : []))[0]!
    const page = must(await ballotPage(ctx, met.jurors[2]!.actor, motionId))
    expect(page).toMatchObject({ kind: 'flag', flag: { ground: 'plagiarism', texts: [WORDS, WORDS] } })
    expect(must(await seatRoom(ctx, met.jurors[2]!.actor, met.sessionId)).vote).toMatchObject({
      kind: 'flag',
    })
    // The question is the plenary's now.
    expect(await withdrawFlag(ctx, met.jurors[0]!.actor, { nominationId: flagged })).toMatchObject({
      reason: 'vote-open',
    })
    expect(await raise(met.jurors[2]!, flagged, 'ethics')).toMatchObject({ reason: 'vote-open' })
    // Lifted: two for it, two against, one blank is a tie, which is not adopted.
    must(await cast(motionId, ['lift', 'uphold', 'lift', 'uphold', 'blank']))
    expect(await rowsOf('SELECT state, motion_id FROM flag WHERE nomination_id = $1', flagged)).toEqual([
      { state: 'lifted', motion_id: motionId },
      { state: 'lifted', motion_id: motionId },
    ])
    expect(await stateOf(flagged)).toBe('admissible')
    expect((await trail(met.campaign.id)).at(-1)).toMatchObject({
      ...{ act: 'flagLifted', role: 'chair', facts: { ground: 'plagiarism', motionId } },
    })
    const people = [met.chair, ...met.jurors].map(({ personId }) => personId)
    expect(await told(met.campaign.id, 'flag-lifted')).toEqual([...people, met.secretariat.personId].sort())
    expect(await raise(met.jurors[2]!, flagged)).toMatchObject({ reason: 'already-decided' })
  })

  it('leaves the vote about the prize free once it is lifted, and is no vote about the prize itself', async () => {
    const { motionId } = must(await openMotion(ctx, met.chair.actor, { itemId: item, kind: 'award' }))
    must(await closeMotion(ctx, met.chair.actor, { motionId }))
  })

  it('waits for who is recused from the file to leave, also where it is no finalist', async () => {
    const last = met.files[3]!.id
    must(await raise(met.jurors[0]!, last, 'eligibility'))
    const away = met.jurors[2]!
    await met.recused(away.seatId, last)
    expect(await vote(last, 'eligibility')).toMatchObject({
      ...{ reason: 'recused-present', facts: { seats: [away.seatId] } },
    })
    const move = { sessionId: met.sessionId, seatId: away.seatId }
    must(await recordAttendance(ctx, met.secretariat, { ...move, movement: 'leaves' }))
    const { motionId } = must(await vote(last, 'eligibility'))
    const [motion] = await rowsOf('SELECT question FROM motion WHERE id = $1', motionId)
    expect(motion.question).toMatchObject({ eligible: 4, present: 4, candidates: [last] })
    must(await recordAttendance(ctx, met.secretariat, { ...move, movement: 'arrives' }))
    expect(await ballotPage(ctx, away.actor, motionId)).toMatchObject({ reason: 'not-found' })
    expect(must(await seatRoom(ctx, away.actor, met.sessionId)).vote).toBeNull()
    const paper = { kind: 'flag' as const, choice: 'lift' as const }
    expect(await castBallot(ctx, away.actor, { motionId, choice: paper })).toMatchObject({ ok: false })
    must(await recordAttendance(ctx, met.secretariat, { ...move, movement: 'leaves' }))
    must(await cast(motionId, ['uphold', 'uphold', 'uphold']))
    must(await recordAttendance(ctx, met.secretariat, { ...move, movement: 'arrives' }))
    expect(await stateOf(last)).toBe('disqualified')
    expect(await place(last)).toBeUndefined()
    expect(await told(met.campaign.id, 'flag-upheld')).toContain(met.chair.personId)
  })

  it('upheld: the nomination leaves tally and point, and its team alone learns the ground by its letter', async () => {
    must(await raise(met.jurors[1]!, flagged, 'ethics'))
    const { motionId } = must(await vote(flagged, 'ethics'))
    must(await cast(motionId, ['uphold', 'uphold', 'uphold', 'lift']))
    expect(await stateOf(flagged)).toBe('disqualified')
    expect(await place(met.files[1]!.id)).toBe(1)
    const [letter] = await rowsOf(
      `SELECT record FROM document WHERE kind = 'disqualification' AND subject_id = $1`,
      flagged,
    )
    expect(letter.record).toMatchObject({ reason: { fr: 'Le jury a retenu une réserve d’éthique' } })
    expect(JSON.stringify(letter.record)).not.toContain(WORDS)
    const acts = await rowsOf(
      `SELECT act, facts FROM audit_entry WHERE act IN ('flagUpheld', 'nominationDisqualified') AND subject_id = $1 ORDER BY id`,
      flagged,
    )
    expect(acts).toMatchObject([
      { act: 'flagUpheld', facts: { ground: 'ethics', motionId } },
      { act: 'nominationDisqualified', facts: { reason: 'ethics', from: 'admissible' } },
    ])
    const room = must(await deliberationRoom(ctx, met.chair.actor, met.sessionId, item)).item!
    expect(room.finalists.map(({ id }) => id)).not.toContain(flagged)
    // The count says which file it was about, also once that one is gone.
    const counted = room.motions.find(({ id }) => id === motionId)
    expect(counted?.flag).toMatchObject({ ground: 'ethics', title: { fr: expect.any(String) } })
    const given = await decideAward(ctx, met.chair.actor, {
      ...{ itemId: item, outcome: 'awarded', winners: [met.files[1]!.id], reason: null, wording: {} },
    })
    expect(given.ok).toBe(true)
    expect(await raise(met.jurors[0]!, met.files[1]!.id)).toMatchObject({ reason: 'already-awarded' })
  })
})

describe('a flag of another time', () => {
  it('is too late once every prize of the category is decided', async () => {
    const met = await aMeeting(test, ctx)
    const winners = met.files.map(({ id }) => id)
    for (const { id: itemId } of met.items.filter(({ category }) => category === met.codes[0])) {
      await met.opened(itemId)
      const winner = winners.shift()!
      must(
        await decideAward(ctx, met.chair.actor, {
          ...{ itemId, outcome: 'awarded', winners: [winner], reason: null, wording: {} },
        }),
      )
    }
    expect(await raise(met.jurors[0]!, met.files[3]!.id)).toMatchObject({ reason: 'category-decided' })
    await test.setNow(instant(met.now + 1))
  })
})
