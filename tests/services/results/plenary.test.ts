import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import { loadMaterial } from '#app/adapters/db/release-material.ts'
import { loadShadow } from '#app/adapters/db/release-facts.ts'
import { loadStandings } from '#app/adapters/db/standings.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { tallyDifferences, tallyLines } from '#app/domain/results/shadow-tally.ts'
import * as roomRoute from '#app/routes/deliberation/room.tsx'
import { openMatrix } from '#app/services/audit/open-matrix.ts'
import { adviseJury } from '#app/services/deliberation/advise-jury.ts'
import { castBallot } from '#app/services/deliberation/cast-ballot.ts'
import { closeMotion } from '#app/services/deliberation/close-motion.ts'
import { closeSession } from '#app/services/deliberation/close-session.ts'
import { decideAward } from '#app/services/deliberation/decide-award.ts'
import { draftMinutes } from '#app/services/deliberation/draft-minutes.ts'
import { openMotion } from '#app/services/deliberation/open-motion.ts'
import { recuseJuror } from '#app/services/jury/recuse-juror.ts'
import { sendToPlenary } from '#app/services/scoring/send-to-plenary.ts'
import { verify } from '#app/verifier/verify.ts'
import { must, WORDING } from '#tests/services/deliberation/a-meeting.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { renderPage } from '#tests/support/render-page.tsx'
import { get } from '#tests/support/request.ts'
import { aFirstRound, aMeetingOf, FIRST, type Round, secondSheets } from './a-first-round.ts'

let test: TestDb
let ctx: Awaited<ReturnType<typeof testContext>>
let world: { test: TestDb; ctx: typeof ctx }
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  world = { test, ctx }
})
const text = { ar: 'تنحى قارئان.', fr: 'Deux lecteurs se sont récusés.' }
const sent = async (round: Round, nominationId: string) =>
  must(
    await sendToPlenary(ctx, round.chair.actor, {
      ...{ nominationId, version: 0, reason: 'readers-recused', text },
    }),
  )
const reading = <T>(work: (tx: Parameters<Parameters<typeof readAs<T>>[2]>[0]) => Promise<T>) =>
  readAs(ctx.db.office, SYSTEM_ACTOR.personId, work)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
/** The ranking in the domain, which SQL must bear out to the last digit. */
const rankingOf = ({ id, code }: Round) =>
  reading(async (tx) => {
    const standing = must(await loadStandings(tx, id, sha256)).get(code)!
    const shadow = (await loadShadow(tx, id)).get(code) ?? []
    expect(tallyDifferences(tallyLines(standing.ranking, standing.scores.scores), shadow)).toEqual([])
    return standing.ranking.map(({ nominationId, state, rank }) => [nominationId, state, rank])
  })
const released = (round: Round) =>
  reading(async (tx) => {
    const campaign = (await loadCampaign(tx, round.id))!
    const material = must(await loadMaterial(ctx, tx, campaign, round.calendar.release))
    const files = must(await material.bundle())
    return { material, bundle: new Map(files.map(({ name, content }) => [name, content])) }
  })
const confirmed = async (round: Round, bundle: Map<string, string>) => {
  const auditor = await round.given.officer('auditor', round.id)
  const { matrix } = must(await openMatrix(ctx, auditor, round.id))
  const verdict = verify(bundle, JSON.stringify(matrix))
  expect(verdict.failures).toEqual([])
  return verdict.findings.map(({ sentence }) => sentence)
}

