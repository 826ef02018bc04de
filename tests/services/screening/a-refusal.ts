import { instant } from '#app/domain/kernel/instant.ts'
import type { Context } from '#app/services/context.ts'
import { proposeScreening } from '#app/services/nomination/propose-screening.ts'
import { recordChecks } from '#app/services/nomination/record-checks.ts'
import { validateScreening } from '#app/services/nomination/validate-screening.ts'
import type { TestDb } from '#tests/support/db.ts'
import type { createScene } from '../nomination/scene.ts'

export const value = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!result.ok) throw new Error(`the scene was refused: ${result.reason}`)
  return result.value
}

/** A file that two clerks found inadmissible; a third clerk and an organiser had no part in it. */
export async function aRefusal(test: TestDb, ctx: Context, scene: ReturnType<typeof createScene>) {
  const stage = await scene.submitted('screening')
  const clerk = () => scene.given.officer('secretariat', stage.campaign.id)
  const [first, second, third] = [await clerk(), await clerk(), await clerk()]
  const fourth = await scene.given.officer('organiser', stage.campaign.id)
  const id = stage.nomination.id
  const verdicts = stage.campaign.regulation.screening.checks.map(({ code }, index) => ({
    ...{ code, verdict: index === 2 ? ('not' as const) : ('compliant' as const) },
    note: index === 2 ? 'Service non ouvert' : null,
  }))
  value(await recordChecks(ctx, first, { nominationId: id, version: 1, verdicts }))
  const { decisionId } = value(
    await proposeScreening(ctx, first, {
      ...{ nominationId: id, version: 2, outcome: 'inadmissible', comment: null },
      reasons: ['not-in-service'],
    }),
  )
  value(await validateScreening(ctx, second, { nominationId: id, proposalId: decisionId }))
  const { rows } = await test.owner.query(
    `SELECT facts->>'appealUntil' AS until FROM outbox WHERE notice = 'inadmissible' AND facts->>'nominationId' = $1`,
    [id],
  )
  return { ...stage, first, second, third, fourth, id, until: instant(Number(rows[0].until)) }
}
