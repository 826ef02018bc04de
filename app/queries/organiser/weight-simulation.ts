import type { Actor } from '#app/domain/access/actor.ts'
import { categoryRule, type Criterion } from '#app/domain/campaign/regulation.ts'
import { typedWeights } from '#app/domain/campaign/typed-weights.ts'
import type { WeightAdvice } from '#app/domain/campaign/weight-advice.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { campaignFor, type CampaignHead, headOf } from './reading.ts'
import { releasedMeans } from './released-means.ts'
import { type Competitor, competitorsOf } from './simulation-competitors.ts'
import { type Outcome, outcomeOf } from './simulation-outcome.ts'

type Side = {
  readonly criteria: readonly Criterion[]
  readonly unreadable: readonly string[]
  readonly advice: WeightAdvice | null
  /** Null while the weights do not make the whole, or where there is nothing to simulate on. */
  readonly outcome: Outcome | null
}
export type SimulationScreen = {
  readonly head: CampaignHead
  readonly category: { readonly code: string; readonly name: Localized }
  /** The edition whose criterion means are used; null when none is released or open to this person. */
  readonly source: {
    readonly year: number
    readonly award: Localized
    readonly synthetic: boolean
    /** How that edition combined its sheets: only `mean` gives back its official scores under its own weights. */
    readonly rule: 'mean' | 'median' | 'trimmed'
    /** Criteria of the rubric that nobody scored there: with any of them nothing can be simulated. */
    readonly unscored: readonly Localized[]
    readonly competitors: readonly Competitor[]
    /** Nominations without rank or without a mean in each criterion. */
    readonly leftOut: number
  } | null
  readonly draft: Side
  /** Null when nothing was typed. */
  readonly typed: Side | null
}

/**
 * What the weights of a rubric, and weights typed beside them, would have decided in the last released edition of the
 * category. Read only; the typed weights are in the address and nowhere else.
 */
export async function weightSimulation(
  ctx: Context,
  actor: Actor,
  asked: {
    readonly campaignId: string
    readonly code: string
    readonly typed: Readonly<Record<string, string>> | null
  },
): Promise<Result<SimulationScreen, 'not-found'>> {
  const found = await campaignFor(ctx, actor, asked.campaignId, 'campaign.read-setup')
  if (!found.ok) return found
  const { campaign, now } = found.value
  const category = categoryRule(campaign.regulation, asked.code)
  if (!category) return refuse('not-found')
  const { code, name, rubric } = category
  const released = await releasedMeans(ctx.db.office, actor, { code, except: campaign.id })
  const field = released && competitorsOf(released, rubric.criteria)
  const side = (weights: Readonly<Record<string, string>>): Side => {
    const { criteria, unreadable, advice, whole } = typedWeights(rubric.criteria, weights)
    const outcome = whole && field !== null ? outcomeOf(criteria, field.items) : null
    return { criteria, unreadable, advice, outcome }
  }
  return ok({
    head: headOf(campaign, actor, now),
    category: { code, name },
    source: released &&
      field && {
        ...{ year: released.year, award: released.award, synthetic: released.synthetic },
        ...{ rule: released.tally.rule, unscored: field.unscored },
        ...{ competitors: field.competitors, leftOut: field.leftOut },
      },
    draft: side({}),
    typed: asked.typed && side(asked.typed),
  })
}
