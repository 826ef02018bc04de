import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#app/services/context.ts'
import { declareInterests } from '#app/services/jury/declare-interests.ts'
import { signCharter } from '#app/services/jury/sign-charter.ts'
import { openSheet } from '#app/services/scoring/open-sheet.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { heldAt } from '#tests/support/held.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test)
})
const declare = (
  juror: Juror,
  ...declared: { nominationId: string; kind: 'none' | 'family' | 'other' | 'contract'; words?: string }[]
) =>
  declareInterests(ctx, juror.actor, {
    campaignId: panel.campaign.id,
    declared: declared.map((one) => ({ words: '', ...one })),
  })
const rows = async (sql: string, ...values: unknown[]) => (await test.owner.query(sql, values)).rows
const recusals = (juror: Juror) =>
  rows(
    'SELECT source, kind, pinned, nomination_id FROM recusal WHERE seat_id = $1 AND lifted_at IS NULL',
    juror.seatId,
  )

describe('the charter', () => {
  const sign = (juror: Juror) =>
    signCharter(ctx, juror.actor, { campaignId: panel.campaign.id, charterText: 'La charte.' })

  it('is signed once, with the hash of its text in the log', async () => {
    const juror = await panel.seated({ charterSigned: false })
    const both = await Promise.all([sign(juror), sign(juror)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'charter-signed' })
    const [entry] = await rows(
      `SELECT facts FROM audit_entry WHERE act = 'charterSigned' AND subject_id = $1`,
      juror.seatId,
    )
    expect(entry.facts.charterHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('closes at once the files of the own body, of the supervising body and of a partner', async () => {
    const parent = await panel.given.administration()
    const own = await panel.given.administration({ parentId: parent.id })
    const child = await panel.given.administration({ parentId: own.id })
    const partnerOnly = await panel.file()
    await panel.given.insert('nomination_partner', {
      id: crypto.randomUUID(),
      nomination_id: partnerOnly.id,
      administration_id: own.id,
      name: {},
      position: 1,
    })
    const files = [
      await panel.file({ administration: own.id }),
      await panel.file({ administration: parent.id }),
      await panel.file({ administration: child.id }),
      partnerOnly,
    ]
    const stranger = await panel.file()
    const juror = await panel.seated({ institution: own.id, charterSigned: false })
    await sign(juror)
    const found = await recusals(juror)
    expect(found.map((row) => row.nomination_id).sort()).toEqual(files.map((file) => file.id).sort())
    expect(found.map((row) => row.source)).toEqual(['automatic', 'automatic', 'automatic', 'automatic'])
    expect(found.map((row) => row.nomination_id)).not.toContain(stranger.id)
  })

  it('answers not-found to somebody without a seat', async () => {
    const { actor } = await panel.seated()
    const elsewhere = await panel.given.actor((await panel.given.person()).id)
    expect(
      await signCharter(ctx, { ...actor, ...elsewhere }, { campaignId: panel.campaign.id, charterText: 'x' }),
    ).toMatchObject({ reason: 'not-found' })
  })
})

describe('declaring interests', () => {
  it('opens the file on none and recuses on a typed interest, in one transaction', async () => {
    const juror = await panel.seated()
    const [clear, tied] = [await panel.file(), await panel.file()]
    await panel.given.assignment({ seat: juror.seatId, nomination: tied.id })
    const result = await declare(
      juror,
      { nominationId: clear.id, kind: 'none' },
      { nominationId: tied.id, kind: 'family' },
    )
    expect(result).toMatchObject({ ok: true, value: { opened: 1, hidden: 1 } })
    expect(await recusals(juror)).toEqual([
      { source: 'declared', kind: 'family', pinned: false, nomination_id: tied.id },
    ])
    expect(
      await rows('SELECT 1 FROM assignment WHERE seat_id = $1 AND removed_at IS NULL', juror.seatId),
    ).toHaveLength(0)
    expect(
      await rows(
        `SELECT facts FROM outbox WHERE notice = 'recusal-recorded' AND person_id = $1`,
        juror.personId,
      ),
    ).toHaveLength(1)
    expect(await openSheet(ctx, juror.actor, { nominationId: tied.id })).toMatchObject({
      reason: 'not-found',
    })
  })

  it('writes one declaration, one document and one entry when none is declared twice at once', async () => {
    const juror = await panel.seated()
    const file = await panel.file()
    const { trace } = panel.given
    const before = await trace()
    const both = await heldAt(test, 'interest', () =>
      [1, 2].map(() => declare(juror, { nominationId: file.id, kind: 'none' })),
    )
    expect(both.map((one) => one.ok && one.value.opened).sort()).toEqual([0, 1])
    expect(await rows('SELECT kind FROM interest WHERE seat_id = $1', juror.seatId)).toEqual([
      { kind: 'none' },
    ])
    const kept = `SELECT 1 FROM document WHERE kind = 'interest_declaration' AND subject_id = $1`
    expect(await rows(kept, juror.seatId)).toHaveLength(1)
    const { entries, notices } = await trace()
    expect(entries.slice(before.entries.length)).toEqual(['interestDeclared'])
    expect(notices).toEqual(before.notices)
  })

  it('recuses once, with one letter, when one interest is declared twice at once', async () => {
    const juror = await panel.seated()
    const file = await panel.file()
    const { trace } = panel.given
    const before = await trace()
    const both = await heldAt(test, 'recusal', () =>
      [1, 2].map(() => declare(juror, { nominationId: file.id, kind: 'family' })),
    )
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'not-found' })
    expect(await recusals(juror)).toHaveLength(1)
    const { entries, notices } = await trace()
    expect(entries.slice(before.entries.length)).toEqual(['interestDeclared', 'recusalRecorded'])
    expect(notices.slice(before.notices.length)).toEqual(['recusal-recorded'])
  })

  it('keeps all or nothing: one bad line stores none', async () => {
    const juror = await panel.seated()
    const [clear, other] = [await panel.file(), await panel.file()]
    const result = await declare(
      juror,
      { nominationId: clear.id, kind: 'none' },
      { nominationId: other.id, kind: 'other' },
    )
    expect(result).toMatchObject({
      ok: false,
      reason: 'words-required',
      fields: { [`interests.${other.id}.words`]: 'errors.required' },
    })
    expect(await rows('SELECT 1 FROM interest WHERE seat_id = $1', juror.seatId)).toHaveLength(0)
  })

  it('voids a sealed sheet by a new row when the interest is found later', async () => {
    const juror = await panel.seated()
    const file = await panel.file()
    await panel.reading(juror, file.id)
    await panel.sealed(ctx, juror, file.id, 4)
    expect(await declare(juror, { nominationId: file.id, kind: 'contract' })).toMatchObject({ ok: true })
    const sheets = await rows(
      'SELECT state, sequence FROM score_sheet WHERE nomination_id = $1 ORDER BY sequence',
      file.id,
    )
    expect(sheets).toEqual([
      { state: 'sealed', sequence: 1 },
      { state: 'voided', sequence: 2 },
    ])
  })

  it('voids a draft in place', async () => {
    const juror = await panel.seated()
    const file = await panel.file()
    await panel.reading(juror, file.id)
    await openSheet(ctx, juror.actor, { nominationId: file.id })
    await declare(juror, { nominationId: file.id, kind: 'family' })
    expect(await rows('SELECT state FROM score_sheet WHERE nomination_id = $1', file.id)).toEqual([
      { state: 'voided' },
    ])
  })

  it('refuses before the charter, for a foreign file, and outside its phases', async () => {
    const unsigned = await panel.seated({ charterSigned: false })
    const juror = await panel.seated()
    const file = await panel.file()
    expect(await declare(unsigned, { nominationId: file.id, kind: 'none' })).toMatchObject({
      reason: 'charter-missing',
    })
    expect(await declare(juror, { nominationId: crypto.randomUUID(), kind: 'none' })).toMatchObject({
      reason: 'not-found',
    })
    await test.owner.query(`UPDATE campaign SET phase = 'nominations' WHERE id = $1`, [panel.campaign.id])
    const early = await declare(juror, { nominationId: file.id, kind: 'none' })
    await test.owner.query(`UPDATE campaign SET phase = 'evaluation' WHERE id = $1`, [panel.campaign.id])
    expect(early).toMatchObject({ reason: 'wrong-phase' })
  })
})
