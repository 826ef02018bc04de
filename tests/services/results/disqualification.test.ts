import { beforeAll, describe, expect, it } from 'vitest'
import { loadBundleFiles, loadSnapshot } from '#app/adapters/db/snapshots.ts'
import { bundleText } from '#app/domain/results/bundle.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { closeMotion } from '#app/services/deliberation/close-motion.ts'
import { closeSession } from '#app/services/deliberation/close-session.ts'
import { decideAward } from '#app/services/deliberation/decide-award.ts'
import { openMotion } from '#app/services/deliberation/open-motion.ts'
import { proposeDisqualification } from '#app/services/nomination/propose-disqualification.ts'
import { settleDisqualification } from '#app/services/nomination/settle-disqualification.ts'
import { approveRelease } from '#app/services/results/approve-release.ts'
import { prepareRelease } from '#app/services/results/prepare-release.ts'
import { publishResults } from '#app/services/results/publish-results.ts'
import { scheduleRelease } from '#app/services/results/schedule-release.ts'
import { openSheet } from '#app/services/scoring/open-sheet.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { filesFromText } from '#app/verifier/bundle-files.ts'
import { verify } from '#app/verifier/verify.ts'
import { aMeeting, type Met, must, signAll, WORDING } from '#tests/services/deliberation/a-meeting.ts'
import { aPanel, draft, opened } from '#tests/services/scoring/a-panel.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: TestContext
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
})
const text = { ar: 'الأرقام غير مطابقة.', fr: 'Les chiffres ne correspondent pas.' }
const rowsOf = async (sql: string, ...values: unknown[]) => (await test.owner.query(sql, values)).rows

type Office = Awaited<ReturnType<typeof officeOf>>
const officeOf = async ({ given, campaign }: Pick<Met, 'given' | 'campaign'>) => ({
  clerk: await given.officer('secretariat', campaign.id),
  organiser: await given.officer('organiser', campaign.id),
})
const proposed = async ({ clerk }: Office, nominationId: string) => {
  const [row] = await rowsOf('SELECT screening_version AS v FROM nomination WHERE id = $1', nominationId)
  const input = { nominationId, version: row.v as number, reason: 'false-statement', text }
  return must(await proposeDisqualification(ctx, clerk, input))
}

describe('a nomination disqualified while it is scored', () => {
  it('closes to its jurors at once, and every sheet stays', async () => {
    const panel = await aPanel(test)
    const office = await officeOf(panel)
    const juror = await panel.seated()
    const file = await panel.file()
    await panel.reading(juror, file.id)
    const chair = await panel.seated({ role: 'chair' })
    const [recused] = [await panel.seated(), await panel.seated()]
    await panel.reading(recused, file.id)
    await panel.recused(recused.seatId, file.id)
    const sheetId = await opened(ctx, juror, file.id)
    must(await settleDisqualification(ctx, office.organiser, await proposed(office, file.id)))
    const late = await saveScoreSheet(ctx, juror.actor, draft(sheetId, 1, panel.entriesAt(3)))
    expect(late.result).toMatchObject({ ok: false })
    expect(await openSheet(ctx, juror.actor, { nominationId: file.id })).toMatchObject({ ok: false })
    expect(await rowsOf('SELECT state FROM score_sheet WHERE id = $1', sheetId)).toEqual([{ state: 'draft' }])
    const told = await rowsOf(
      `SELECT n.person_id, n.facts, (SELECT count(*)::int FROM outbox o WHERE o.notice = n.name AND o.campaign_id = n.campaign_id) AS letters
         FROM notice n WHERE n.name = 'file-disqualified' AND n.campaign_id = $1`,
      panel.campaign.id,
    )
    expect(told.map((row) => row.person_id).sort()).toEqual([juror.personId, chair.personId].sort())
    const facts = { campaign: panel.campaign.id, reference: file.reference }
    for (const row of told) expect(row).toMatchObject({ facts, letters: 2 })
    expect(JSON.stringify(told)).not.toContain('false-statement')
  })
})

