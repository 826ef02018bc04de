import { beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { loadBundleFiles, loadSnapshot } from '#app/adapters/db/snapshots.ts'
import { bundleText } from '#app/domain/results/bundle.ts'
import { publicLog } from '#app/queries/exports/log-file.ts'
import { cancelRelease } from '#app/services/results/cancel-release.ts'
import { publishDueReleases } from '#app/services/results/publish-due-releases.ts'
import { publishResults } from '#app/services/results/publish-results.ts'
import { setPublicDocuments } from '#app/services/system/set-public-documents.ts'
import { filesFromText } from '#app/verifier/bundle-files.ts'
import { holdToLog } from '#app/verifier/hold-to-log.ts'
import { logFromText } from '#app/verifier/open-log.ts'
import { Report } from '#app/verifier/report.ts'
import { verify } from '#app/verifier/verify.ts'
import { caught, forge } from '#tests/verifier/forge.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aScheduledRelease } from './a-release.ts'

let test: TestDb
let ctx: TestContext
let scene: Awaited<ReturnType<typeof aScheduledRelease>>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = await aScheduledRelease(test, ctx)
})
const at = (now: number) => test.setNow(now as typeof scene.now)
const phase = async () =>
  (await test.owner.query('SELECT phase FROM campaign WHERE id = $1', [scene.campaign.id])).rows[0].phase
const acts = async (act: string) => (await scene.given.trace()).entries.filter((one) => one === act).length

