import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromHex } from '#app/domain/audit/bytes.ts'
import { isConsistent, isIncluded } from '#app/domain/audit/log.ts'
import { publicLog } from '#app/queries/exports/log-file.ts'
import { proveConsistency, proveInclusion, publishedCheckpoints } from '#app/queries/public/log.ts'
import type { Context } from '#app/services/context.ts'
import { logFromText } from '#app/verifier/open-log.ts'
import { verifyLog } from '#app/verifier/verify-log.ts'
import { act } from '#tests/services/audit/scene.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const bytes = (hex: string) => fromHex(hex) ?? expect.fail('hexadecimal')
let test: TestDb
let ctx: Context
const hands = () => ({ db: ctx.db.public, crypto: ctx.crypto })
async function file(): Promise<string> {
  let text = ''
  for await (const part of publicLog(ctx.db.public, ctx.signer.verifierKey)) text += part
  return text
}
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
})

describe('the public log', () => {
  it('is empty and proves nothing before the first checkpoint', async () => {
    await act(ctx, 'scoreSheetSealed', { commitment: 'c0ffee' })
    expect(await proveInclusion(hands(), 0)).toMatchObject({ reason: 'not-found' })
    expect(logFromText(await file(), 'log').lines).toEqual([])
  })

  it('ends at the newest checkpoint and gives the text of public acts alone', async () => {
    await act(ctx, 'phaseChanged', { from: 'screening', to: 'evaluation' })
    await act(ctx, 'ballotCast', { motion: 'secret' })
    const log = logFromText(await file(), 'log')
    expect(log.lines.map(({ entry }) => entry !== null)).toEqual([false, true])
    expect(await file()).not.toMatch(/c0ffee|ballotCast|scoreSheetSealed/)
    expect(verifyLog(log, { key: ctx.signer.verifierKey, checkpoints: [] }).failures).toEqual([])
  })

  it('proves every entry it shows and every older checkpoint, and refuses what lies beyond', async () => {
    const [older] = await publishedCheckpoints(ctx.db.public)
    await act(ctx, 'phaseChanged', { from: 'evaluation', to: 'deliberation' })
    const [newest] = await publishedCheckpoints(ctx.db.public)
    if (!older || !newest) return expect.fail('two checkpoints')
    const { lines } = logFromText(await file(), 'log')
    for (const { index, leaf } of lines) {
      const answer = await proveInclusion(hands(), index)
      const proof = answer.ok ? answer.value.proof.map(bytes) : expect.fail('inside')
      const claim = { leaf: bytes(leaf), index, size: newest.size, proof, root: newest.root }
      expect(isIncluded(sha256, claim)).toBe(true)
      expect(isIncluded(sha256, { ...claim, index: index + 1 })).toBe(false)
    }
    const grown = await proveConsistency(hands(), older.size)
    const proof = grown.ok ? grown.value.proof.map(bytes) : expect.fail('inside')
    const claim = {
      oldSize: older.size,
      oldRoot: older.root,
      newSize: newest.size,
      newRoot: newest.root,
      proof,
    }
    expect(isConsistent(sha256, claim)).toBe(true)
    expect(isConsistent(sha256, { ...claim, oldRoot: newest.root, newRoot: older.root })).toBe(false)
    expect(await proveInclusion(hands(), newest.size)).toMatchObject({ reason: 'not-found' })
    expect(await proveConsistency(hands(), 0)).toMatchObject({ reason: 'not-found' })
    expect(await proveConsistency(hands(), newest.size + 1)).toMatchObject({ reason: 'not-found' })
  })

  it('keeps from the public role what is not yet under a checkpoint, and every text', async () => {
    await act(ctx, 'interestDeclared')
    const rows = await ctx.db.public.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM public_log`
    expect(Number(rows[0]?.n)).toBe(4)
    await expect(ctx.db.public.$queryRaw`SELECT 1 FROM log_tree`).rejects.toThrow()
    await expect(ctx.db.public.$queryRaw`SELECT 1 FROM audit_entry`).rejects.toThrow()
    await expect(ctx.db.public.$queryRaw`SELECT 1 FROM log_head`).rejects.toThrow()
  })
})
