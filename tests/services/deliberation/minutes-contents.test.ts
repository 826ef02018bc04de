import { beforeAll, expect, it } from 'vitest'
import type { Choice, VoteKind } from '#app/domain/deliberation/ballot.ts'
import type { MinutesRecord } from '#app/domain/document/records.ts'
import { castBallot } from '#app/services/deliberation/cast-ballot.ts'
import { closeMotion } from '#app/services/deliberation/close-motion.ts'
import { draftMinutes } from '#app/services/deliberation/draft-minutes.ts'
import { openMotion } from '#app/services/deliberation/open-motion.ts'
import { recordAttendance } from '#app/services/deliberation/record-attendance.ts'
import { signMinutes } from '#app/services/deliberation/sign-minutes.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aMeeting, decideAll, must, type Met, PHRASE } from './a-meeting.ts'

/** A jury of five, the deputy recused from the first file: four vote, tie, tie again, and the president's voice decides. */
let test: TestDb
let ctx: TestContext
let met: Met
let record: MinutesRecord
let pressedAgain: boolean
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  met = await aMeeting(test, ctx, { rules: { castingVote: true, majority: 'simple' } })
  const { sessionId, chair, deputy, jurors, files, secretariat } = met
  const [a, b] = files.map(({ id }) => id) as [string, string]
  await met.recused(deputy.seatId, a)
  must(await recordAttendance(ctx, secretariat, { sessionId, seatId: deputy.seatId, movement: 'leaves' }))
  const itemId = met.items[0]!.id
  await met.opened(itemId)
  const vote = async (kind: Exclude<VoteKind, 'flag'>, choices: readonly Choice[]) => {
    const { motionId } = must(await openMotion(ctx, chair.actor, { itemId, kind }))
    for (const [at, { actor }] of [chair, ...jurors].entries())
      if (choices[at]) must(await castBallot(ctx, actor, { motionId, choice: choices[at] }))
    must(await closeMotion(ctx, chair.actor, { motionId }))
  }
  const award = (choice: 'award' | 'withhold' | 'blank'): Choice => ({ kind: 'award', choice })
  await vote('award', [award('award'), award('award'), award('blank')])
  const ranked = (...ids: string[]): Choice => ({ kind: 'ranking', ranking: ids.map((id) => [id]) })
  await vote('ranking', [ranked(a, b), ranked(b, a), ranked()])
  await vote(
    'runoff',
    [a, a, b, b].map((candidate) => ({ kind: 'runoff', candidate })),
  )
  await decideAll(ctx, {
    ...met,
    opened: async (id) => (id === itemId ? ({} as never) : met.opened(id)),
  })
  must(await draftMinutes(ctx, secretariat, { sessionId }))
  const { rows } = await test.owner.query(`SELECT * FROM document WHERE kind = 'minutes'`)
  record = rows[0].record
  pressedAgain = (await ctx.press.press('minutes', rows[0].record)).sha256 === rows[0].sha256
})

it('are pressed again to the byte from their record', () => {
  expect(pressedAgain).toBe(true)
})

it('name of each recusal the member, the file and the category of the ground, in both languages', () => {
  const { recused, recusals } = record.items[0]!
  expect(recusals).toEqual([
    {
      ...{ name: recused[0], reference: met.files[0]!.reference },
      ground: { fr: 'lien familial', ar: 'صلة عائلية' },
    },
  ])
  // The points of the other categories name none of the files that anybody is recused from.
  const elsewhere = record.items.filter((_, at) => met.items[at]!.category !== met.codes[0])
  expect(elsewhere.length).toBeGreaterThan(0)
  for (const item of elsewhere) expect(item).not.toHaveProperty('recusals')
})

it('say what the quorum of each point was made from', () => {
  const [first] = record.items
  expect(first!.quorum).toEqual({
    ...{ required: 3, present: 4 },
    of: { seats: 5, recused: 1, eligible: 4, share: '2/3' },
  })
  const elsewhere = record.items.filter((_, at) => met.items[at]!.category !== met.codes[0])
  for (const { quorum } of elsewhere)
    expect(quorum).toMatchObject({ required: 4, present: 4, of: { seats: 5, recused: 0, eligible: 5 } })
})

it('say of each ballot whom it was put to, who took part, the blank papers and the result', () => {
  expect(record.items[0]!.votes).toMatchObject([
    { ...{ eligible: 4, cast: 3, inFavour: 2, against: 0, blank: 1 }, carried: true },
    { ...{ eligible: 4, cast: 3, blank: 1 }, carried: false },
    { ...{ eligible: 4, cast: 4, inFavour: 2, against: 2, blank: 0 }, castingVote: true },
  ])
})

it('say by which method the finalists were ranked, that they were tied, and whose voice resolved the tie', () => {
  const [award, ranking, runoff] = record.items[0]!.votes
  const [a, b] = met.files.map(({ reference }) => reference) as [string, string]
  expect(award).not.toHaveProperty('election')
  expect(ranking!.election).toMatchObject({ ranked: true, outcome: 'tied' })
  expect(ranking!.election!.method.fr).toMatch(/Schulze, aucun dossier.*égalité les dossiers/u)
  for (const side of ['fr', 'ar'] as const)
    for (const one of [a, b]) expect(ranking!.election!.method[side]).toContain(one)
  expect(runoff!.election).toMatchObject({ ranked: false, outcome: 'electedByCastingVote' })
  expect(runoff!.election!.method.fr).toMatch(new RegExp(`prépondérante de la présidence.*${a}`, 'u'))
  expect(runoff!.election!.method.ar).toMatch(new RegExp(`بالصوت المرجّح للرئاسة.*${a}`, 'u'))
})

it('stand once they bear a signature, though sentences of votes name files whose titles were mended since', async () => {
  const { sessionId, chair, secretariat } = met
  const minutes = async () => (await test.owner.query(`SELECT * FROM document WHERE kind = 'minutes'`)).rows
  const [{ sha256: documentHash, record: signed }] = await minutes()
  const { rows } = await test.owner.query('SELECT title FROM nomination WHERE id = $1', [met.files[0]!.id])
  expect(signed.items[0].votes[2].motion.fr).toContain(rows[0].title.fr)
  must(await signMinutes(ctx, chair.actor, { sessionId, documentHash, phrase: PHRASE }))
  await test.owner.query(`UPDATE nomination SET title = '{"fr": "Titre corrigé", "ar": "عنوان مصحح"}'`)
  expect(await draftMinutes(ctx, secretariat, { sessionId })).toMatchObject({ reason: 'record-unchanged' })
  expect(await minutes()).toHaveLength(1)
})
