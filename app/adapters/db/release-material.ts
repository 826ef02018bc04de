import { hashBy } from '#app/domain/audit/bytes.ts'
import { loadCampaignAdvice } from './advice.ts'
import { openAppeals } from './appeals.ts'
import { loadDecisions, type RecordedDecision } from './awards.ts'
import type { Tx } from './client.server.ts'
import {
  loadBundleSheets,
  loadEarlierRules,
  loadFigures,
  loadMeetingStates,
  loadOpenSheets,
  loadPublicNominations,
  loadShadow,
  loadSignedMinutes,
  loadSources,
} from './release-facts.ts'
import { countUnsettled } from './flags.ts'
import { loadFlagVotes } from './flag-votes.ts'
import { loadPlenary } from './plenary.ts'
import { loadShortlist } from './shortlists.ts'
import { loadRecordedRankings, loadStandings, type Standings } from './standings.ts'
import { canonicalJson, type JsonValue } from '#app/domain/audit/canonical-json.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import { finalistsOf } from '#app/domain/deliberation/finalists.ts'
import { type Instant, toIso } from '#app/domain/kernel/instant.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import { buildSnapshot, type SnapshotNomination } from '#app/domain/results/build-snapshot.ts'
import { type BundleFile, type BundleInput, buildBundle } from '#app/domain/results/bundle.ts'
import { finalisationBlockers, type FinalisationBlocker } from '#app/domain/results/finalisation.ts'
import { tallyLines } from '#app/domain/results/shadow-tally.ts'
import type { ResultLine } from '#app/domain/scoring/plenary.ts'
import { secondRoundPlaces } from '#app/domain/scoring/shortlist.ts'
import type { Snapshot } from '#app/domain/results/snapshot.ts'
import type { Crypto } from '#app/services/ports.ts'

/** All that a release is made of, read from decisions and sealed sheets alone. */
export type Material = {
  readonly blockers: readonly FinalisationBlocker[]
  readonly decisions: readonly RecordedDecision[]
  readonly nominations: ReadonlyMap<string, SnapshotNomination & { readonly category: string }>
  /** Null while a slot has no decision. */
  readonly snapshot: Snapshot | null
  readonly snapshotHash: string
  readonly minutes: BundleInput['minutes']
  readonly bundle: () => Promise<Result<readonly BundleFile[]>>
}

async function blockersOf(
  tx: Tx,
  campaign: Campaign,
  standings: Standings,
  decisions: readonly RecordedDecision[],
): Promise<readonly FinalisationBlocker[]> {
  const recorded = await loadRecordedRankings(tx, campaign.id)
  const shadow = await loadShadow(tx, campaign.id)
  const open = await loadOpenSheets(tx, campaign.id)
  const categories = campaign.regulation.categories.map(({ code, slots }) => ({
    category: code,
    openSheets: open.get(code) ?? 0,
    undecidedSlots: slots
      .filter((slot) => !decisions.some((one) => one.category === code && one.slot === slot.code))
      .map((slot) => slot.code),
    ranking: standings.get(code)?.ranking ?? [],
    recorded: recorded.get(code) ?? [],
    official: tallyLines(standings.get(code)?.ranking ?? [], standings.get(code)?.scores.scores ?? []),
    shadow: shadow.get(code) ?? [],
  }))
  const sessions = await loadMeetingStates(tx, campaign.id)
  const appeals = await openAppeals(tx, campaign.id)
  return finalisationBlockers({
    ...{ categories, sessions, openCorrections: 0, openAppeals: appeals.length },
    ...(await countUnsettled(tx, campaign.id)),
  })
}

type Plenary = Awaited<ReturnType<typeof loadPlenary>>

/** The result computed now, as far as it says who has an official score. */
const resultLines = (standings: Standings): ReadonlyMap<string, readonly ResultLine[]> =>
  new Map(
    [...standings].map(([code, { scores, ranking }]) => [
      code,
      ranking.flatMap(({ nominationId, state }) => {
        const counts = scores.scores.find((one) => one.nominationId === nominationId)
        return counts ? [{ ...counts, nominationId, state }] : []
      }),
    ]),
  )

