import { beforeAll, describe, expect, it } from 'vitest'
import { advancePhase } from '#app/services/campaign/advance-phase.ts'
import { openTestAccount } from '#app/services/jury/open-test-account.ts'
import { myFile } from '#app/queries/jury/my-file.ts'
import { testAccountPage } from '#app/queries/jury/test-account.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

const ACCOUNT = 'jury@service.example / Essai-2026'
const FIELD = 'accessAccount'

let test: TestDb
let ctx: TestContext
let panel: Awaited<ReturnType<typeof aPanel>>
let reader: Juror
let other: Juror
let recused: Juror
let chair: Juror
let file: string
let bare: string
const rowsOf = async (sql: string, ...values: unknown[]) => (await test.owner.query(sql, values)).rows
const give = async (nominationId: string, owner: string, field = FIELD) =>
  panel.given.insert('answer', {
    nomination_id: nominationId,
    field,
    value: JSON.stringify(
      field === FIELD ? ctx.crypto.seal('test-account', nominationId, ACCOUNT) : 'Ce que nul ne demande.',
    ),
    version: 1,
    updated_by: owner,
    updated_at: new Date(),
  })
const entries = (act: string) =>
  rowsOf(
    'SELECT actor_role AS role, actor_id AS actor, subject_id AS subject, facts FROM audit_entry WHERE act = $1 AND campaign_id = $2',
    act,
    panel.campaign.id,
  )

beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  panel = await aPanel(test)
  reader = await panel.seated()
  other = await panel.seated()
  recused = await panel.seated()
  chair = await panel.seated({ role: 'chair' })
  file = (await panel.file()).id
  bare = (await panel.file()).id
  for (const nomination of [file, bare]) await panel.reading(reader, nomination)
  await panel.declared(other.seatId, file)
  await panel.declared(chair.seatId, file)
  await panel.reading(recused, file)
  await panel.recused(recused.seatId, file)
  await give(file, reader.personId)
  await give(bare, reader.personId, 'problem.fr')
})

describe('the test account of a service', () => {
  it('opens for who reads the file, and each time is entered in the log without the account', async () => {
    expect(await openTestAccount(ctx, reader.actor, { nominationId: file })).toMatchObject({
      ok: true,
      value: { account: ACCOUNT },
    })
    must(await openTestAccount(ctx, reader.actor, { nominationId: file }))
    const opened = await entries('testAccountOpened')
    expect(opened).toEqual([
      { role: 'juror', actor: reader.personId, subject: file, facts: {} },
      { role: 'juror', actor: reader.personId, subject: file, facts: {} },
    ])
    const letters = await rowsOf(
      'SELECT 1 FROM outbox WHERE campaign_id = $1 AND facts::text LIKE $2',
      panel.campaign.id,
      '%Essai-2026%',
    )
    expect(letters).toEqual([])
  })

  it('is announced on the file of its reader alone, and looking at the page opens nothing', async () => {
    const before = (await entries('testAccountOpened')).length
    expect(must(await myFile(ctx, reader.actor, file)).dossier.hasTestAccount).toBe(true)
    expect(must(await myFile(ctx, reader.actor, bare)).dossier.hasTestAccount).toBe(false)
    expect(must(await myFile(ctx, chair.actor, file)).dossier.hasTestAccount).toBe(false)
    const page = must(await testAccountPage(ctx, reader.actor, file))
    expect(page.hasAccount).toBe(true)
    expect(JSON.stringify(page)).not.toContain('Essai-2026')
    expect(must(await testAccountPage(ctx, reader.actor, bare)).hasAccount).toBe(false)
    expect((await entries('testAccountOpened')).length).toBe(before)
  })

  it('stays closed to who does not read the file, is recused, presides, works in the office, or asks for another', async () => {
    const clerk = await panel.given.officer('secretariat', panel.campaign.id)
    const reasons: [Juror['actor'], string][] = [
      [other.actor, 'not-assigned'],
      [recused.actor, 'not-found'],
      [chair.actor, 'wrong-role'],
      [clerk, 'not-found'],
    ]
    for (const [actor, reason] of reasons) {
      expect(await openTestAccount(ctx, actor, { nominationId: file })).toMatchObject({ ok: false, reason })
      expect(await testAccountPage(ctx, actor, file)).toMatchObject({ ok: false, reason })
    }
    expect(await openTestAccount(ctx, reader.actor, { nominationId: bare })).toMatchObject({
      reason: 'no-test-account',
    })
    expect((await entries('testAccountOpened')).length).toBe(2)
  })

  it('is closed in the database too: the function answers the reader alone, and the table nobody of the jury', async () => {
    const asked = async ({ personId }: Juror) => {
      const client = ctx.db.jury
      return client.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT set_config('app.user', ${personId}, true)`
        const [row] = await tx.$queryRaw<
          { sealed: string | null }[]
        >`SELECT jury_test_account(${file}::uuid) AS sealed`
        return row?.sealed ?? null
      })
    }
    expect(await asked(reader)).not.toBeNull()
    for (const one of [other, recused, chair]) expect(await asked(one)).toBeNull()
    await expect(ctx.db.jury.$queryRaw`SELECT value FROM answer`).rejects.toThrow(/permission denied/)
  })

  it('is erased when the campaign is archived, with the texts that lost to it, and nothing else is', async () => {
    await panel.given.insert('rescued_text', {
      id: ctx.ids.rowId(),
      nomination_id: bare,
      field: FIELD,
      value: JSON.stringify(ctx.crypto.seal('test-account', bare, ACCOUNT)),
      person_id: reader.personId,
      at: new Date(),
    })
    await test.owner.query("UPDATE campaign SET phase = 'published' WHERE id = $1", [panel.campaign.id])
    await panel.given.insert('phase_change', {
      id: ctx.ids.rowId(),
      campaign_id: panel.campaign.id,
      from_phase: 'embargo',
      to_phase: 'published',
      at: new Date(panel.now),
      person_id: reader.personId,
    })
    await test.setNow(instant(panel.now + 400 * 86_400_000))
    const organiser = await panel.given.officer('organiser', panel.campaign.id)
    const archive = () =>
      advancePhase(ctx, organiser, { campaignId: panel.campaign.id, from: 'published', to: 'archived' })
    const both = await Promise.all([archive(), archive()])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    const left = await rowsOf(
      'SELECT field FROM answer WHERE nomination_id = ANY($1) UNION ALL SELECT field FROM rescued_text WHERE nomination_id = ANY($1)',
      [file, bare],
    )
    expect(left).toEqual([{ field: 'problem.fr' }])
    expect(await entries('testAccountsWiped')).toEqual([
      { role: 'organiser', actor: organiser.personId, subject: panel.campaign.id, facts: { count: 2 } },
    ])
    expect(await openTestAccount(ctx, reader.actor, { nominationId: file })).toMatchObject({
      reason: 'wrong-phase',
    })
  })
})
