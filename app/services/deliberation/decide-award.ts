import {
  insertDecision,
  loadDecisions,
  loadFinalists,
  type RecordedDecision,
} from '#app/adapters/db/awards.ts'
import { storeItemDecided } from '#app/adapters/db/agenda.ts'
import { findSessionOfItem } from '#app/adapters/db/deliberations.ts'
import { presidingSeat, slotRuleOf } from '#app/adapters/db/meetings.ts'
import { loadMotions, type MotionRow } from '#app/adapters/db/motions.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { closeItem } from '#app/domain/deliberation/agenda-item.ts'
import { suspended } from '#app/domain/deliberation/flag.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { isBlank } from '#app/domain/kernel/clean-text.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import {
  type AwardFacts,
  type AwardRequest,
  decideAward as decide,
  departsFromRank,
} from '#app/domain/results/award-decision.ts'
import { voteBacks, votedResult } from '#app/domain/results/vote-record.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { actInMeeting, type InMeeting, type Item } from './act-in-meeting.ts'
import { isOverturned, voteBehind } from './vote-behind.ts'

export type AwardInput = AwardRequest & {
  readonly itemId: string
  /** Citation, or the reason of a withholding in words: then both languages are asked. */
  readonly wording: Localized
}

async function factsFor(
  ctx: Context,
  { tx, meeting }: InMeeting,
  item: Item,
  behind: { readonly decisions: readonly RecordedDecision[]; readonly motions: readonly MotionRow[] },
): Promise<Result<{ facts: AwardFacts; motionId: string | null }>> {
  const { row, agenda } = item
  const slot = slotRuleOf(meeting, row)
  if (!slot) return refuse('not-found')
  const slots = meeting.campaign.regulation.categories.find(({ code }) => code === row.category)?.slots ?? []
  const before = slots.slice(0, slots.indexOf(slot)).map(({ code }) => code)
  const decided = behind.decisions.filter((one) => one.category === row.category)
  const known = await loadFinalists(tx, agenda.nominationIds)
  const { vote, motionId } = voteBehind(row, meeting.items, behind.motions, behind.decisions)
  const facts = {
    ...{
      id: ctx.ids.rowId(),
      campaignId: meeting.campaign.id,
      sessionId: meeting.row.id,
      category: row.category,
      slot,
    },
    itemOpen: row.state === 'open',
    presidingPersonId: presidingSeat(meeting, item)?.personId ?? '',
    finalists: agenda.nominationIds,
    ranking: meeting.rankings.get(row.category) ?? [],
    plenary: (meeting.plenary.get(row.category) ?? []).map(({ nominationId }) => nominationId),
    ineligible: agenda.nominationIds.filter((one) => known.get(one)?.state !== 'admissible'),
    awardedBefore: decided.filter((one) => before.includes(one.slot)).flatMap((one) => one.winners),
    undecidedBefore: before.filter((code) => !decided.some((one) => one.slot === code)),
    awardedElsewhere: decided.filter((one) => one.slot !== slot.code).flatMap((one) => one.winners),
    decided: decided.some((one) => one.slot === slot.code),
    vote,
  }
  return ok({ facts, motionId })
}

/** What the jury has voted binds the record: nobody writes another outcome beside a vote that decided. */
function againstVote({ vote }: AwardFacts, { outcome, winners }: AwardRequest): Result<null> {
  const asked = vote?.award?.outcome
  if (asked === 'withhold' && outcome !== 'withheld') return refuse('vote-withholds')
  if (asked === 'award' && outcome === 'withheld') return refuse('vote-awards')
  const ranking = vote?.ranking
  if (!ranking || outcome === 'withheld' || votedResult(ranking).kind !== 'winner') return ok(null)
  return voteBacks(vote, winners) ? ok(null) : refuse('vote-elects-another')
}

const wordingProblem = ({ outcome, wording }: AwardInput): Result<null> => {
  if (outcome !== 'withheld') return ok(null)
  const missing = (['ar', 'fr'] as const).filter((locale) => isBlank(wording[locale] ?? ''))
  const fields = Object.fromEntries(missing.map((locale) => [`wording.${locale}`, 'errors.required']))
  return missing.length === 0 ? ok(null) : refuse('wording-required', { languages: missing }, fields)
}

/** Records what happens to one prize slot and ends its discussion: awarded, shared, or withheld with its reason. */
export async function decideAward(
  ctx: Context,
  actor: Actor,
  input: AwardInput,
): Promise<Result<Act<{ readonly sessionId: string; readonly decisionId: string }>>> {
  const { itemId, wording, outcome, winners, reason } = input
  const sessionId = await findSessionOfItem(ctx.db.office, itemId)
  if (!sessionId) return refuse('not-found')
  return actInMeeting(ctx, actor, 'award.decide', { sessionId, itemId }, async (unit, item) => {
    if (!item) return refuse('not-found')
    const { tx, now, meeting } = unit
    const free = suspended(meeting.flags, item.row.category)
    if (!free.ok) return free
    const decisions = await loadDecisions(tx, meeting.campaign.id)
    const every = await loadMotions(tx, sessionId)
    const motions = every.filter((motion) => !isOverturned(motion, meeting.disqualified))
    const last = every.findLast(
      ({ itemId: of, kind }) => of === itemId && (kind === 'ranking' || kind === 'runoff'),
    )
    if (outcome !== 'withheld' && last && isOverturned(last, meeting.disqualified))
      return refuse('vote-overturned')
    const built = await factsFor(ctx, unit, item, { decisions, motions })
    if (!built.ok) return built
    const { facts, motionId } = built.value
    const decision = decide(facts, actor, { outcome, winners, reason }, now)
    if (!decision.ok) return decision
    const bound = againstVote(facts, input)
    if (!bound.ok) return bound
    const worded = wordingProblem(input)
    if (!worded.ok) return worded
    const openVotes = motions.filter((motion) => motion.itemId === itemId && motion.state === 'open').length
    const { presidingPersonId } = facts
    const closed = closeItem(
      meeting.session,
      actor,
      { itemId, presidingPersonId, openVotes, undecidedSlots: [] },
      now,
    )
    if (!closed.ok) return closed
    const departs = outcome !== 'withheld' && departsFromRank(facts.ranking, facts.awardedBefore, winners)
    const recorded = { ...decision.value.decision, wording, departs }
    await insertDecision(tx, recorded, { slotId: item.row.slotId, motionId, by: actor.personId })
    await storeItemDecided(tx, itemId, now)
    return ok({
      sessionId,
      decisionId: recorded.id,
      entries: [decision.value.entry, closed.value.entry],
      notices: [],
    })
  })
}
