import type { Facts } from '../kernel/result.ts'
import type {
  DriftLine,
  FleissLine,
  HaloFigure,
  InterestFigure,
  IntraclassFigure,
  OrdinalLine,
  PairKappaFigure,
  ShareLine,
} from './panel.ts'

/** A figure with its interval, in points. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number }
/** Why a figure is not shown: a gate (`G1` … `G6`) or a refusal, with the values of its sentence. */
export type Withheld = { readonly because: string; readonly facts: Facts }
export type Figure<T> =
  { readonly value: T; readonly withheld: null } | { readonly value: null; readonly withheld: Withheld }

/** The expected rank under model M2, its percentile, and the ranks between which nine draws of ten lie. */
export type ExpectedRankFigure = {
  readonly rank: number
  readonly percentile: number
  readonly low: number
  readonly high: number
}
/** Where along the weight of a criterion another comes first: the exact share `p/q`, and who. */
export type FirmnessTurn = { readonly at: string; readonly takenBy: readonly string[] }
/** How far the weights may move before another nomination comes first; shares are exact text `p/q`. */
export type Firmness = {
  /** Several when their scores are equal. */
  readonly leaders: readonly string[]
  /** The least share of the whole weight that must pass between criteria; null on a tie, or where none is enough. */
  readonly radius: { readonly moved: string; readonly challenger: string } | null
  readonly criteria: readonly {
    readonly code: string
    readonly now: string
    readonly below: FirmnessTurn | null
    readonly above: FirmnessTurn | null
    readonly intervals: readonly {
      readonly from: string
      readonly to: string
      readonly first: readonly string[]
    }[]
  }[]
}

export type AdvisedNomination = {
  readonly nominationId: string
  readonly rank: number
  readonly score: number
  /** The official score with its 90 % interval for another panel from the same pool; null where the model has none. */
  readonly official: Estimate | null
  /** By model M1; null behind a closed gate. `changesSide`: in the winning set by one figure, out by the other. */
  readonly adjusted: {
    readonly value: number
    readonly se: number
    readonly rank: number
    readonly changesSide: boolean
  } | null
  /** The probability of a place when the panel is redrawn, and its class. */
  readonly chance: { readonly probability: number; readonly class: 'clear' | 'open' | 'out' } | null
  /** By model M2; null where the figure is withheld, absent in figures made before it was computed. */
  readonly expected?: ExpectedRankFigure | null
  /** Best and worst rank when one juror is left out, the official rank included. */
  readonly best: number
  readonly worst: number
  /** The sheets are more than a quarter of the scale apart. */
  readonly wide: boolean
}
/** One juror as a column: the room shows its number, never its seat. */
export type AdvisedJuror = {
  readonly seatId: string
  readonly sheets: number
  /** Mean of the sheets given, points. */
  readonly mean: number
  /** Rank of each nomination without this juror, in the order of `nominations`. */
  readonly without: readonly (number | null)[]
  /** Without this juror the winning set is another. */
  readonly pivotal: boolean
  /** Points above (lenient) or below colleagues on the same nominations; null behind a closed gate. */
  readonly severity: { readonly value: number; readonly se: number } | null
  /** Correlation with the others' mean on the same nominations. */
  readonly consistency: number | null
  /** Spread of the sheets over the spread that the model expects. */
  readonly rangeRatio: number | null
}
/** A sheet far from what the others say of the same nomination and juror: to be confirmed, never removed. */
export type UnusualSheet = {
  readonly nominationId: string
  readonly seatId: string
  /** Externally studentised residual. */
  readonly residual: number
}
export type Agreement = {
  readonly alpha: number
  readonly low: number | null
  readonly high: number | null
  readonly resamples: number
  /** Share of the resamples that had no value and were dropped; absent when none was. */
  readonly dropped?: number
}
/** Kendall's W of a panel that judged everything, and its p with the name of what it is. */
export type ConcordanceFigure = {
  readonly w: number
  readonly p: number
  readonly how: 'exact' | 'drawn' | 'chi-square'
  readonly draws: number | null
}
export type ReliabilityFigure = {
  readonly perSheet: number
  readonly order: number
  readonly absolute: number
  readonly sheets: number
}
/** What only whoever presides reads: advisory, never a rank, never a deletion (scoring rules, section 3). */
export type PanelFigures = {
  readonly intraclass: Figure<IntraclassFigure>
  /** Absent in figures made before it was computed. */
  readonly ordinal?: Figure<readonly OrdinalLine[]>
  readonly kappa: Figure<PairKappaFigure>
  readonly fleiss: Figure<readonly FleissLine[]>
  readonly drift: Figure<readonly DriftLine[]>
  readonly halo: Figure<HaloFigure>
  readonly interest: Figure<InterestFigure>
  /** Absent in figures made before it was computed; so is the next one. */
  readonly identical?: Figure<readonly ShareLine[]>
  readonly quick?: Figure<readonly ShareLine[]>
}

/**
 * Everything advisory about one category, computed once from the sheets that a tally counted (scoring rules, sections
 * 2 to 4). Advisory: it never moves a rank; each figure carries its uncertainty or says why it is not shown.
 */
export type AdviceDocument = {
  readonly schema: 'imtiyaz.advice/1'
  readonly category: string
  readonly places: number
  readonly seed: number
  readonly nominations: readonly AdvisedNomination[]
  readonly jurors: readonly AdvisedJuror[]
  readonly unusual: readonly UnusualSheet[]
  /** Standard deviation of the jurors' severity, points; nought: no detectable severity. */
  readonly severity: Figure<{ readonly deviation: number }>
  readonly agreement: Figure<Agreement>
  /** Absent in figures made before it was computed. */
  readonly concordance?: Figure<ConcordanceFigure>
  readonly reliability: Figure<ReliabilityFigure>
  readonly chance: Figure<{ readonly how: 'enumerated' | 'drawn'; readonly resamples: number }>
  /** For whoever presides alone. Absent in figures made before they were computed. */
  readonly panel?: PanelFigures
  /** Absent in figures made before it was computed; so is the next one. */
  readonly expected?: Figure<{ readonly draws: number }>
  readonly weights?: Figure<Firmness>
  /** Gates that warn or cannot be decided. */
  readonly reserves: readonly Withheld[]
}

export const withheld = (because: string, facts: Facts = {}): { value: null; withheld: Withheld } => ({
  value: null,
  withheld: { because, facts },
})
