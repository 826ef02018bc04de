import type { AdviceDocument, Figure, PanelFigures } from '#app/domain/advice/advice.ts'
import type {
  Bounded,
  DriftLine,
  FleissLine,
  HaloLine,
  InterestFigure,
  IntraclassFigure,
  PairKappaLine,
} from '#app/domain/advice/panel.ts'
import type { CategoryRule } from '#app/domain/campaign/regulation.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'

/** A juror as a number: the column of the deliberation room, never a seat or a name. */
type Numbered<Line> = Omit<Line, 'seatId'> & { readonly juror: number }
export type ChairPair = Bounded & {
  readonly jurors: readonly [number, number]
  readonly criterion: Localized
  readonly common: number
}
export type ChairScreen = Omit<FleissLine, 'code'> & { readonly name: Localized | null }
export type ChairPanel = {
  readonly intraclass: Figure<IntraclassFigure>
  readonly kappa: Figure<{
    readonly pairs: number
    readonly ofPairs: number
    readonly lines: readonly ChairPair[]
  }>
  readonly fleiss: Figure<readonly ChairScreen[]>
  readonly drift: Figure<readonly Numbered<DriftLine>[]>
  readonly halo: Figure<{
    readonly jurors: readonly Numbered<HaloLine>[]
    readonly share: Bounded
    readonly oneThing: boolean
  }>
  /** Null for whoever does not preside: it rests on declarations that are not theirs to read. */
  readonly interest: Figure<InterestFigure> | null
}
type View = {
  readonly rules: CategoryRule | null
  readonly presides: boolean
  /** The most pairs of jurors that are told. */
  readonly most: number
}

/** What a code is called in the rules; the code itself where they no longer hold it. */
const namesIn = (rules: CategoryRule | null) => {
  const criteria = new Map(rules?.rubric.criteria.map(({ code, name }) => [code, name]))
  const prizes = new Map(rules?.slots.map(({ code, label }) => [code, label]))
  return (of: FleissLine['of'], code: string): Localized | null => {
    if (of === 'total') return null
    return (of === 'prize' ? prizes : criteria).get(code) ?? { fr: code }
  }
}

const shown = <T, U>(figure: Figure<T>, view: (value: T) => U): Figure<U> =>
  figure.withheld ? figure : { value: view(figure.value), withheld: null }

function numbered<Line extends { readonly seatId: string }>(
  lines: readonly Line[],
  numberOf: (seatId: string) => number,
): readonly Numbered<Line>[] {
  return lines
    .map(({ seatId, ...line }) => ({ ...line, juror: numberOf(seatId) }))
    .sort((a, b) => a.juror - b.juror)
}

function pairsOf(
  kappa: PanelFigures['kappa'],
  numberOf: (seatId: string) => number,
  { rules, most }: View,
): ChairPanel['kappa'] {
  const nameOf = namesIn(rules)
  const line = ({ pair, criterion, ...rest }: PairKappaLine): ChairPair => {
    const [a, b] = [numberOf(pair[0]), numberOf(pair[1])]
    return {
      ...rest,
      jurors: a < b ? [a, b] : [b, a],
      criterion: nameOf('criterion', criterion) ?? {},
    }
  }
  return shown(kappa, ({ pairs, ofPairs, lines }) => ({
    ...{ pairs, ofPairs },
    lines: lines.slice(0, most).map(line),
  }))
}

/** The figures of the panel with jurors as numbers and codes as names; null in advice made before they were computed. */
export function panelView({ panel, jurors }: AdviceDocument, view: View): ChairPanel | null {
  if (!panel) return null
  const order = new Map(jurors.map(({ seatId }, at) => [seatId, at + 1]))
  const numberOf = (seatId: string): number => order.get(seatId) ?? 0
  const nameOf = namesIn(view.rules)
  return {
    intraclass: panel.intraclass,
    kappa: pairsOf(panel.kappa, numberOf, view),
    fleiss: shown(panel.fleiss, (lines) =>
      lines.map(({ code, ...line }) => ({ ...line, name: nameOf(line.of, code) })),
    ),
    drift: shown(panel.drift, (lines) => numbered(lines, numberOf)),
    halo: shown(panel.halo, ({ jurors: lines, ...rest }) => ({ ...rest, jurors: numbered(lines, numberOf) })),
    interest: view.presides ? panel.interest : null,
  }
}
