import { categoriesApart } from '#app/adapters/db/own-files.ts'
import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import { loadFirstRoundEligible, loadSealedRows } from '#app/adapters/db/trail.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

const PSEUDONYM_LENGTH = 16

export type MatrixRow = {
  readonly nomination: string
  readonly juror: string
  readonly commitment: string
  /** Hash of the rubric that the sheet was sealed under: of several versions of the rules it says which one judges it. */
  readonly rubric: string
  readonly levels: Readonly<Record<string, number | null>>
  /** On the rows of the first of two rounds, which the cut was taken from. */
  readonly round?: '1'
}
export type Matrix = {
  readonly schema: 'imtiyaz.matrix/1'
  readonly campaign: string
  readonly rows: readonly MatrixRow[]
  /** How many jurors could judge each nomination in the first of two rounds: their quorum at the cut. */
  readonly firstRound?: readonly { readonly nomination: string; readonly eligible: number }[]
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/**
 * Publication level L3 (section 7.4 of the scoring rules): which sheets come from one juror, without saying which. Who
 * knows a few marks of a juror finds the column, so it goes to the bound auditor alone, and every look is entered in the
 * log. The order of the pseudonyms is that of a keyed digest, not of the seats.
 */
export const openMatrix = (
  ctx: Context,
  actor: Actor,
  campaignId: string,
): Promise<Result<Act<{ readonly matrix: Matrix }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'auditor' },
    async ({ tx }): Promise<Result<Act<{ readonly matrix: Matrix }>>> => {
      const campaign = await loadCampaign(tx, campaignId)
      if (!campaign) return refuse('not-found')
      const permit = decide(actor, 'audit.replay', { campaignId, phase: campaign.phase })
      if (!permit.ok) return permit
      if ((await categoriesApart(tx, actor, campaign)).size > 0) return refuse('actor-conflicted')
      const pseudonym = (seatId: string): string =>
        ctx.crypto.hmac('audit.matrix', `${campaignId}:${seatId}`).slice(0, PSEUDONYM_LENGTH)
      const rows = (await loadSealedRows(tx, campaignId))
        .map(({ nominationId, seatId, commitment, rubric, levels, isFirstRound }) => ({
          nomination: nominationId,
          juror: pseudonym(seatId),
          commitment,
          rubric,
          levels,
          ...(isFirstRound ? { round: '1' as const } : {}),
        }))
        .sort((a, b) => byText(a.nomination + a.juror, b.nomination + b.juror))
      const eligible = await loadFirstRoundEligible(tx, campaignId)
      const subject = { type: 'campaign', id: campaignId }
      const entry = { act: 'matrixRead' as const, subject, campaignId, facts: { sheets: rows.length } }
      return ok({
        matrix: {
          ...{ schema: 'imtiyaz.matrix/1', campaign: campaignId, rows },
          ...(eligible.length > 0 ? { firstRound: eligible } : {}),
        },
        entries: [entry],
        notices: [],
      })
    },
  )
