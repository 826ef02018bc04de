import { campaignOffices, lockCampaign, storePhase } from '#app/adapters/db/campaigns.ts'
import { loadGate } from '#app/adapters/db/gates.ts'
import type { Action } from '#app/domain/access/action.ts'
import { type Actor, holdsGrant, isSystem } from '#app/domain/access/actor.ts'
import { advancePhase as advance, type AdvanceReason } from '#app/domain/campaign/advance-phase.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import { type Phase, transitionBetween, type TransitionHand } from '#app/domain/campaign/phase.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { secondRoundPlaces } from '#app/domain/scoring/shortlist.ts'
import type { Context } from '../context.ts'
import { storeTallies, type Tallied } from '../tally.ts'
import { type Act, run, type Trace, type Unit } from '../run.ts'
import { openSecondRound, type SecondRoundReason } from './open-second-round.ts'
import { issuePhaseDocuments } from './phase-documents.ts'
import { permitOn, type PermitReason } from './permit.ts'
import { wipeTestAccounts } from './wipe-test-accounts.ts'

/** The transitions an organiser, the chair or the calendar makes. Opening, embargo and release have acts of their own. */
const ACTION_TO = {
  screening: 'campaign.close-nominations',
  evaluation: 'campaign.open-evaluation',
  presentations: 'campaign.open-presentations',
  deliberation: 'campaign.open-deliberation',
  archived: 'campaign.archive',
} as const satisfies Partial<Record<Phase, Action>>
export type ReachedByAdvance = keyof typeof ACTION_TO

export type PhaseAdvance = {
  readonly campaignId: string
  /** What the page showed: a second press of the button finds another phase, and says so. */
  readonly from: Phase
  readonly to: ReachedByAdvance
}
export type AdvanceRefusal =
  AdvanceReason | PermitReason | 'stale-version' | 'tally-impossible' | SecondRoundReason

const HANDS: readonly TransitionHand[] = ['organiser', 'chair', 'system']
const handOf = (actor: Actor, as: string): TransitionHand =>
  isSystem(actor) ? 'system' : (HANDS.find((hand) => hand === as) ?? 'chair')

/** The trail holds the root of the commitments and the hash of each category's tally, never a figure. */
const closing = (campaignId: string, { sheetRoot, hashes }: Tallied): readonly EntryDraft[] => {
  const of = { subject: { type: 'campaign', id: campaignId }, campaignId }
  const tallies = Object.entries(hashes).map(([code, hash]) => `${code}=${hash}`)
  return [
    { act: 'evaluationClosed', ...of, facts: { sheetRoot, tallies } },
    // By itself, because it is public at once: the hash of a tally could be guessed, that of salted commitments not.
    { act: 'sheetRootPublished', ...of, facts: { sheetRoot } },
  ]
}

const roleIn = (actor: Actor, campaignId: string): string =>
  isSystem(actor) ? 'system' : holdsGrant(actor, 'organiser', campaignId) ? 'organiser' : 'chair'

/** The second round that the rules hold opens when the first one closes; there is nothing to open otherwise. */
const nextRound = (
  ctx: Context,
  unit: Unit,
  campaign: Campaign,
  places: number | null,
  sheetRoot: string,
): Promise<Result<Trace, SecondRoundReason>> =>
  places === null || campaign.phase !== 'evaluation'
    ? Promise.resolve(ok({ entries: [], notices: [] }))
    : openSecondRound(ctx, unit, campaign, { places, sheetRoot })

/** Moves a campaign through its next gate; what blocks is listed by code, and the page shows each as a link. */
export const advancePhase = (
  ctx: Context,
  actor: Actor,
  input: PhaseAdvance,
): Promise<Result<Act<{ readonly phase: Phase }>, AdvanceRefusal>> =>
  run(ctx, actor, { db: 'office', role: roleIn(actor, input.campaignId) }, async ({ tx, now }) => {
    const campaign = await lockCampaign(tx, input.campaignId)
    if (!campaign) return refuse('not-found')
    if (campaign.phase !== input.from) return refuse('stale-version', { phase: campaign.phase })
    const permit = permitOn(actor, ACTION_TO[input.to], campaign)
    if (!permit.ok) return permit
    const transition = transitionBetween(campaign.phase, input.to)
    if (!transition.ok) return transition
    const gate = await loadGate(tx, transition.value.gate, campaign, now)
    if (!gate) return refuse('wrong-hand', { hand: permit.value.as })
    const people = await campaignOffices(tx, campaign.id)
    const decision = advance(campaign, input.to, handOf(actor, permit.value.as), gate, people)
    if (!decision.ok) return decision
    const { campaign: moved, entry, notices } = decision.value
    await storePhase(tx, ctx.ids, { campaign: moved, from: campaign.phase, by: actor.personId, now })
    await issuePhaseDocuments(ctx, { tx, now }, moved)
    const places = secondRoundPlaces(campaign.regulation)
    const closes = campaign.phase === 'evaluation' || (campaign.phase === 'presentations' && places !== null)
    const wiped = await wipeTestAccounts({ tx }, moved)
    if (!closes) return ok({ phase: moved.phase, entries: [entry, ...wiped], notices })
    // A round closes here: the official result and the root of its commitments, before anybody deliberates.
    const tallied = await storeTallies({ tx, now }, campaign.id, ctx)
    if (!tallied.ok) return refuse('tally-impossible', { cause: tallied.reason })
    const opened = await nextRound(ctx, { tx, now }, campaign, places, tallied.value.sheetRoot)
    if (!opened.ok) return opened
    return ok({
      phase: moved.phase,
      entries: [entry, ...closing(campaign.id, tallied.value), ...opened.value.entries],
      notices: [...notices, ...opened.value.notices],
    })
  })