describe('a file decided in plenary', () => {
  let round: Round
  let met: Awaited<ReturnType<typeof aMeetingOf>>
  let file: string
  const give = (itemId: string, winner: string) =>
    decideAward(ctx, round.chair.actor, {
      ...{ itemId, outcome: 'awarded', winners: [winner], reason: null, wording: {} },
    })
  beforeAll(async () => {
    // Of the third file one reader was recused: two sheets of three.
    round = await aFirstRound(
      world,
      [
        [5, 5, 5],
        [4, 4, 3],
        [4, 4],
      ],
      null,
    )
    file = round.files[2]!
    await sent(round, file)
    must(await round.advance('evaluation', 'deliberation'))
    await test.setNow(instant(round.calendar.deliberation + 3_600_000))
    met = await aMeetingOf(world, round, await round.given.officer('secretariat', round.id))
  })

  it('has no official score and no rank, in the domain and in SQL', async () => {
    const [a, b] = round.files
    expect(await rankingOf(round)).toEqual([
      [a, 'ranked', 1],
      [b, 'ranked', 2],
      [file, 'below_quorum', null],
    ])
    // Its sheets say nothing less of the jury: the advisory figures are made as ever.
    expect(await adviseJury(ctx)).toBe(Object.keys(round.campaign.categories).length)
  })

  it.each([
    ['fr', 'À décider en séance plénière', 'Trop de lecteurs se sont récusés'],
    ['ar', 'ملفات تبت فيها الجلسة العامة', 'تنحى عدد كبير من القراء'],
  ] as const)('stands beside the ranking of the room in %s, and not in it', async (locale, title, reason) => {
    const cookie = await round.given.signedIn(round.chair.personId)
    const params = { locale, sessionId: met.sessionId }
    const { value } = await get(ctx, roomRoute, `/${locale}/x`, params, cookie)
    const html = renderPage(roomRoute, { locale, value })
    for (const words of [title, reason, text[locale]]) expect(html).toContain(words)
    const { item } = value as { item: { lines: object[]; finalists: { id: string }[] } }
    expect(item.lines).toHaveLength(2)
    expect(item.finalists.map(({ id }) => id)).toContain(file)
  })

  it('gets a prize by a recorded vote that elects it, and by nothing else', async () => {
    const [a, b] = round.files
    const [first, ...later] = met.items.filter(({ category }) => category === round.code)
    await met.opened(first!.id)
    expect(await give(first!.id, file)).toMatchObject({ reason: 'vote-required' })
    const { motionId } = must(
      await openMotion(ctx, round.chair.actor, { itemId: first!.id, kind: 'ranking' }),
    )
    for (const { actor } of [round.chair, ...round.jurors]) {
      const choice = { kind: 'ranking' as const, ranking: [[file], [a!], [b!]] }
      must(await castBallot(ctx, actor, { motionId, choice }))
    }
    must(await closeMotion(ctx, round.chair.actor, { motionId }))
    expect(await give(first!.id, a!)).toMatchObject({ reason: 'vote-elects-another' })
    must(await give(first!.id, file))
    // The others go by rank.
    for (const [at, { id }] of later.entries()) {
      await met.opened(id)
      must(await give(id, [a!, b!][at]!))
    }
    const none = { outcome: 'withheld' as const, winners: [], reason: 'too_few_nominations' as const }
    for (const { id: itemId, category } of met.items) {
      if (category === round.code) continue
      await met.opened(itemId)
      must(await decideAward(ctx, round.chair.actor, { itemId, ...none, wording: WORDING }))
    }
    must(await closeSession(ctx, round.chair.actor, { sessionId: met.sessionId }))
  })

  it('stands in the minutes with its counts and the reason in both languages', async () => {
    const clerk = await round.given.officer('secretariat', round.id)
    must(await draftMinutes(ctx, clerk, { sessionId: met.sessionId }))
    const { rows } = await test.owner.query(
      "SELECT * FROM document WHERE kind = 'minutes' AND campaign_id = $1",
      [round.id],
    )
    const item = rows[0].record.items[0]
    expect(item.plenary).toMatchObject([
      { sheets: 2, quorum: 3, reason: { fr: `Trop de lecteurs se sont récusés – ${text.fr}` } },
    ])
    expect(item.plenary[0].reason.ar).toContain(text.ar)
    expect(item.ranking.map(({ rank }: { rank: number }) => rank)).toEqual([1, 2])
    expect((await ctx.press.press('minutes', rows[0].record)).sha256).toBe(rows[0].sha256)
  })

  it('is in the bundle with its reason, confirmed by the verifier, and public as a prize without a score', async () => {
    const { material, bundle } = await released(round)
    const results = JSON.parse(bundle.get('results.json')!)
    const own = results.find(({ category }: { category: string }) => category === round.code)
    expect(own.plenary).toMatchObject([
      { nomination: file, reason: 'readers-recused', sheets: 2, eligible: 2, quorum: 3 },
    ])
    expect(bundle.get('results.json')).not.toContain(text.fr)
    expect(await confirmed(round, bundle)).toEqual(
      expect.arrayContaining([
        `${file}: no official score, decided in plenary`,
        `${file}: 2 sheets that count, no official score`,
      ]),
    )
    const slots = material.snapshot!.categories.find(({ code }) => code === round.code)!.slots
    expect(slots[0]!.winners).toMatchObject([{ nominationId: file, score: null, plenary: true }])
  })
})

describe('an award of two rounds', () => {
  it('keeps who was sent in the first beside the result of the second, with the figures of its round', async () => {
    const round = await aFirstRound(world, [...FIRST.slice(0, 3), [5, 5]], 2)
    const [a, b, c, file] = round.files as [string, string, string, string]
    await sent(round, file)
    must(await round.advance('evaluation', 'presentations'))
    await secondSheets(world, round)
    // In the second round a recusal leaves one of the shortlist short: it is sent too, its round is the second.
    const clerk = await round.given.officer('secretariat', round.id)
    const recusal = { ground: 'family' as const, seatId: round.jurors[2]!.seatId }
    must(await recuseJuror(ctx, clerk, { ...recusal, nominationId: b }))
    expect(await round.advance('presentations', 'deliberation')).toMatchObject({
      facts: { codes: ['below-minimum-sheets'] },
    })
    expect(
      await sendToPlenary(ctx, round.chair.actor, {
        ...{ nominationId: file, version: 1, reason: 'other', text },
      }),
    ).toMatchObject({ reason: 'phase-closed' })
    await sent(round, b)
    must(await round.advance('presentations', 'deliberation'))
    expect(await rankingOf(round)).toEqual([
      [c, 'ranked', 1],
      [a, 'ranked', 2],
      [b, 'below_quorum', null],
    ])
    // Whoever is recused from it later takes nothing from the round that has closed.
    must(await recuseJuror(ctx, clerk, { ...recusal, seatId: round.jurors[0]!.seatId, nominationId: file }))
    const { bundle } = await released(round)
    const results = JSON.parse(bundle.get('results.json')!)
    const own = results.find(({ category }: { category: string }) => category === round.code)
    expect(own.plenary).toHaveLength(2)
    expect(own.plenary).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ nomination: file, round: '1', sheets: 2, eligible: 2, quorum: 3 }),
        expect.objectContaining({ nomination: b, sheets: 2, eligible: 2, quorum: 3 }),
      ]),
    )
    expect(own.finalists).toEqual(expect.arrayContaining([a, c, b, file]))
    const failures = verify(bundle).failures.filter(({ about }) => about !== 'decisions')
    expect(failures).toEqual([])
  })
})
