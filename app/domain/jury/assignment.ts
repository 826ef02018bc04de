/** A seat that may read and score: accepted, charter signed; jurors and deputies (chairs and experts do not score). */
export type Reader = {
  readonly seatId: string
  readonly institutionId: string | null
  /** Category codes, or null for all. */
  readonly categories: readonly string[] | null
  readonly loadLimit: number
  /** Languages that the juror reads; none named means all. */
  readonly languages: readonly string[]
  /** The body that supervises the juror's institution. */
  readonly supervisingId: string | null
  /** Whether this is the person's first jury. */
  readonly newcomer: boolean
}
export type Subject = {
  readonly nominationId: string
  readonly category: string
  /** Languages that the dossier is written in. */
  readonly languages: readonly string[]
  /** Bodies that supervise the lead and the partners. */
  readonly supervisingIds: readonly string[]
}
export type Pair = { readonly nominationId: string; readonly seatId: string }

/** Why a juror never sees a nomination, as a code. */
export type ExclusionReason = 'recusal' | 'same-body'
export type Exclusion = Pair & { readonly reason: ExclusionReason }

export type AssignmentProblem = {
  readonly nominations: readonly Subject[]
  readonly readers: readonly Reader[]
  /** Conflicts and recusals, whatever their origin. */
  readonly excluded: readonly Exclusion[]
  /** Pairs that stay: sealed sheets and manual choices. */
  readonly fixed: readonly Pair[]
  /** Pairs whose juror read a nomination of the same administration in an earlier campaign. */
  readonly met: readonly Pair[]
  readonly readersPerNomination: number
}

export type PairObstacle =
  'excluded' | 'category' | 'language' | 'already-assigned' | 'institution-twice' | 'load-limit'

export const pairKey = ({ nominationId, seatId }: Pair): string => `${nominationId} ${seatId}`

/** Whether the juror reads a language of the dossier. */
export const readsLanguage = (subject: Subject, reader: Reader): boolean =>
  reader.languages.length === 0 ||
  subject.languages.length === 0 ||
  subject.languages.some((language) => reader.languages.includes(language))

/** Whether the seat could ever read this nomination, before loads and colleagues are looked at. */
export function staticObstacle(
  problem: AssignmentProblem,
  subject: Subject,
  reader: Reader,
  excluded: ReadonlySet<string>,
): PairObstacle | null {
  if (excluded.has(pairKey({ nominationId: subject.nominationId, seatId: reader.seatId }))) return 'excluded'
  if (reader.categories !== null && !reader.categories.includes(subject.category)) return 'category'
  return readsLanguage(subject, reader) ? null : 'language'
}

/** Everything that stands against adding this pair to those assigned; the order is the order of the sentence shown. */
export function pairObstacles(
  problem: AssignmentProblem,
  assigned: readonly Pair[],
  pair: Pair,
): readonly PairObstacle[] {
  const subject = problem.nominations.find((one) => one.nominationId === pair.nominationId)
  const reader = problem.readers.find((one) => one.seatId === pair.seatId)
  if (!subject || !reader) return ['excluded']
  const obstacle = staticObstacle(problem, subject, reader, new Set(problem.excluded.map(pairKey)))
  const colleagues = assigned.filter(
    (other) => other.nominationId === pair.nominationId && other.seatId !== pair.seatId,
  )
  const institutions = colleagues.map(
    (other) => problem.readers.find((one) => one.seatId === other.seatId)?.institutionId ?? null,
  )
  const load = assigned.filter((other) => other.seatId === pair.seatId).length
  return [
    ...(obstacle ? [obstacle] : []),
    ...(assigned.some((other) => pairKey(other) === pairKey(pair)) ? (['already-assigned'] as const) : []),
    ...(reader.institutionId !== null && institutions.includes(reader.institutionId)
      ? (['institution-twice'] as const)
      : []),
    ...(load >= reader.loadLimit ? (['load-limit'] as const) : []),
  ]
}

export type Loads = ReadonlyMap<string, number>
export const loadsOf = (readers: readonly Reader[], assigned: readonly Pair[]): Loads =>
  new Map(readers.map(({ seatId }) => [seatId, assigned.filter((pair) => pair.seatId === seatId).length]))

/** Readers still missing per nomination, most first. */
export function missingReaders(
  problem: AssignmentProblem,
  assigned: readonly Pair[],
): readonly { readonly nominationId: string; readonly lacking: number }[] {
  const counts = new Map<string, number>()
  for (const { nominationId } of assigned) counts.set(nominationId, (counts.get(nominationId) ?? 0) + 1)
  return problem.nominations
    .map(({ nominationId }) => {
      const has = counts.get(nominationId) ?? 0
      return { nominationId, lacking: Math.max(0, problem.readersPerNomination - has) }
    })
    .filter(({ lacking }) => lacking > 0)
    .sort((a, b) => b.lacking - a.lacking || (a.nominationId < b.nominationId ? -1 : 1))
}
