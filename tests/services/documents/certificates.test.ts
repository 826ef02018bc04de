import { beforeAll, describe, expect, it } from 'vitest'
import { loadBatch, newestBatch, waitingBatches } from '#app/adapters/db/batches.ts'
import { insertDocuments } from '#app/adapters/db/documents.ts'
import { SAMPLE_KINDS, SAMPLES } from '#app/adapters/pdf/samples/index.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { MadeKind } from '#app/domain/document/kinds.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { documentLinks, permittedDocument } from '#app/queries/files/permitted-document.ts'
import { cancelCertificates, startCertificates } from '#app/services/documents/certificates.ts'
import { makeCertificates } from '#app/services/documents/make-certificates.ts'
import { publishResults } from '#app/services/results/publish-results.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { aScheduledRelease } from '#tests/services/results/a-release.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: TestContext
let scene: Awaited<ReturnType<typeof aScheduledRelease>>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = await aScheduledRelease(test, ctx)
})
const of = (campaignId = scene.campaign.id) => ({ campaignId })
const rows = async (kind: string) =>
  (await test.owner.query('SELECT * FROM document WHERE kind = $1 ORDER BY number', [kind])).rows

describe('the certificates of a whole campaign', () => {
  it('are refused before the release, and to everybody but its publisher', async () => {
    expect(await startCertificates(ctx, scene.publisher, of())).toMatchObject({ reason: 'wrong-phase' })
    await test.setNow(scene.embargoUntil)
    must(await publishResults(ctx, scene.publisher, scene))
    for (const actor of [scene.secretariat, scene.chair.actor, scene.jurors[0]!.actor])
      expect(await startCertificates(ctx, actor, of())).toMatchObject({ reason: 'not-found' })
  })

  it('are one piece of work that its publisher may stop: then nothing more is issued', async () => {
    const { batchId, total } = must(await startCertificates(ctx, scene.publisher, of()))
    expect(total).toBe(scene.files.length)
    expect(await startCertificates(ctx, scene.second, of())).toMatchObject({ reason: 'certificates-running' })
    expect(await waitingBatches(ctx.db.office)).toEqual([batchId])
    must(await cancelCertificates(ctx, scene.second, { ...of(), batchId }))
    expect(await makeCertificates(ctx, batchId)).toMatchObject({ reason: 'certificates-over' })
    expect(await rows('participation_certificate')).toEqual([])
    expect((await scene.given.trace()).entries.slice(-2)).toEqual([
      'certificatesAsked',
      'certificatesStopped',
    ])
    expect(await cancelCertificates(ctx, scene.publisher, { ...of(), batchId })).toMatchObject({
      reason: 'certificates-over',
    })
  })

  it('are made once for each competitor, numbered without a gap, each with the hash of its PDF', async () => {
    const { batchId } = must(await startCertificates(ctx, scene.publisher, of()))
    must(await makeCertificates(ctx, batchId))
    expect((await scene.given.trace()).entries.slice(-2)).toEqual(['certificatesAsked', 'certificatesIssued'])
    const made = await rows('participation_certificate')
    expect(made.map(({ number }) => number)).toEqual(scene.files.map((_, at) => `CP-2026-000${at + 1}`))
    expect(made.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true)
    expect(await loadBatch(ctx.db.office, batchId)).toMatchObject({ state: 'done', made: made.length })
    expect(await startCertificates(ctx, scene.publisher, of())).toMatchObject({ reason: 'certificates-made' })
    expect(await newestBatch(ctx.db.office, scene.campaign.id)).toMatchObject({ id: batchId })
  })
})

