import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromHex, utf8 } from '#app/domain/audit/bytes.ts'
import { isIncluded, leafHash } from '#app/domain/audit/log.ts'
import { receiptFile, sheetReceipt } from '#app/queries/jury/sheet-receipt.ts'
import type { Context } from '#app/services/context.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { sealScoreSheet } from '#app/services/scoring/seal-score-sheet.ts'
import { readNote } from '#app/verifier/note.ts'
import { receiptFromText, verifyReceipt } from '#app/verifier/verify-receipt.ts'
import { act } from '#tests/services/audit/scene.ts'
import { aPanel, draft, type Juror, opened } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const bytes = (hex: string) => fromHex(hex) ?? expect.fail('hexadecimal')
let test: TestDb
let ctx: Context
let juror: Juror
let other: Juror
let sheetId: string
let version: number
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  const panel = await aPanel(test)
  juror = await panel.seated()
  other = await panel.seated()
  const file = await panel.file()
  await panel.reading(juror, file.id)
  await panel.reading(other, file.id)
  sheetId = await opened(ctx, juror, file.id)
  const saved = await saveScoreSheet(ctx, juror.actor, draft(sheetId, 1, panel.entriesAt(4)))
  version = saved.result.ok ? saved.result.value.version : 0
})
const receipt = async () => {
  const read = await sheetReceipt(ctx, juror.actor, sheetId)
  return read.ok ? read.value : expect.fail(read.reason)
}

describe('the receipt of a sealed sheet', () => {
  it('does not exist for a draft', async () => {
    expect(await sheetReceipt(ctx, juror.actor, sheetId)).toMatchObject({ reason: 'not-found' })
  })

  it('shows the commitment and the place in the log at once, the proof after the next checkpoint', async () => {
    await sealScoreSheet(ctx, juror.actor, { sheetId, version })
    expect((await receipt()).proof).toBeNull()
    await act(ctx, 'phaseChanged', { from: 'evaluation', to: 'deliberation' })
    const { index, entry, proof, commitment } = await receipt()
    if (proof === null || entry === null) return expect.fail('a proof')
    const { root, size } = readNote(proof.note, 'receipt')
    const claim = { leaf: leafHash(sha256, utf8(entry)), index, size, proof: proof.path.map(bytes), root }
    expect(isIncluded(sha256, claim)).toBe(true)
    expect(isIncluded(sha256, { ...claim, proof: claim.proof.slice(1) })).toBe(false)
    expect(entry).toContain(`"commitment":"${commitment}"`)
    const file = receiptFromText(receiptFile(await receipt(), ctx.signer.verifierKey), 'receipt')
    expect(verifyReceipt(file, ctx.signer.verifierKey).failures).toEqual([])
  })

  it('reveals neither a level nor the salt that would open them', async () => {
    const kept = await test.owner.query<{ salt: string }>('SELECT salt FROM score_sheet WHERE id = $1', [
      sheetId,
    ])
    const file = receiptFile(await receipt(), ctx.signer.verifierKey)
    expect(file).not.toContain(kept.rows[0]?.salt)
    expect(file).not.toMatch(/level|comment"/)
  })

  it('says where the sheet is published once it is, and whether its commitment stands there', async () => {
    const { commitment, published } = await receipt()
    expect(published).toBeNull()
    const { rows } = await test.owner.query<{ campaign: string; slug: string }>(
      `SELECT n.campaign_id AS campaign, c.slug FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id
         JOIN campaign c ON c.id = n.campaign_id WHERE s.id = $1`,
      [sheetId],
    )
    const campaign = rows[0]?.campaign
    const publish = async (number: number, listed: string, at: string) => {
      const id = ctx.ids.rowId()
      await test.owner.query(
        `INSERT INTO snapshot (id, campaign_id, number, hash, published_at, document)
         SELECT $1, $2, $3, $4, award_now() + $5::interval, '{}'`,
        [id, campaign, number, 'a'.repeat(64), at],
      )
      await test.owner.query(
        `INSERT INTO bundle_file (snapshot_id, name, content, sha256) VALUES ($1, 'commitments.json', $2, $3)`,
        [id, JSON.stringify({ commitments: [{ commitment: listed }] }), 'b'.repeat(64)],
      )
    }
    await publish(1, commitment, '1 hour')
    expect((await receipt()).published).toBeNull()
    await test.owner.query(`UPDATE campaign SET phase = 'published' WHERE id = $1`, [campaign])
    expect((await receipt()).published).toBeNull()
    await publish(2, commitment, '-2 hours')
    expect((await receipt()).published).toEqual({ slug: rows[0]?.slug, isListed: true })
    await publish(3, 'c'.repeat(64), '-1 hour')
    expect((await receipt()).published).toEqual({ slug: rows[0]?.slug, isListed: false })
    expect(receiptFile(await receipt(), ctx.signer.verifierKey)).not.toContain('published')
  })

  it('is for its juror alone', async () => {
    expect(await sheetReceipt(ctx, other.actor, sheetId)).toMatchObject({ reason: 'not-found' })
  })
})