describe('a nomination disqualified while the jury deliberates', () => {
  let met: Met
  let office: Office
  let item: string
  beforeAll(async () => {
    met = await aMeeting(test, ctx)
    office = await officeOf(met)
    item = met.items[0]!.id
    await met.opened(item)
  })
  const award = (itemId: string, winner: string) =>
    decideAward(ctx, met.chair.actor, {
      ...{ itemId, outcome: 'awarded', winners: [winner], reason: null, wording: {} },
    })
  const vote = async () => {
    const { motionId } = must(await openMotion(ctx, met.chair.actor, { itemId: item, kind: 'ranking' }))
    return () => closeMotion(ctx, met.chair.actor, { motionId })
  }

  it('waits for the end of a vote that names it, then leaves tally, shadow and the open slot', async () => {
    const [first, next] = met.files
    const close = await vote()
    const seen = await proposed(office, first!.id)
    expect(await settleDisqualification(ctx, office.organiser, seen)).toMatchObject({ reason: 'vote-open' })
    must(await close())
    must(await settleDisqualification(ctx, office.organiser, seen))
    const [tally] = await rowsOf(
      `SELECT document FROM tally WHERE campaign_id = $1 AND document->>'category' = $2 ORDER BY computed_at DESC, id DESC LIMIT 1`,
      met.campaign.id,
      met.codes[0],
    )
    const named = tally.document.nominations.map(({ nominationId }: { nominationId: string }) => nominationId)
    expect(named).not.toContain(first!.id)
    const shadow = await rowsOf('SELECT nomination_id, place FROM shadow_tally($1)', met.campaign.id)
    expect(shadow.map(({ nomination_id }) => nomination_id)).not.toContain(first!.id)
    expect(shadow).toContainEqual({ nomination_id: next!.id, place: 1 })
    expect(await award(item, first!.id)).toMatchObject({ ok: false, reason: 'vote-overturned' })
  })

  it('gets no prize, and the slot waits for a vote without it', async () => {
    const [first, next] = met.files
    expect(await award(item, next!.id)).toMatchObject({ reason: 'vote-overturned' })
    must(await (await vote())())
    expect(await award(item, first!.id)).toMatchObject({ reason: 'winner-not-a-finalist' })
    must(await award(item, next!.id))
    const seen = await proposed(office, next!.id)
    expect(await settleDisqualification(ctx, office.organiser, seen)).toMatchObject({
      reason: 'already-awarded',
    })
  })

  it('is released without: the gate waits for an open proposal, the bundle verifies and keeps every commitment', async () => {
    const [first, next] = met.files
    const winners = met.files.slice(2).map(({ id }) => id)
    for (const { id: itemId, category } of met.items.slice(1)) {
      await met.opened(itemId)
      const winner = category === met.codes[0] ? winners.shift() : undefined
      const none = {
        outcome: 'withheld',
        winners: [],
        reason: 'too_few_nominations',
        wording: WORDING,
      } as const
      const input = { itemId, ...none }
      must(winner ? await award(itemId, winner) : await decideAward(ctx, met.chair.actor, input))
    }
    must(await closeSession(ctx, met.chair.actor, { sessionId: met.sessionId }))
    await signAll(test, ctx, met)
    const publisher = await met.given.officer('publisher', met.campaign.id)
    const asked = { campaignId: met.campaign.id, embargoUntil: instant(met.now + 7_200_000) }
    expect(await prepareRelease(ctx, publisher, asked)).toMatchObject({
      reason: 'gate-closed',
      facts: { blockers: ['disqualifications-open'] },
    })
    await test.owner.query(
      `UPDATE disqualification SET state = 'returned', settled_by = $2, settled_at = now(), note = 'Non.' WHERE nomination_id = $1`,
      [next!.id, office.organiser.personId],
    )
    const release = must(await prepareRelease(ctx, publisher, asked))
    must(await approveRelease(ctx, publisher, release))
    must(await approveRelease(ctx, met.chair.actor, release))
    must(await scheduleRelease(ctx, publisher, release))
    await test.setNow(asked.embargoUntil)
    must(await publishResults(ctx, publisher, release))
    const snapshot = await loadSnapshot(ctx.db.public, met.campaign.id)
    const files = await loadBundleFiles(ctx.db.public, snapshot!.id)
    const bundle = new Map(filesFromText(bundleText(files), 'bundle'))
    expect(verify(bundle).failures).toEqual([])
    expect(JSON.stringify(snapshot)).not.toContain(first!.id)
    expect(bundle.get('results.json')).not.toContain(first!.id)
    const sealed = await rowsOf('SELECT commitment FROM score_sheet WHERE nomination_id = $1', first!.id)
    expect(sealed).toHaveLength(3)
    for (const { commitment } of sealed) expect(bundle.get('commitments.json')).toContain(commitment)
  })
})
