import { beforeAll, describe, expect, it } from 'vitest'
import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import { loadMaterial } from '#app/adapters/db/release-material.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { adviceWords } from '#app/services/deliberation/minutes-advice.ts'
import { adviseJury } from '#app/services/deliberation/advise-jury.ts'
import { castBallot } from '#app/services/deliberation/cast-ballot.ts'
import { closeMotion } from '#app/services/deliberation/close-motion.ts'
import { openFlagMotion } from '#app/services/deliberation/open-motion.ts'
import { raiseFlag } from '#app/services/deliberation/raise-flag.ts'
import { verify } from '#app/verifier/verify.ts'
import { aMeeting, decideAll, type Met, must, signAll } from '#tests/services/deliberation/a-meeting.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: TestContext
let met: Met
const WORDS = 'Ce passage est repris d’un autre service.'
const material = () =>
  readAs(ctx.db.office, SYSTEM_ACTOR.personId, async (tx) => {
    const campaign = (await loadCampaign(tx, met.campaign.id))!
    const made = must(await loadMaterial(ctx, tx, campaign, met.regulation.calendar.release))
    const files = must(await made.bundle())
    return { ...made, files: new Map(files.map(({ name, content }) => [name, content])) }
  })
const settled = async (nominationId: string, ground: string, choice: 'uphold' | 'lift') => {
  const itemId = met.items[0]!.id
  const { motionId } = must(await openFlagMotion(ctx, met.chair.actor, { itemId, nominationId, ground }))
  for (const { actor } of [met.chair, met.deputy, ...met.jurors])
    must(await castBallot(ctx, actor, { motionId, choice: { kind: 'flag', choice } }))
  must(await closeMotion(ctx, met.chair.actor, { motionId }))
}
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  met = await aMeeting(test, ctx)
  const [first, , , last] = met.files
  for (const [file, ground] of [
    [first, 'ethics'],
    [last, 'plagiarism'],
  ] as const)
    must(await raiseFlag(ctx, met.jurors[0]!.actor, { nominationId: file!.id, ground, text: WORDS }))
})

describe('a result with flags', () => {
  it('is not released while one is open: a blocker of its own, with the place where it is read', async () => {
    const { blockers } = await material()
    expect(blockers).toContainEqual({
      ...{ code: 'flags-open', facts: { count: 2 }, target: { screen: 'flags', id: null } },
    })
  })

  it('names the votes in the minutes, in both languages, with totals and never who raised what', async () => {
    const [first, , , last] = met.files
    const open = met.opened
    // Before the votes: what is made of the tally after them was not seen by who voted, and stands in no minutes.
    expect(await adviseJury(ctx)).toBeGreaterThan(0)
    await open(met.items[0]!.id)
    await settled(first!.id, 'ethics', 'lift')
    await settled(last!.id, 'plagiarism', 'uphold')
    const [{ now }] = (await test.owner.query('SELECT award_now() AS now')).rows
    await test.setNow(instant(now.getTime() + 60_000))
    expect(await adviseJury(ctx)).toBeGreaterThan(0)
    await decideAll(ctx, {
      ...met,
      opened: async (id) => (id === met.items[0]!.id ? ({} as never) : open(id)),
    })
    await signAll(test, ctx, met)
    const { rows } = await test.owner.query(`SELECT * FROM document WHERE kind = 'minutes'`)
    const { votes } = rows[0].record.items[0]
    expect(votes).toMatchObject([
      { inFavour: 0, against: 5, blank: 0, carried: false, form: 'open' },
      { inFavour: 5, against: 0, blank: 0, carried: true, form: 'open' },
    ])
    expect(votes[1].motion.fr).toContain(`Retenir la réserve de plagiat sur le dossier ${last!.reference}`)
    expect(votes[1].motion.ar).toContain('تأييد التحفظ المتعلق بالانتحال على الملف')
    expect(JSON.stringify(rows[0].record)).not.toContain(WORDS)
    expect((await ctx.press.press('minutes', rows[0].record)).sha256).toBe(rows[0].sha256)
  })

  it('lists in the minutes the advisory figures that were shown, or their gate, and what the record rests on', async () => {
    const { rows } = await test.owner.query(`SELECT record FROM document WHERE kind = 'minutes'`)
    const { items, basis } = rows[0].record
    const [first, , , last] = met.files
    const fr = items[0].advice.map((one: { fr: string }) => one.fr)
    const own = fr.find((one: string) => one.startsWith(first!.reference))
    const stay = met.files.filter((one) => one !== last).map(({ id }) => id)
    const known = new Map(
      met.files.map(
        ({ id, reference }) => [id, { id, reference, title: {}, administration: {}, state: '' }] as const,
      ),
    )
    expect(own).toMatch(/intervalle à 90\s%.*Rang en retirant un membre/)
    expect(fr.join()).toMatch(/porte G3/)
    for (const { ar } of items[0].advice) expect(ar).toMatch(/\p{Script=Arabic}/u)
    // Nobody voted on the other points; whom the plenary disqualified has no figures any more.
    expect(items.slice(1).every((item: object) => !('advice' in item))).toBe(true)
    expect(fr.join()).not.toContain(last!.reference)
    for (const { seatId } of met.jurors) expect(JSON.stringify(items[0].advice)).not.toContain(seatId)
    // Those that the voters saw, and not those of the tally that their vote changed.
    const of = items[0].category.fr.split(' – ')[0]
    const [seen, later] = (
      await test.owner.query(
        `SELECT a.document FROM advice a JOIN tally t ON t.id = a.tally_id JOIN category k ON k.id = t.category_id
         WHERE k.name ->> 'fr' = $1 ORDER BY a.computed_at, t.computed_at`,
        [of],
      )
    ).rows.map(({ document }) => adviceWords(document, stay, known))
    expect(later).toBeDefined()
    expect(later).not.toEqual(seen)
    expect(items[0].advice).toEqual(seen)
    const [campaign] = (
      await test.owner.query('SELECT sheet_root AS root FROM campaign WHERE id = $1', [met.campaign.id])
    ).rows
    expect(basis).toEqual({
      ...{ regulationSha256: expect.any(String), sheetRoot: campaign.root, sheets: 12 },
      software: expect.stringMatching(/^imtiyaz \d/),
    })
  })

  it('is confirmed by the verifier: the lifted one unnamed, the upheld one out of every line', async () => {
    const { blockers, files } = await material()
    expect(blockers.map(({ code }) => code)).not.toContain('flags-open')
    const [first, , , last] = met.files
    const own = JSON.parse(files.get('results.json')!)[0]
    expect(own.flags).toMatchObject([
      { nomination: null, vote: { outcome: 'lifted', lift: 5 } },
      { nomination: last!.id, vote: { outcome: 'upheld', uphold: 5 } },
    ])
    expect(JSON.stringify(own.flags)).not.toMatch(/ethics|plagiarism/)
    expect(own.nominations.map(({ nomination }: { nomination: string }) => nomination)).not.toContain(
      last!.id,
    )
    expect(own.nominations[0].nomination).toBe(first!.id)
    const report = verify(files)
    expect(report.failures).toEqual([])
    expect(report.findings.filter(({ about }) => about === 'flags')).toHaveLength(2)
  })
})
