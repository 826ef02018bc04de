import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadEvidence } from '#app/adapters/db/evidence.ts'
import type { Context } from '#app/services/context.ts'
import { attachEvidence } from '#app/services/nomination/attach-evidence.ts'
import { cancelVisa } from '#app/services/nomination/cancel-visa.ts'
import { removeEvidence } from '#app/services/nomination/remove-evidence.ts'
import { requestVisa } from '#app/services/nomination/request-visa.ts'
import { resubmitNomination } from '#app/services/nomination/resubmit-nomination.ts'
import { withdrawNomination } from '#app/services/nomination/withdraw-nomination.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'
import { createScene, DAY_OF_WORK } from './scene.ts'

let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

describe('by two colleagues at once, a dossier', () => {
  it('withdrawn is taken up again once, with one entry, and nobody is written to', async () => {
    const { editor, signatory, nomination } = await scene.submitted()
    expect((await withdrawNomination(ctx, signatory, await scene.seen(nomination.id))).ok).toBe(true)
    const seen = await scene.seen(nomination.id)
    const left = await leftBy(scene.given, () =>
      oneOfTwo('stale-version', (which) => resubmitNomination(ctx, [editor, signatory][which]!, seen), test),
    )
    expect(left).toMatchObject({ entries: ['nominationResumed'], notices: [] })
    expect((await scene.entriesAbout(nomination.id)).at(-1)).toBe('nominationResumed')
    expect(await scene.stateOf(nomination.id)).toBe('draft')
    expect(await scene.seen(nomination.id)).toMatchObject({ version: seen.version + 1 })
  })

  it('awaiting the visa is called back once, with one entry and one letter to each of the team', async () => {
    const { editor, signatory, nomination } = await scene.stage()
    expect((await requestVisa(ctx, editor, await scene.seen(nomination.id))).ok).toBe(true)
    const seen = await scene.seen(nomination.id)
    const left = await leftBy(scene.given, () =>
      oneOfTwo('stale-version', (which) => cancelVisa(ctx, [editor, signatory][which]!, seen), test),
    )
    expect(left).toMatchObject({ entries: ['visaCancelled'], notices: ['visa-cancelled', 'visa-cancelled'] })
    expect(await scene.stateOf(nomination.id)).toBe('draft')
  })

  it('loses a file once, with one entry that names its digest', async () => {
    const { editor, signatory, nomination } = await scene.stage({ complete: false })
    const put = await ctx.files.put(
      (async function* () {
        yield Buffer.from('mois;demandes\n2025-01;3\n')
      })(),
      { limit: 1_000_000, claimedName: 'mesures.csv' },
    )
    if (!put.ok) throw new Error(put.reason)
    const added = await attachEvidence(ctx, editor, {
      ...{ nominationId: nomination.id, title: 'Mesures', claim: 'usage' },
      file: { ...put.value, displayName: 'mesures.csv' },
    })
    if (!added.ok) throw new Error(added.reason)
    const { evidenceId } = added.value
    const left = await leftBy(scene.given, () =>
      oneOfTwo(
        'not-found',
        (which) =>
          removeEvidence(ctx, [editor, signatory][which]!, { nominationId: nomination.id, evidenceId }),
        test,
      ),
    )
    expect(left).toMatchObject({ entries: ['evidenceRemoved'], notices: [] })
    expect(await loadEvidence(ctx.db.applicant, nomination.id)).toEqual([])
    const { rows } = await test.owner.query(
      `SELECT facts->>'evidence' AS evidence, facts->>'sha256' AS sha256 FROM audit_entry WHERE act = 'evidenceRemoved'`,
    )
    expect(rows).toEqual([{ evidence: evidenceId, sha256: put.value.sha256 }])
  })
})
