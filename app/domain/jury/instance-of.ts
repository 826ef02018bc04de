import { pairKey, staticObstacle } from './assignment.ts'
import type { AssignmentProblem, Pair, Reader, Subject } from './assignment.ts'
import { at } from './instance.ts'
import type { Instance, Plan, RowRule } from './instance.ts'
import { similarityOf } from './similarity.ts'

/** What the secretariat may ask for besides the constraints that always hold. */
export type Wishes = {
  /** At least one juror whose seat names the category, wherever there is one. */
  readonly specialist: boolean
  /** At most so many first-time jurors per nomination; null for no limit. */
  readonly newcomers: number | null
}
export type Numbered = {
  readonly instance: Instance
  readonly nominationIds: readonly string[]
  readonly seatIds: readonly string[]
  /** Files that each juror carries already. */
  readonly carried: readonly number[]
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

type Sorted = {
  readonly subjects: readonly Subject[]
  readonly readers: readonly Reader[]
  /** Columns fixed per row. */
  readonly held: readonly (readonly number[])[]
  readonly wanted: number
}

/** Sorted by identifier, so that the order in which rows were read never matters. */
function sorted(problem: AssignmentProblem): Sorted {
  const subjects = [...problem.nominations].sort((a, b) => byText(a.nominationId, b.nominationId))
  const readers = [...problem.readers].sort((a, b) => byText(a.seatId, b.seatId))
  const fixed = new Set(problem.fixed.map(pairKey))
  const held = subjects.map(({ nominationId }) =>
    readers.flatMap(({ seatId }, column) => (fixed.has(pairKey({ nominationId, seatId })) ? [column] : [])),
  )
  return { subjects, readers, held, wanted: problem.readersPerNomination }
}

/** One rule, less what is fixed; what was settled by hand beyond it is not undone. */
function rule(
  { held }: Sorted,
  kind: RowRule['kind'],
  name: string,
  columns: readonly number[],
  bounds: (row: number) => { readonly least: number; readonly most: number },
): RowRule {
  const fixedUnder = held.map((own) => own.filter((column) => columns.includes(column)).length)
  return {
    kind,
    name,
    columns,
    least: held.map((_, row) => Math.max(0, bounds(row).least - at(fixedUnder, row, 0))),
    most: held.map((_, row) => Math.max(0, bounds(row).most - at(fixedUnder, row, 0))),
  }
}

function institutionRules(all: Sorted): readonly RowRule[] {
  const columns = all.readers.map((reader, column) => [reader.institutionId, column] as const)
  return [...Map.groupBy(columns, ([institution]) => institution)]
    .filter(([institution, own]) => institution !== null && own.length > 1)
    .map(([institution, own]) =>
      rule(
        all,
        'institution',
        institution ?? '',
        own.map(([, column]) => column),
        () => ({ least: 0, most: 1 }),
      ),
    )
}

function wishedRules(all: Sorted, { specialist, newcomers }: Wishes): readonly RowRule[] {
  const columnsOf = (chosen: (reader: Reader) => boolean): readonly number[] =>
    all.readers.flatMap((reader, column) => (chosen(reader) ? [column] : []))
  const categories = specialist ? [...new Set(all.subjects.map(({ category }) => category))].sort(byText) : []
  const covers = categories
    .map((category) => ({
      category,
      columns: columnsOf((reader) => reader.categories?.includes(category) === true),
    }))
    .filter(({ columns }) => columns.length > 0)
    .map(({ category, columns }) =>
      rule(all, 'cover', category, columns, (row) => ({
        least: all.subjects[row]?.category === category ? 1 : 0,
        most: all.wanted,
      })),
    )
  const fresh = columnsOf((reader) => reader.newcomer)
  if (newcomers === null || fresh.length === 0) return covers
  return [...covers, rule(all, 'newcomers', 'newcomers', fresh, () => ({ least: 0, most: newcomers }))]
}

/** The problem in numbers, with everything fixed taken out and counted. */
export function instanceOf(problem: AssignmentProblem, wishes: Wishes): Numbered {
  const all = sorted(problem)
  const { subjects, readers, held } = all
  const excluded = new Set(problem.excluded.map(pairKey))
  const met = new Set(problem.met.map(pairKey))
  const points = (subject: Subject, reader: Reader): number =>
    similarityOf(
      subject,
      reader,
      met.has(pairKey({ nominationId: subject.nominationId, seatId: reader.seatId })),
    ).points
  const score = subjects.map((subject, row) =>
    readers.map((reader, column) =>
      at(held, row, []).includes(column) || staticObstacle(problem, subject, reader, excluded)
        ? null
        : points(subject, reader),
    ),
  )
  const carried = readers.map((_, column) => held.filter((own) => own.includes(column)).length)
  return {
    nominationIds: subjects.map(({ nominationId }) => nominationId),
    seatIds: readers.map(({ seatId }) => seatId),
    carried,
    instance: {
      score,
      wanted: held.map((own) => Math.max(0, all.wanted - own.length)),
      least: readers.map(() => 0),
      most: readers.map(({ loadLimit }, column) => Math.max(0, loadLimit - at(carried, column, 0))),
      rules: [...institutionRules(all), ...wishedRules(all, wishes)],
      held,
      base: subjects.map((subject, row) =>
        at(held, row, []).reduce((sum, column) => {
          const reader = readers[column]
          return reader ? sum + points(subject, reader) : sum
        }, 0),
      ),
    },
  }
}

/** The pairs of a plan, by their identifiers. */
export const pairsOf = (
  { nominationIds, seatIds }: Pick<Numbered, 'nominationIds' | 'seatIds'>,
  plan: Plan,
): readonly Pair[] =>
  plan.flatMap((columns, row) =>
    columns.map((column) => ({ nominationId: at(nominationIds, row, ''), seatId: at(seatIds, column, '') })),
  )
