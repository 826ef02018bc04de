import type { Facts } from '../kernel/result.ts'
import { againstOthers, tukeyTest } from './additivity.ts'
import type { Design } from './design.ts'
import { leastSquares } from './least-squares.ts'

/** Limits of section 2.2. */
const KAPPA_WARNS = 0.85
const KAPPA_REFUSES = 0.5
const LEAST_DF = 10
const FEWEST_SHEETS_OF_JUROR = 4
const NON_ADDITIVE_P = 0.01
const SLOPES = [0.3, 2] as const
const END_SHARE = 0.2

export type GateName = 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6'
export type Gate = {
  readonly gate: GateName
  /** `undecided`: the figure it rests on cannot be computed here. */
  readonly state: 'open' | 'warned' | 'closed' | 'undecided'
  /** Values for its sentence. */
  readonly facts: Facts
}
/** How jurors came to their nominations (gate G5): drawn without regard to them, or by wish or expertise. */
export type AssignmentBasis = 'balanced' | 'by-preference' | 'unknown'
/** The ends of the scale of a sheet, points. */
export type Scale = { readonly lowest: number; readonly highest: number }

const jurorsWhere = (design: Design, is: (j: number) => boolean): readonly string[] =>
  design.jurors.filter((_, j) => is(j))

function shareAtEnds(design: Design, { lowest, highest }: Scale): Float64Array {
  const atEnd = new Float64Array(design.jurors.length)
  const shares = { low: atEnd.slice(), high: atEnd.slice() }
  design.y.forEach((y, s) => {
    const j = design.juror[s] as number
    const m = design.m[j] as number
    if (y <= lowest) shares.low[j] = (shares.low[j] as number) + 1 / m
    if (y >= highest) shares.high[j] = (shares.high[j] as number) + 1 / m
  })
  return shares.low.map((low, j) => Math.max(low, shares.high[j] as number))
}

function connectionGates(design: Design): readonly Gate[] {
  const { components, kappa, df } = leastSquares(design)
  const lone = jurorsWhere(design, (j) => design.m[j] === 1)
  const few = jurorsWhere(design, (j) => (design.m[j] as number) < FEWEST_SHEETS_OF_JUROR)
  const isConnected = components.length === 1 && lone.length === 0
  const weak =
    kappa === null ? 'undecided' : kappa < KAPPA_REFUSES ? 'closed' : kappa < KAPPA_WARNS ? 'warned' : 'open'
  return [
    {
      gate: 'G1',
      state: isConnected ? 'open' : 'closed',
      facts: { components: components.length, loneJurors: lone },
    },
    {
      gate: 'G2',
      state: weak,
      facts: kappa === null ? {} : { kappa, warns: KAPPA_WARNS, refuses: KAPPA_REFUSES },
    },
    {
      gate: 'G3',
      state: df < LEAST_DF || few.length > 0 ? 'closed' : 'open',
      facts: { df, leastDf: LEAST_DF, jurors: few, leastSheets: FEWEST_SHEETS_OF_JUROR },
    },
  ]
}

function additivityGate(design: Design): Gate {
  const test = tukeyTest(design)
  const bent = againstOthers(design).filter(
    ({ slope }) => slope !== null && (slope < SLOPES[0] || slope > SLOPES[1]),
  )
  const isBroken = (test !== null && test.p < NON_ADDITIVE_P) || bent.length > 0
  return {
    gate: 'G4',
    state: isBroken ? 'closed' : test === null ? 'undecided' : 'open',
    facts: { ...(test === null ? {} : { p: test.p }), jurors: bent.map(({ juror }) => juror) },
  }
}

function endsGate(design: Design, scale: Scale): Gate {
  const shares = shareAtEnds(design, scale)
  const jurors = jurorsWhere(design, (j) => (shares[j] as number) > END_SHARE)
  return { gate: 'G6', state: jurors.length > 0 ? 'closed' : 'open', facts: { jurors, share: END_SHARE } }
}

/**
 * The gates of section 2.2 before any adjusted score is shown, each with its facts. A closed gate greys the figure out
 * and is named beside it.
 */
export function adjustmentGates(design: Design, basis: AssignmentBasis, scale: Scale): readonly Gate[] {
  const preference: Gate = {
    gate: 'G5',
    state: basis === 'balanced' ? 'open' : basis === 'unknown' ? 'undecided' : 'closed',
    facts: { basis },
  }
  return [...connectionGates(design), additivityGate(design), preference, endsGate(design, scale)]
}

/** The gates that are closed, in order: none means that the figure may be shown. */
export const closedGates = (gates: readonly Gate[]): readonly GateName[] =>
  gates.filter(({ state }) => state === 'closed').map(({ gate }) => gate)
