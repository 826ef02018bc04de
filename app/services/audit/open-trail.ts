import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import { loadCheckpoints, loadLogNodes, loadLogSize, type StoredCheckpoint } from '#app/adapters/db/log.ts'
import { loadDoubleHands, loadTrail, loadTrailActs, type TrailEntry } from '#app/adapters/db/trail.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { type Hand, separationBreach } from '#app/domain/access/separation.ts'
import { hashBy, hexOf, isSameBytes, utf8 } from '#app/domain/audit/bytes.ts'
import type { Hash } from '#app/domain/audit/bytes.ts'
import { leafHash } from '#app/domain/audit/log.ts'
import { fulfil, rootPlan } from '#app/domain/audit/stored-proof.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

const PAGE = 50
const CHECKPOINTS = 5

export type OpenedTrail = {
  readonly award: Localized
  readonly year: number
  readonly rows: readonly (TrailEntry & { readonly isWhole: boolean })[]
  readonly acts: readonly string[]
  /** The index below which the next page begins; null on the last. */
  readonly next: number | null
  readonly size: number
  readonly checkpoints: readonly StoredCheckpoint[]
  /** Whether the entries of the newest checkpoint still have the root that was signed; null before the first. */
  readonly holds: boolean | null
  readonly breaches: readonly { readonly person: string; readonly hands: readonly [Hand, Hand] }[]
}

async function stillHolds(tx: Tx, hash: Hash, newest: StoredCheckpoint | undefined): Promise<boolean | null> {
  if (!newest) return null
  const plan = rootPlan(newest.size)
  const root = fulfil(hash, plan, await loadLogNodes(tx, plan.nodes))
  return root.ok && root.value[0] !== undefined && isSameBytes(root.value[0], newest.root)
}

/** An entry is whole when its text still has the hash that stands in the tree; one without text cannot be told. */
const isWhole = (hash: Hash, { text, leaf }: TrailEntry): boolean =>
  text === null || hexOf(leafHash(hash, utf8(text))) === leaf

/**
 * The trace of a campaign as its auditor reads it, a page at a time. Reading is itself an act: who looked, and for
 * what, is entered in the log that they read (section 5 of the product rules).
 */
export const openTrail = (
  ctx: Context,
  actor: Actor,
  asked: { readonly campaignId: string; readonly act: string | null; readonly before: number | null },
): Promise<Result<Act<OpenedTrail>>> =>
  run(ctx, actor, { db: 'office', role: 'auditor' }, async ({ tx }): Promise<Result<Act<OpenedTrail>>> => {
    const campaign = await loadCampaign(tx, asked.campaignId)
    if (!campaign) return refuse('not-found')
    const permit = decide(actor, 'audit.read', { campaignId: campaign.id, phase: campaign.phase })
    if (!permit.ok) return permit
    const hash = hashBy(ctx.crypto.sha256)
    const found = await loadTrail(tx, asked, PAGE + 1)
    const rows = found.slice(0, PAGE).map((row) => ({ ...row, isWhole: isWhole(hash, row) }))
    const checkpoints = await loadCheckpoints(tx, CHECKPOINTS)
    const doubles = await loadDoubleHands(tx, campaign.id)
    const entry = {
      act: 'trailRead' as const,
      subject: { type: 'campaign', id: campaign.id },
      campaignId: campaign.id,
      facts: { filter: asked.act ?? '', before: asked.before ?? 0 },
    }
    return ok({
      award: campaign.regulation.awardName,
      year: campaign.year,
      rows,
      acts: await loadTrailActs(tx, campaign.id),
      next: found.length > PAGE ? (rows.at(-1)?.index ?? null) : null,
      size: await loadLogSize(tx),
      checkpoints,
      holds: await stillHolds(tx, hash, checkpoints[0]),
      breaches: doubles.flatMap(({ person, hands }) => {
        const breach = separationBreach(hands)
        return breach === null ? [] : [{ person, hands: breach }]
      }),
      entries: [entry],
      notices: [],
    })
  })
