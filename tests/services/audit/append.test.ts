import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCheckpoints, loadLogNodes } from '#app/adapters/db/log.ts'
import { fromHex, hexOf, utf8 } from '#app/domain/audit/bytes.ts'
import { inclusionProof, isIncluded, leafHash, treeRoot } from '#app/domain/audit/log.ts'
import { fulfil, inclusionPlan } from '#app/domain/audit/stored-proof.ts'
import { refuse } from '#app/domain/kernel/result.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { Context } from '#app/services/context.ts'
import { run } from '#app/services/run.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { act } from './scene.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
let test: TestDb
let ctx: Context
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
})
const rows = async () =>
  (
    await test.owner.query<{ tree_index: string; text: string; leaf_hash: string }>(
      'SELECT tree_index, text, leaf_hash FROM audit_entry ORDER BY tree_index',
    )
  ).rows

describe('appending to the log', () => {
  it('gives two at once, and many, places without a gap, a refused act none', async () => {
    const acts = Array.from({ length: 12 }, (_, at) => act(ctx, `act-${at % 2}`))
    const refused = run(ctx, SYSTEM_ACTOR, { db: 'office', role: 'system' }, () =>
      Promise.resolve(refuse<'no'>('no')),
    )
    const thrown = ctx.db.office
      .$transaction(
        async (tx) => {
          await tx.$executeRaw`SELECT append_audit_entries(${JSON.stringify([
            {
              text: '{}',
              at: new Date().toISOString(),
              actorId: SYSTEM_ACTOR.personId,
              role: 'r',
              act: 'undone',
              subjectType: 't',
              subjectId: 's',
              campaignId: null,
              facts: {},
              requestId: 'q',
              address: null,
              disclosed: false,
            },
          ])}::jsonb)`
          throw new Error('rolled back after its entry')
        },
        { maxWait: 15_000 },
      )
      .catch((error: unknown) => error)
    expect((await Promise.all(acts)).every((one) => one.ok)).toBe(true)
    expect((await refused).ok).toBe(false)
    expect(await thrown).toMatchObject({ message: 'rolled back after its entry' })
    const stored = await rows()
    expect(stored.map((row) => Number(row.tree_index))).toEqual(stored.map((_, at) => at))
    expect(stored).toHaveLength(12)
    const head = await test.owner.query<{ size: string }>('SELECT size FROM log_head')
    expect(Number(head.rows[0]?.size)).toBe(12)
  })

  it('keeps the text that the leaf is the hash of, canonical and with its place last', async () => {
    for (const { tree_index, text, leaf_hash } of await rows()) {
      expect(hexOf(leafHash(sha256, utf8(text)))).toBe(leaf_hash)
      expect(JSON.parse(text)).toMatchObject({ treeIndex: Number(tree_index), role: 'system' })
      expect(text.endsWith(`,"treeIndex":${tree_index}}`)).toBe(true)
      expect(text).not.toContain(SYSTEM_ACTOR.personId)
    }
  })

  it('stores the subtrees that prove every entry', async () => {
    const leaves = (await rows()).map((row) => fromHex(row.leaf_hash) ?? expect.fail('hexadecimal'))
    const root = treeRoot(sha256, leaves)
    for (const [index, leaf] of leaves.entries()) {
      const plan = inclusionPlan(index, leaves.length)
      if (!plan.ok) return expect.fail('inside')
      const nodes = await ctx.db.office.$transaction((tx) => loadLogNodes(tx, plan.value.nodes))
      const proof = fulfil(sha256, plan.value, nodes)
      if (!proof.ok) return expect.fail('complete')
      const direct = inclusionProof(sha256, index, leaves)
      expect(direct.ok && direct.value.map(hexOf)).toEqual(proof.value.map(hexOf))
      expect(isIncluded(sha256, { leaf, index, size: leaves.length, proof: proof.value, root })).toBe(true)
    }
  })

  it('signs a checkpoint in the transaction of a phase change, and only then', async () => {
    expect(await loadCheckpoints(ctx.db.office, 1)).toEqual([])
    await act(ctx, 'phaseChanged', { from: 'evaluation', to: 'deliberation' })
    const [made] = await loadCheckpoints(ctx.db.office, 1)
    const leaves = (await rows()).map((row) => fromHex(row.leaf_hash) ?? expect.fail('hexadecimal'))
    expect(made).toMatchObject({ size: leaves.length, cause: 'phase' })
    expect(made && hexOf(made.root)).toBe(hexOf(treeRoot(sha256, leaves)))
    expect(made?.note.split('\n').slice(0, 2)).toEqual(['test.example/log', String(leaves.length)])
  })

  it('refuses the phase change when the log no longer continues its last checkpoint', async () => {
    await test.owner.query('ALTER TABLE log_node DISABLE TRIGGER USER')
    await test.owner.query('UPDATE log_node SET hash = repeat($1, 32) WHERE level = 3 AND position = 0', [
      'ab',
    ])
    const before = (await rows()).length
    expect(await act(ctx, 'phaseChanged', { from: 'deliberation', to: 'embargo' })).toMatchObject({
      reason: 'log-inconsistent',
    })
    expect(await rows()).toHaveLength(before)
  })
})
