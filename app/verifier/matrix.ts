import { BundleFault, count, list, object, parse, text, textOrNull } from './shape.ts'
import type { Json, JsonObject } from './shape.ts'

/** One sheet of the matrix. Its levels are written as the opened sheets write them: texts, or null where not assessed. */
export type MatrixRow = {
  readonly nomination: string
  readonly juror: string
  readonly commitment: string
  /** Hash of the rubric that it was sealed under; null in a matrix that does not say. */
  readonly rubric: string | null
  readonly levels: JsonObject
  readonly isFirstRound: boolean
}
export type Matrix = {
  readonly campaign: string
  readonly rows: readonly MatrixRow[]
  /** Jurors who could judge a nomination in the first of two rounds. */
  readonly eligible: ReadonlyMap<string, number>
}

const NAME = 'matrix'
const SCHEMA = 'imtiyaz.matrix/1'

const levelsOf = (value: Json | undefined, place: string): JsonObject =>
  Object.fromEntries(
    Object.entries(object(value, place)).map(([code, level]) => [
      code,
      level === null ? null : String(level),
    ]),
  )

/** Throws a BundleFault at the first value that is not what it should be. */
export function readMatrix(content: string): Matrix {
  const matrix = object(parse(content, NAME), NAME)
  if (matrix['schema'] !== SCHEMA) throw new BundleFault(`the matrix is not of the form ${SCHEMA}`)
  const first = list(matrix['firstRound'] ?? [], `${NAME}.firstRound`)
  const eligible = new Map(
    first.map((one, at) => {
      const place = `${NAME}.firstRound[${at}]`
      const row = object(one, place)
      return [text(row['nomination'], place), count(row['eligible'], place)]
    }),
  )
  if (eligible.size < first.length) throw new BundleFault(`${NAME}.firstRound names a nomination twice`)
  return {
    campaign: text(matrix['campaign'], `${NAME}.campaign`),
    eligible,
    rows: list(matrix['rows'], `${NAME}.rows`).map((one, at) => {
      const place = `${NAME}.rows[${at}]`
      const row = object(one, place)
      return {
        nomination: text(row['nomination'], place),
        juror: text(row['juror'], place),
        commitment: text(row['commitment'], place),
        rubric: textOrNull(row['rubric'] ?? null, place),
        levels: levelsOf(row['levels'], place),
        isFirstRound: row['round'] === '1',
      }
    }),
  }
}
