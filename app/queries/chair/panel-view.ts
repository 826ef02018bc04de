import type { AdviceDocument, Figure, PanelFigures } from '#app/domain/advice/advice.ts'
import type {
  Bounded,
  DriftLine,
  FleissLine,
  HaloLine,
  InterestFigure,
  IntraclassFigure,
  PairKappaLine,
  ShareLine,
} from '#app/domain/advice/panel.ts'
import type { CategoryRule } from '#app/domain/campaign/regulation.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'

/**
 * A juror by name, as in the severity above it: what a signal asks for is a word with that member (scoring rules, sections
 * 2.6 and 3.7). Numbers are for the screen of the room, which everybody sees.
 */
type Named<Line> = Omit<Line, 'seatId'> & { readonly juror: string }
export type ChairPair = Bounded & {
  readonly jurors: readonly [string, string]
  readonly criterion: Localized
  readonly common: number
}
export type ChairScreen = Omit<FleissLine, 'code'> & { readonly name: Localized | null }
export type ChairPanel = {
  readonly intraclass: Figure<IntraclassFigure>
  /** Null in figures made before it was computed. */
  readonly ordinal: Figure<readonly (Bounded & { readonly criterion: Localized })[]> | null
  readonly kappa: Figure<{
    readonly pairs: number
    readonly ofPairs: number
    readonly lines: readonly ChairPair[]
  }>
  readonly fleiss: Figure<readonly ChairScreen[]>
  readonly drift: Figure<readonly Named<DriftLine>[]>
  readonly halo: Figure<{
    readonly jurors: readonly Named<HaloLine>[]
    readonly share: Bounded
    readonly oneThing: boolean
  }>
  /** Null for whoever does not preside: it rests on declarations that are not theirs to read. */
  readonly interest: Figure<InterestFigure> | null
  /** Null for whoever does not preside, and in figures made before it was computed; so is the next one. */
  readonly identical: Figure<readonly Named<ShareLine>[]> | null
  readonly quick: Figure<readonly Named<ShareLine>[]> | null
}
type View = {
  readonly rules: CategoryRule | null
  readonly presides: boolean
  /** Of a seat. */
  readonly nameOf: (seatId: string) => string
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

function named<Line extends { readonly seatId: string }>(
  lines: readonly Line[],
  nameOf: View['nameOf'],
): readonly Named<Line>[] {
  return lines
    .map(({ seatId, ...line }) => ({ ...line, juror: nameOf(seatId) }))
    .sort((a, b) => (a.juror < b.juror ? -1 : 1))
}

function pairsOf(kappa: PanelFigures['kappa'], { rules, most, nameOf }: View): ChairPanel['kappa'] {
  const wordOf = namesIn(rules)
  const line = ({ pair, criterion, ...rest }: PairKappaLine): ChairPair => {
    const [a, b] = [nameOf(pair[0]), nameOf(pair[1])]
    return {
      ...rest,
      jurors: a < b ? [a, b] : [b, a],
      criterion: wordOf('criterion', criterion) ?? {},
    }
  }
  return shown(kappa, ({ pairs, ofPairs, lines }) => ({
    ...{ pairs, ofPairs },
    lines: lines.slice(0, most).map(line),
  }))
}

/** What may be asked of a member about his own sheets is for whoever presides alone. */
const sharesOf = (
  figure: Figure<readonly ShareLine[]> | undefined,
  { presides, nameOf }: View,
): ChairPanel['identical'] => (presides && figure ? shown(figure, (lines) => named(lines, nameOf)) : null)

/** The figures of the panel with seats and codes as names; null in advice made before they were computed. */
export function panelView({ panel }: AdviceDocument, view: View): ChairPanel | null {
  if (!panel) return null
  const { nameOf } = view
  const wordOf = namesIn(view.rules)
  return {
    intraclass: panel.intraclass,
    ordinal: panel.ordinal
      ? shown(panel.ordinal, (lines) =>
          lines.map((line) => ({ ...line, criterion: wordOf('criterion', line.criterion) ?? {} })),
        )
      : null,
    kappa: pairsOf(panel.kappa, view),
    fleiss: shown(panel.fleiss, (lines) =>
      lines.map(({ code, ...line }) => ({ ...line, name: wordOf(line.of, code) })),
    ),
    drift: shown(panel.drift, (lines) => named(lines, nameOf)),
    halo: shown(panel.halo, ({ jurors: lines, ...rest }) => ({ ...rest, jurors: named(lines, nameOf) })),
    interest: view.presides ? panel.interest : null,
    identical: sharesOf(panel.identical, view),
    quick: sharesOf(panel.quick, view),
  }
}