describe('a document', () => {
  const readers: Record<string, Actor> = {}
  const subjects: Partial<Record<MadeKind, string>> = {}
  const ids = {} as Record<MadeKind, string>

  beforeAll(async () => {
    const [file] = scene.files
    const [juror, other] = scene.jurors
    const partner = await scene.partnered(file!.id)
    const conflicted = await scene.given.officer('secretariat', scene.campaign.id)
    await scene.given.mandate({ person: conflicted.personId, administration: partner })
    Object.assign(readers, {
      'partner’s clerk': await scene.given.actor(conflicted.personId),
      signatory: await scene.given.applicant(file!.administration, 'signatory'),
      stranger: await scene.given.applicant((await scene.given.administration()).id, 'signatory'),
      secretariat: scene.secretariat,
      organiser: await scene.given.officer('organiser', scene.campaign.id),
      auditor: await scene.given.officer('auditor', scene.campaign.id),
      publisher: scene.publisher,
      chair: scene.chair.actor,
      juror: juror!.actor,
      'other juror': other!.actor,
    })
    const sheets = await test.owner.query(
      'SELECT id FROM score_sheet WHERE seat_id = $1 AND nomination_id = $2',
      [juror!.seatId, file!.id],
    )
    const session = await test.owner.query('SELECT id FROM deliberation_session')
    Object.assign(subjects, {
      ...{ convocation: juror!.seatId, charter: juror!.seatId, interest_declaration: juror!.seatId },
      ...{ score_sheet: sheets.rows[0].id, minutes: session.rows[0].id },
      ...{ register: scene.campaign.id, palmares: scene.campaign.id, campaign_report: scene.campaign.id },
    })
    const documents = SAMPLE_KINDS.map((kind, at) => {
      ids[kind] = ctx.ids.rowId()
      return {
        ...{ id: ids[kind], kind, number: `XX-2026-${1000 + at}`, checkCode: `TEST-${kind}` },
        ...{ campaignId: scene.campaign.id, subjectId: subjects[kind] ?? file!.id, record: SAMPLES[kind] },
        ...{ sha256: null, isPublic: kind === 'palmares' || kind === 'laureate_certificate' },
        createdAt: instant(scene.now),
      }
    })
    await ctx.db.office.$transaction((tx) => insertDocuments(tx, documents))
  })

  const NOMINATION = ['signatory', 'secretariat', 'auditor']
  const OFFICE = ['partner’s clerk', 'secretariat', 'organiser', 'auditor']
  const MEMBER = ['secretariat', 'auditor', 'juror']
  // Released: until then nobody of the office but the auditor reads the minutes with their scores.
  const WITH_SCORES = [
    'partner’s clerk',
    'secretariat',
    'auditor',
    'publisher',
    'chair',
    'juror',
    'other juror',
  ]
  const EXPECTED: Partial<Record<MadeKind, readonly string[]>> = {
    receipt: NOMINATION,
    completion_request: NOMINATION,
    eligibility_decision: NOMINATION,
    appeal_decision: NOMINATION,
    disqualification: NOMINATION,
    result_notification: NOMINATION,
    participation_certificate: NOMINATION,
    feedback_letter: ['signatory'],
    convocation: ['partner’s clerk', ...MEMBER],
    charter: ['partner’s clerk', ...MEMBER],
    interest_declaration: MEMBER,
    score_sheet: ['auditor', 'juror'],
    shortlisting_minutes: WITH_SCORES,
    minutes: WITH_SCORES,
    register: OFFICE,
    campaign_report: OFFICE,
    complaint_receipt: OFFICE,
    complaint_answer: OFFICE,
  }

  it.each(SAMPLE_KINDS)('of the kind %s opens for exactly the people who may', async (kind) => {
    const open: string[] = []
    for (const [name, actor] of Object.entries(readers))
      if ((await permittedDocument(ctx, actor, ids[kind])).ok) open.push(name)
    const everybody = Object.keys(readers)
    expect(open.sort()).toEqual([...(EXPECTED[kind] ?? everybody)].sort())
    expect((await permittedDocument(ctx, null, ids[kind])).ok).toBe(EXPECTED[kind] === undefined)
  })

  it('of a file from which a juror is recused disappears for that juror', async () => {
    const [juror] = scene.jurors
    await scene.given.insert('recusal', {
      ...{ id: ctx.ids.rowId(), seat_id: juror!.seatId, nomination_id: scene.files[0]!.id },
      ...{ source: 'secretariat', kind: 'other', pinned: true, at: new Date(scene.now) },
    })
    expect((await permittedDocument(ctx, juror!.actor, ids.score_sheet)).ok).toBe(false)
  })

  it('stands on the page of its reader, newest first, and on nobody else’s', async () => {
    const asked = [[scene.files[0]!.id], ['receipt', 'feedback_letter', 'result_notification']] as const
    const mine = await documentLinks(ctx, readers['signatory']!, ...asked)
    expect(new Set(mine.map(({ kind }) => kind))).toEqual(new Set(asked[1]))
    expect(await documentLinks(ctx, readers['stranger']!, ...asked)).toEqual([])
    expect(await documentLinks(ctx, null, ...asked)).toEqual([])
  })
})
