import { loadFinalists } from '#app/adapters/db/awards.ts'
import { loadSentFiles, storeClosedFigures } from '#app/adapters/db/plenary.ts'
import { loadShadow } from '#app/adapters/db/release-facts.ts'
import { insertShortlist, type SecondRoundReader } from '#app/adapters/db/shortlists.ts'
import { loadStandings, type Standings } from '#app/adapters/db/standings.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import { hashBy } from '#app/domain/audit/bytes.ts'
import { canonicalJson } from '#app/domain/audit/canonical-json.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import type { ShortlistingMinutesRecord } from '#app/domain/document/records.ts'
import { toText } from '#app/domain/kernel/rational.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { NoticeDraft } from '#app/domain/notice/draft.ts'
import { tallyDifferences, tallyLines } from '#app/domain/results/shadow-tally.ts'
import { shortlist, type Shortlisted } from '#app/domain/scoring/shortlist.ts'
import type { Context } from '../context.ts'
import { issueDocuments } from '../issue.ts'
import type { Trace, Unit } from '../run.ts'
import { roundOfMinutes } from '../round-of-minutes.ts'
import { giveSecondRoundSheets } from '../second-round-sheets.ts'

type Making = Pick<Context, 'ids' | 'crypto' | 'origin'>
export type SecondRoundReason = 'tally-differs' | 'nobody-advances' | 'round-impossible'

/** The cut is taken from figures that two computations agree on, as a release is. */
async function agreed({ tx }: Unit, campaignId: string, standings: Standings): Promise<boolean> {
  const shadow = await loadShadow(tx, campaignId)
  return [...standings].every(([code, { ranking, scores }]) => {
    return tallyDifferences(tallyLines(ranking, scores.scores), shadow.get(code) ?? []).length === 0
  })
}

/** Fixes who advanced and from what, without saying it. */
function digestOf(ctx: Pick<Context, 'crypto'>, chosen: readonly Shortlisted[]): string {
  const lines = chosen.map(({ nominationId, score, place }) => ({
    nominationId,
    score: toText(score),
    place,
  }))
  const text = canonicalJson([...lines].sort((a, b) => (a.nominationId < b.nominationId ? -1 : 1)))
  return text.ok ? ctx.crypto.sha256(text.value) : ''
}

/** How many advanced and how many sheets are asked; the hash fixes who, and no name or figure stands in the log. */
function entryOf(
  campaign: Campaign,
  chosen: readonly Shortlisted[],
  facts: { readonly sheets: number; readonly shortlistHash: string; readonly minutes: string },
): EntryDraft {
  const categories = [...Map.groupBy(chosen, ({ category }) => category)]
  return {
    act: 'secondRoundOpened',
    subject: { type: 'campaign', id: campaign.id },
    campaignId: campaign.id,
    facts: {
      advanced: chosen.length,
      categories: categories.map(([code, of]) => `${code}=${of.length}`),
      ...facts,
    },
  }
}

/** The shortlisting minutes, for whoever may read the scores; gives back their number. */
async function drawUpMinutes(
  ctx: Making,
  unit: Unit,
  { id, regulation }: Campaign,
  chosen: readonly Shortlisted[],
  facts: Pick<ShortlistingMinutesRecord, 'scored' | 'sheetRoot' | 'shortlistSha256'>,
): Promise<string> {
  const ids = chosen.map(({ nominationId }) => nominationId)
  const firstRound = roundOfMinutes(regulation, chosen, await loadFinalists(unit.tx, ids))
  if (firstRound === null) return ''
  const body = { closedAt: unit.now, firstRound, ...facts }
  const draft = { kind: 'shortlisting_minutes', subjectId: id, isPublic: false, body } as const
  const [issued] = await issueDocuments(ctx, unit, id, [draft])
  return issued?.number ?? ''
}

/** One letter per reader, until when; which files, stands in their list. */
const noticesOf = (campaign: Campaign, readers: readonly SecondRoundReader[]): readonly NoticeDraft[] =>
  [...new Set(readers.map(({ personId }) => personId))].map((personId) => ({
    name: 'second-round-opened',
    to: { personId },
    campaignId: campaign.id,
    facts: { campaign: campaign.id, dueAt: campaign.regulation.calendar.deliberation },
  }))

/** A file sent to the plenary takes no part in the second round: it waits for the deliberation with the figures of the first. */
async function closePlenary({ tx }: Unit, campaignId: string, standings: Standings): Promise<void> {
  for (const { nominationId, category } of await loadSentFiles(tx, campaignId)) {
    const scores = standings.get(category)?.scores.scores ?? []
    const found = scores.find((one) => one.nominationId === nominationId)
    if (!found) continue
    const { sheets, eligible, quorum } = found
    await storeClosedFigures(tx, nominationId, { sheets, eligible, quorum })
  }
}

/**
 * The second round of the rules opens (section 1.7 of the scoring rules): the shortlist is recorded with the figures of
 * the first, its minutes are drawn up, and each reader of a shortlisted nomination owes a new sheet on the frozen rubric.
 * Refused: the two computations of the first round differ, nobody advances.
 */
export async function openSecondRound(
  ctx: Making,
  unit: Unit,
  campaign: Campaign,
  { places, sheetRoot }: { readonly places: number; readonly sheetRoot: string },
): Promise<Result<Trace, SecondRoundReason>> {
  const { tx, now } = unit
  const hash = hashBy(ctx.crypto.sha256)
  const standings = await loadStandings(tx, campaign.id, hash)
  if (!standings.ok) return refuse('round-impossible', { cause: standings.reason })
  if (!(await agreed(unit, campaign.id, standings.value))) return refuse('tally-differs')
  const results = [...standings.value].map(([category, { scores, ranking }]) => ({
    category,
    scores,
    ranking,
  }))
  const chosen = shortlist(results, places)
  if (!chosen.ok) return chosen
  await closePlenary(unit, campaign.id, standings.value)
  await insertShortlist(tx, campaign.id, chosen.value, now)
  const given = await giveSecondRoundSheets(ctx, unit, campaign, null)
  if (!given.ok) return given
  const { sheets, entries } = given.value
  const shortlistHash = digestOf(ctx, chosen.value)
  const scored = results.flatMap(({ ranking }) => ranking.filter(({ score }) => score !== null)).length
  const facts = { scored, sheetRoot, shortlistSha256: shortlistHash }
  const minutes = await drawUpMinutes(ctx, unit, campaign, chosen.value, facts)
  return ok({
    entries: [...entries, entryOf(campaign, chosen.value, { sheets: sheets.length, shortlistHash, minutes })],
    notices: noticesOf(campaign, sheets),
  })
}
