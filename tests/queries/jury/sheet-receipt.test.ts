import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromHex, utf8 } from '#app/domain/audit/bytes.ts'
import { isIncluded, leafHash } from '#app/domain/audit/log.ts'
import { receiptFile, sheetReceipt } from '#app/queries/jury/sheet-receipt.ts'
import type { Context } from '#app/services/context.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { sealScoreSheet } from '#app/services/scoring/seal-score-sheet.ts'
import { readNote } from '#app/verifier/note.ts'
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
  })

  it('reveals neither a level nor the salt that would open them', async () => {
    const kept = await test.owner.query<{ salt: string }>('SELECT salt FROM score_sheet WHERE id = $1', [
      sheetId,
    ])
    const file = receiptFile(await receipt(), ctx.signer.verifierKey)
    expect(file).not.toContain(kept.rows[0]?.salt)
    expect(file).not.toMatch(/level|comment"/)
  })

  it('is for its juror alone', async () => {
    expect(await sheetReceipt(ctx, other.actor, sheetId)).toMatchObject({ reason: 'not-found' })
  })
})