async function bundleInput(
  tx: Tx,
  campaign: Campaign,
  standings: Standings,
  {
    decisions,
    nominations,
    minutes,
    plenary,
  }: Pick<Material, 'decisions' | 'nominations' | 'minutes'> & { plenary: Plenary },
): Promise<BundleInput> {
  const { id, year, synthetic, regulation, regulationVersion } = campaign
  const places = secondRoundPlaces(regulation)
  const shortlisted = await loadShortlist(tx, id)
  const flagVotes = await loadFlagVotes(tx, id)
  const references = (code: string) =>
    new Map(
      [...nominations.values()]
        .filter((one) => one.category === code)
        .map((one) => [one.nominationId, one.reference ?? '']),
    )
  return {
    ...{ campaign: { id, year, synthetic }, regulation, regulationVersion, decisions },
    categories: regulation.categories.map(({ code, slots }) => {
      const ranking = standings.get(code)?.ranking ?? []
      const scores = standings.get(code)?.scores ?? { rule: regulation.scoring.aggregate, scores: [] }
      return {
        code,
        scores,
        ranking,
        finalists: finalistsOf(ranking, slots.length, plenary.get(code) ?? []),
        plenary: plenary.get(code) ?? [],
        flags: flagVotes.filter(({ category }) => category === code),
        references: references(code),
        lot: standings.get(code)?.lot ?? null,
        firstRound:
          places === null
            ? null
            : { places, advanced: shortlisted.filter(({ category }) => category === code) },
      }
    }),
    sheets: await loadBundleSheets(tx, id),
    earlier: await loadEarlierRules(tx, id, regulationVersion),
    advice: await loadCampaignAdvice(tx, id),
    minutes,
  }
}

/** Reads everything anew; nothing prepared earlier is trusted. `embargoUntil` stands in the snapshot that is approved. */
export async function loadMaterial(
  ctx: { readonly crypto: Crypto },
  tx: Tx,
  campaign: Campaign,
  embargoUntil: Instant,
): Promise<Result<Material>> {
  const hash = hashBy(ctx.crypto.sha256)
  const standings = await loadStandings(tx, campaign.id, hash)
  if (!standings.ok) return standings
  const decisions = await loadDecisions(tx, campaign.id)
  const nominations = await loadPublicNominations(tx, campaign.id)
  const minutes = await loadSignedMinutes(tx, campaign.id)
  const { regulation } = campaign
  const plenary = await loadPlenary(tx, campaign.id, resultLines(standings.value))
  const built = buildSnapshot({
    plenary: new Set([...plenary.values()].flat().map(({ nominationId }) => nominationId)),
    ...{ regulation, nominations, synthetic: campaign.synthetic, gaps: [] },
    decisions: decisions.map(({ wording: _, departs: __, ...decision }) => decision),
    rankings: new Map([...standings.value].map(([code, { ranking }]) => [code, ranking])),
    figures: await loadFigures(tx, campaign.id),
    sources: await loadSources(tx, campaign),
    campaign: {
      ...{ id: campaign.id, year: campaign.year, editionNumber: campaign.editionNumber },
      ...{
        awardName: regulation.awardName,
        organiser: regulation.organiser,
        regulationHash: campaign.regulationHash,
      },
      ceremonyDate: regulation.calendar.ceremonyDate,
      releasedAt: toIso(embargoUntil),
    },
  })
  const text = built.ok ? canonicalJson(built.value as unknown as JsonValue) : null
  return ok({
    blockers: await blockersOf(tx, campaign, standings.value, decisions),
    ...{ decisions, nominations, minutes, snapshot: built.ok ? built.value : null },
    snapshotHash: text?.ok ? ctx.crypto.sha256(text.value) : '',
    bundle: async () =>
      buildBundle(
        await bundleInput(tx, campaign, standings.value, { decisions, nominations, minutes, plenary }),
        hash,
      ),
  })
}
