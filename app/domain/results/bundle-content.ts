import type { JsonValue } from '../audit/canonical-json.ts'
import { toText } from '../kernel/rational.ts'
import type { NominationScore } from '../scoring/aggregate.ts'
import type { RankedNomination } from '../scoring/ranking.ts'
import type { BundleCategory, BundleInput } from './bundle-input.ts'

/** Laureates and finalists: the nominations whose scores are published (product.md section 14). */
export const openedNominations = (input: BundleInput): ReadonlySet<string> =>
  new Set([
    ...input.categories.flatMap((category) => category.finalists),
    ...input.decisions.flatMap((decision) => decision.winners),
  ])

type Line = { readonly [key: string]: JsonValue | undefined }

/** L0 publishes rank and score only; from L1 on the counts of sheets and jurors (scoring.md section 7.4). */
function openLine(
  category: BundleCategory,
  one: RankedNomination,
  score: NominationScore | undefined,
  counts: boolean,
): Line {
  const { nominationId, state, rank, display, decidedBy, tiedWith, headToHead } = one
  return {
    nomination: nominationId,
    reference: category.references.get(nominationId) ?? null,
    opened: true,
    state,
    rank,
    score: one.score ? toText(one.score) : null,
    // Where the first of two rounds is carried over: what the sheets of the second give alone.
    ...(score?.carried ? { secondRound: score.ofSheets ? toText(score.ofSheets) : null } : {}),
    display,
    decidedBy,
    tiedWith,
    headToHead,
    ...(counts && score
      ? {
          sheets: score.sheets,
          eligible: score.eligible,
          quorum: score.quorum,
          renormalised: score.renormalisedSheets,
          excluded: score.excludedSheets,
        }
      : {}),
  }
}

/** Of a nomination that is not opened: that it was judged, and by how many sheets. No score, no rank, no reference. */
const closedLine = (one: RankedNomination, score: NominationScore | undefined, counts: boolean): Line => ({
  nomination: one.nominationId,
  opened: false,
  ...(counts && score ? { sheets: score.sheets } : {}),
})

/** In the order of their identifiers: the order of the ranking would give their places away. */
const unopened = (category: BundleCategory, opened: ReadonlySet<string>): readonly RankedNomination[] =>
  category.ranking
    .filter((one) => !opened.has(one.nominationId))
    .sort((a, b) => (a.nominationId < b.nominationId ? -1 : 1))

/**
 * The first of two rounds: who advanced, who did not, and of the opened nominations the figures of that round, which
 * anyone can take from their opened sheets again. Of the others no score and no place, as in the result itself.
 */
function firstRoundOf(category: BundleCategory, opened: ReadonlySet<string>, counts: boolean): Line {
  const { firstRound, references } = category
  if (firstRound === null) return {}
  const { places, advanced } = firstRound
  const chosen = new Set(advanced.map(({ nominationId }) => nominationId))
  const lines = advanced
    .filter(({ nominationId }) => opened.has(nominationId))
    .map(({ nominationId, place, score, display, sheets, eligible, quorum }) => ({
      ...{ nomination: nominationId, place, score: toText(score), display },
      ...(counts ? { sheets, eligible, quorum } : {}),
    }))
  return {
    firstRound: {
      places,
      combining: advanced[0]?.rule ?? null,
      advanced: [...chosen].filter((one) => references.has(one)).sort(),
      // Disqualified or withdrawn since: they had their place at the cut, and none in the result.
      left: [...chosen].filter((one) => !references.has(one)).sort(),
      stopped: [...references.keys()].filter((one) => !chosen.has(one)).sort(),
      lines,
    },
  }
}

/**
 * The files that the plenary decided on, each with its coded reason and the counts that leave it without an official score;
 * the words of the reason stand in the minutes. `round` marks those whose sheets are of the first of two rounds.
 */
function plenaryOf({ plenary, references }: BundleCategory, counts: boolean): Line {
  if (plenary.length === 0) return {}
  return {
    plenary: plenary.map(({ nominationId, reason, figures, isOfFirstRound }) => ({
      nomination: nominationId,
      reference: references.get(nominationId) ?? null,
      reason,
      ...(isOfFirstRound ? { round: '1' } : {}),
      ...(counts ? { ...figures } : {}),
    })),
  }
}

/**
 * The votes on flags, with their totals and what they decided. A nomination that is out of the competition is named, as one
 * that left after a first round is; one whose flag was lifted is not: it is as if nobody had doubted it. No ground; at L0 the
 * outcome alone.
 */
const flagsOf = ({ flags }: BundleCategory, counts: boolean): Line =>
  flags.length === 0
    ? {}
    : {
        flags: flags.map(({ nominationId, vote }) => ({
          nomination: vote.outcome === 'upheld' ? nominationId : null,
          vote: counts ? { ...vote } : { outcome: vote.outcome },
        })),
      }

export function resultsFile(input: BundleInput): JsonValue {
  const opened = openedNominations(input)
  const counts = input.regulation.publication.level !== 'L0'
  return input.categories.map((category) => {
    const scores = new Map(category.scores.scores.map((score) => [score.nominationId, score]))
    return {
      category: category.code,
      combining: category.scores.rule,
      finalists: category.finalists,
      lotOrder: category.lot?.order.filter((one) => opened.has(one)) ?? null,
      draw: category.lot && { ...category.lot.draw },
      ...firstRoundOf(category, opened, counts),
      ...plenaryOf(category, counts),
      ...flagsOf(category, counts),
      nominations: [
        ...category.ranking
          .filter((one) => opened.has(one.nominationId))
          .map((one) => openLine(category, one, scores.get(one.nominationId), counts)),
        ...unopened(category, opened).map((one) => closedLine(one, scores.get(one.nominationId), counts)),
      ],
    }
  })
}

/** Decisions in the order of the regulation's slots, each with the totals of its votes. */
export function decisionFile(input: BundleInput): JsonValue {
  return input.regulation.categories.flatMap((rule) =>
    rule.slots.flatMap((slot) =>
      input.decisions
        .filter((decision) => decision.category === rule.code && decision.slot === slot.code)
        .map(({ category, outcome, reason, winners, vote }) => ({
          category,
          slot: slot.code,
          outcome,
          reason,
          winners,
          vote,
        })),
    ),
  )
}
