import { loadGate } from '#app/adapters/db/gates.ts'
import { filesActedFor } from '#app/adapters/db/own-files.ts'
import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { GateInput } from '#app/domain/campaign/advance-phase.ts'
import { named } from '#app/domain/campaign/blocker-names.ts'
import type { Blocker } from '#app/domain/campaign/blocker.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import { blockersAt } from '#app/domain/campaign/gate.ts'
import { gateApart, ownFileBlocks } from '#app/domain/campaign/gate-apart.ts'
import { type Phase, skipsSecondRound, transitionsFrom } from '#app/domain/campaign/phase.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import { secondRoundPlaces } from '#app/domain/scoring/shortlist.ts'
import type { Context } from '#app/services/context.ts'
import { campaignFor, type CampaignHead, headOf, mayOn } from './reading.ts'

/** One way out of the phase: what blocks it, and whether this person may take it. */
export type Exit = { readonly to: Phase; readonly blockers: readonly Blocker[]; readonly may: boolean }
export type PhaseScreen = {
  readonly head: CampaignHead
  readonly exits: readonly Exit[]
  readonly hidesOwn: boolean
}

const ACTION_TO: Partial<Record<Phase, Action>> = {
  screening: 'campaign.close-nominations',
  evaluation: 'campaign.open-evaluation',
  presentations: 'campaign.open-presentations',
  deliberation: 'campaign.open-deliberation',
  archived: 'campaign.archive',
}

/** Facts and gate belong together, one arm per gate, so that the compiler checks the pair. */
function blockersOf(input: GateInput): readonly Blocker[] {
  switch (input.gate) {
    case 'opening':
      return blockersAt('opening', input.facts)
    case 'closing':
      return blockersAt('closing', input.facts)
    case 'evaluation':
      return blockersAt('evaluation', input.facts)
    case 'sheets':
      return blockersAt('sheets', input.facts)
    case 'hearings':
      return blockersAt('hearings', input.facts)
    case 'finalisation':
      return blockersAt('finalisation', input.facts)
    case 'release':
      return blockersAt('release', input.facts)
    case 'archiving':
      return blockersAt('archiving', input.facts)
  }
}

/** What the reader may know of it: of the files of their own bodies, at most that something is left. */
function shownBlockers(input: GateInput, ownFiles: readonly string[]): readonly Blocker[] {
  const all = blockersOf(input)
  const shown = ownFiles.length === 0 ? all : blockersOf(gateApart(input, new Set(ownFiles)))
  return shown.length === 0 && all.length > 0 ? [ownFileBlocks()] : shown
}

/** The ways out of the current phase that the organiser's hand takes. */
export async function exitsOf(
  ctx: Context,
  actor: Actor,
  { campaign, now, ownFiles }: { campaign: Campaign; now: Instant; ownFiles: readonly string[] },
): Promise<Exit[]> {
  const exits: Exit[] = []
  for (const { to, gate } of transitionsFrom(campaign.phase)) {
    if (skipsSecondRound(campaign.phase, to, secondRoundPlaces(campaign.regulation))) continue
    const action = ACTION_TO[to]
    const input = action && (await loadGate(ctx.db.office, gate, campaign, now))
    if (!action || !input) continue
    const blockers = shownBlockers(input, ownFiles).map((blocker) => named(campaign.regulation, blocker))
    exits.push({ to, blockers, may: mayOn(actor, action, campaign) })
  }
  return exits
}

/** The page that moves a campaign on: the gate's list, each blocker with the place where it is mended. */
export async function phaseGate(
  ctx: Context,
  actor: Actor,
  campaignId: string,
): Promise<Result<PhaseScreen, 'not-found'>> {
  const found = await campaignFor(ctx, actor, campaignId, 'campaign.read-tower')
  if (!found.ok) return found
  const { campaign, now } = found.value
  const ownFiles = await filesActedFor(ctx.db.office, actor, campaign.id)
  return ok({
    head: headOf(campaign, actor, now),
    exits: await exitsOf(ctx, actor, { campaign, now, ownFiles }),
    hidesOwn: ownFiles.length > 0,
  })
}
