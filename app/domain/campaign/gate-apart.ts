import { blocker } from './blocker.ts'
import type { GateInput } from './advance-phase.ts'
import type { Blocker } from './blocker.ts'
import type { HearingsFacts, NamedFile, SheetsFacts } from './gate.ts'

type Hidden = ReadonlySet<string>

const outside = <File extends NamedFile>(files: readonly File[], hidden: Hidden): readonly File[] =>
  files.filter(({ id }) => !hidden.has(id))

/** What members owe, counted without the hidden files; who owes nothing else owes nothing. */
const countedOutside = <Owing extends { readonly files: readonly string[] }>(
  owing: readonly Owing[],
  hidden: Hidden,
): readonly Owing[] =>
  owing.flatMap((one) => {
    const files = one.files.filter((id) => !hidden.has(id))
    return files.length === 0 ? [] : [{ ...one, count: files.length, files }]
  })

type Owed = NonNullable<HearingsFacts['secondRound']>
const owedOutside = ({ unsealed, belowMinimum, sentToPlenary }: Owed, hidden: Hidden): Owed => ({
  unsealed: countedOutside(unsealed, hidden),
  belowMinimum: outside(belowMinimum, hidden),
  sentToPlenary: outside(sentToPlenary, hidden),
})

const sheetsOutside = (facts: SheetsFacts, hidden: Hidden): SheetsFacts => ({
  ...facts,
  ...owedOutside(facts, hidden),
  openAppeals: outside(facts.openAppeals, hidden),
  appealWindows: outside(facts.appealWindows, hidden),
})

/**
 * What a gate is judged by, without the files that are hidden from its reader: neither a blocker nor the number in one
 * speaks of them (`access/own-files.ts`). For the page alone; an act is judged by the whole.
 */
export function gateApart(input: GateInput, hidden: Hidden): GateInput {
  switch (input.gate) {
    case 'evaluation':
      return {
        gate: input.gate,
        facts: {
          ...input.facts,
          undecided: outside(input.facts.undecided, hidden),
          openCompletions: outside(input.facts.openCompletions, hidden),
          openAppeals: outside(input.facts.openAppeals, hidden),
          undeclared: countedOutside(input.facts.undeclared, hidden),
          missingReaders: outside(input.facts.missingReaders, hidden),
        },
      }
    case 'sheets':
      return { gate: input.gate, facts: sheetsOutside(input.facts, hidden) }
    case 'hearings':
      return {
        gate: input.gate,
        facts: {
          unrecorded: outside(input.facts.unrecorded, hidden),
          secondRound: input.facts.secondRound && owedOutside(input.facts.secondRound, hidden),
        },
      }
    case 'opening':
    case 'closing':
    case 'finalisation':
    case 'release':
    case 'archiving':
      return input
  }
}

/** Said where nothing else stands in the way and a hidden file does: that the act is refused cannot be hidden. */
export const ownFileBlocks = (): Blocker => blocker('own-file', 'office')
