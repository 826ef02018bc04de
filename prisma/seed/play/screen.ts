import type { Actor } from '#app/domain/access/actor.ts'
import type { CheckVerdict } from '#app/domain/nomination/screening-check.ts'
import type { Context } from '#app/services/context.ts'
import { proposeScreening } from '#app/services/nomination/propose-screening.ts'
import { recordChecks } from '#app/services/nomination/record-checks.ts'
import { validateScreening } from '#app/services/nomination/validate-screening.ts'
import { must } from './must.ts'

export type Failing = { readonly check: string; readonly note: string; readonly reason: string }

/** The version that the desk shows of the file now. */
export async function shownVersion({ db }: Context, id: string): Promise<number> {
  const row = await db.office.nomination.findUniqueOrThrow({
    where: { id },
    select: { screeningVersion: true },
  })
  return row.screeningVersion
}

/** The whole checklist, a proposal by one clerk and, unless it waits, the validation by the other. */
export async function screen(
  ctx: Context,
  clerks: readonly [Actor, Actor],
  of: {
    readonly nominationId: string
    readonly checks: readonly string[]
    readonly failing: Failing | null
    readonly waits?: boolean
  },
): Promise<void> {
  const { nominationId, failing } = of
  const verdicts = of.checks.map((code): CheckVerdict =>
    code === failing?.check
      ? { code, verdict: 'not', note: failing.note }
      : { code, verdict: 'compliant', note: null },
  )
  const version = await shownVersion(ctx, nominationId)
  must('check', await recordChecks(ctx, clerks[0], { nominationId, version, verdicts }))
  const outcome = failing === null ? ('admissible' as const) : ('inadmissible' as const)
  const reasons = failing === null ? [] : [failing.reason]
  const proposal = { version: await shownVersion(ctx, nominationId), outcome, reasons, comment: null }
  const proposed = must('propose', await proposeScreening(ctx, clerks[0], { nominationId, ...proposal }))
  const seen = { nominationId, proposalId: proposed.decisionId }
  if (!of.waits) must('validate', await validateScreening(ctx, clerks[1], seen))
}