/** Every table the public may read at all, as text. */
async function readableByPublic(): Promise<string> {
  const { rows } = await test.owner.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  )
  const seen: string[] = []
  for (const { name } of rows) {
    const all = await ctx.db.public
      .$queryRawUnsafe<unknown[]>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`)
      .catch(() => [])
    seen.push(JSON.stringify(all))
  }
  const documents = await ctx.db.public.$queryRaw`SELECT number, record FROM document`
  return [...seen, JSON.stringify(documents)].join('\n')
}

describe('the embargo', () => {
  it('shows the public nothing of a laureate, in any table', async () => {
    expect(await phase()).toBe('embargo')
    const text = await readableByPublic()
    for (const file of scene.files) {
      expect(text).not.toContain(file.id)
      expect(text).not.toContain(file.reference)
    }
    await expect(ctx.db.public.$queryRaw`SELECT 1 FROM award_decision`).rejects.toThrow(/permission denied/)
    await expect(ctx.db.public.$queryRaw`SELECT 1 FROM release`).rejects.toThrow(/permission denied/)
    await expect(ctx.db.applicant.$queryRaw`SELECT 1 FROM award_winner`).rejects.toThrow(/permission denied/)
  })

  it('holds until the last millisecond, for the publisher and for the clock', async () => {
    await at(scene.embargoUntil - 1)
    expect(await publishResults(ctx, scene.publisher, scene)).toMatchObject({ reason: 'embargo' })
    expect(await publishDueReleases(ctx)).toBe(0)
    expect(await publishResults(ctx, scene.chair.actor, scene)).toMatchObject({ reason: 'not-found' })
    expect(await loadSnapshot(ctx.db.public, scene.campaign.id)).toBeNull()
    expect(await acts('resultsPublished')).toBe(0)
  })
})

describe('the release', () => {
  it('publishes at its instant, once, however many ask', async () => {
    const reader = await scene.given.applicant(scene.files[0]!.administration, 'signatory')
    await scene.given.applicant(scene.files[0]!.administration, 'editor')
    await at(scene.embargoUntil)
    const answers = await Promise.all([
      publishResults(ctx, scene.publisher, scene),
      publishResults(ctx, SYSTEM_ACTOR, scene),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: 'already-published' })
    expect(await cancelRelease(ctx, scene.publisher, scene)).toMatchObject({ reason: 'already-published' })
    expect(await publishDueReleases(ctx)).toBe(0)
    expect(await phase()).toBe('published')
    expect(await acts('resultsPublished')).toBe(1)
    // The result of a dossier goes to who signs for its body, not to who writes in it.
    const told = await test.owner.query(
      `SELECT person_id, facts FROM outbox WHERE notice = 'result-available'`,
    )
    expect(told.rows).toMatchObject([
      { person_id: reader.personId, facts: { reference: scene.files[0]!.reference } },
    ])
    const { rows } = await test.owner.query('SELECT count(*)::int FROM snapshot')
    expect(rows[0].count).toBe(1)
  })

  it('binds its files to the public log, which names a bundle that was written anew', async () => {
    expect(await acts('bundlePublished')).toBe(1)
    const snapshot = await loadSnapshot(ctx.db.public, scene.campaign.id)
    const stored = await loadBundleFiles(ctx.db.public, snapshot!.id)
    const files = new Map(stored.map(({ name, content }) => [name, content]))
    let text = ''
    for await (const part of publicLog(ctx.db.public, ctx.signer.verifierKey)) text += part
    const failures = (of: typeof files) => {
      const report = new Report()
      holdToLog(of, logFromText(text, 'log'), { key: ctx.signer.verifierKey, checkpoints: [] }, report)
      return report.failures.map(({ sentence }) => sentence)
    }
    expect(failures(files)).toEqual([])
    const forged = forge(files, 'regulation.json', (frozen) => (frozen.version = 7))
    expect(failures(forged)).toEqual([
      'the version of the regulation: 7 in the bundle, 1 when it was published',
      expect.stringMatching(/^manifest\.json has the hash/),
    ])
  })

  it('is the snapshot that was approved, readable by the public, never changed', async () => {
    const snapshot = await loadSnapshot(ctx.db.public, scene.campaign.id)
    expect(snapshot?.hash).toBe(scene.snapshotHash)
    const first = snapshot?.document.categories[0]?.slots[0]
    expect(first).toMatchObject({ outcome: 'awarded', winners: [{ nominationId: scene.files[0]!.id }] })
    await expect(test.owner.query(`UPDATE snapshot SET hash = 'x'`)).rejects.toThrow(/never change/)
  })

  it('gives each laureate a numbered certificate whose record gives the same bytes', async () => {
    const { rows } = await test.owner.query(
      `SELECT * FROM document WHERE kind = 'laureate_certificate' ORDER BY number`,
    )
    const winners = (await test.owner.query('SELECT count(*)::int FROM award_winner')).rows[0].count
    expect(rows).toHaveLength(winners)
    expect(rows[0].number).toBe('CL-2026-0001')
    expect(rows[0].public).toBe(true)
    expect(rows[0].sha256, 'nothing is set inside the transaction').toBeNull()
    // The worker sets what is public, and keeps the hash for the check page: certificates and the palmarès.
    expect(await setPublicDocuments(ctx, 100)).toBe(winners + 1)
    const set = await test.owner.query('SELECT sha256 FROM document WHERE id = $1', [rows[0].id])
    const again = await ctx.press.press('laureate_certificate', rows[0].record)
    expect(again.sha256).toBe(set.rows[0].sha256)
  })

  it('owes each competitor a notification and each one judged a letter, without a juror, a score or a rank', async () => {
    const of = async (kind: string) =>
      (await test.owner.query('SELECT subject_id, record, public FROM document WHERE kind = $1', [kind])).rows
    const admissible = await test.owner.query(`SELECT id FROM nomination WHERE state = 'admissible'`)
    const told = await of('result_notification')
    expect(told.map((row) => row.subject_id).sort()).toEqual(admissible.rows.map(({ id }) => id).sort())
    const letters = await of('feedback_letter')
    expect(letters.length).toBeGreaterThan(0)
    for (const { record, public: isPublic } of [...told, ...letters]) {
      const text = JSON.stringify(record)
      expect(isPublic).toBe(false)
      expect(text).not.toMatch(/"(score|rank|level|points)"/)
      for (const { actor } of scene.jurors) expect(text).not.toContain(actor.name)
    }
    expect(letters.every(({ record }) => record.strengths.length + record.improvements.length > 0)).toBe(true)
    expect(await of('palmares')).toMatchObject([{ subject_id: scene.campaign.id, public: true }])
  })

  it('has a bundle that the verifier confirms, and refuses after each tampering', async () => {
    const snapshot = await loadSnapshot(ctx.db.public, scene.campaign.id)
    const files = await loadBundleFiles(ctx.db.public, snapshot!.id)
    const bundle = new Map(filesFromText(bundleText(files), 'bundle'))
    expect(verify(bundle).failures).toEqual([])
    const { rows } = await test.owner.query('SELECT sheet_root FROM campaign WHERE id = $1', [
      scene.campaign.id,
    ])
    expect(JSON.parse(bundle.get('commitments.json')!)).toMatchObject({ root: rows[0].sheet_root })
    expect(caught(new Map(bundle).set('results.json', '[]'))).toContain('manifest')
    /* eslint-disable @typescript-eslint/no-explicit-any -- (tampering) the files are bent as no type allows */
    const raised = forge(bundle, 'sheets.json', (sheets: any) => {
      const [code] = Object.keys(sheets[0].record.levels)
      sheets[0].record.levels[code!] = sheets[0].record.levels[code!] === '5' ? '1' : '5'
    })
    expect(caught(raised)).toContain('sheets')
    const swapped = forge(bundle, 'decisions.json', (decisions: any) => {
      decisions[0].winners = [scene.files[3]!.id]
    })
    expect(caught(swapped)).toContain('decisions')
    const invented = forge(bundle, 'results.json', (results: any) => {
      results[0].nominations[0].score = '100'
    })
    expect(caught(invented)).toContain('scores')
    /* eslint-enable */
    expect(JSON.stringify([...bundle.values()])).not.toContain(scene.jurors[0]!.seatId)
  })
})
