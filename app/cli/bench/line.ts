import { columns } from './columns.ts'

/** One measure as it is printed: one JSON object a line. Times in milliseconds. */
export type Line = {
  readonly id: string
  readonly what: string
  readonly nominations: number
  readonly concurrency: number
  readonly generator: 'autocannon' | 'own closed loop, keep-alive' | 'none'
  readonly rps: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Answers that were not what was asked for, and acts that the database did not hold afterwards. */
  readonly errors: number
  /** Processor time of one request, in the web process and in PostgreSQL. */
  readonly cpu: { readonly web: number; readonly postgres: number }
  /** Share of all processors that others took meanwhile, in percent: a run counts as clean below 8. */
  readonly foreign: number
  readonly runs: string
  readonly target: string
  readonly met: boolean | null
}
export type Figures = Pick<Line, 'rps' | 'p50' | 'p95' | 'p99' | 'errors'>
/** What a generator saw: the milliseconds of each answer that was right, in any order. */
export type Sample = { readonly times: readonly number[]; readonly errors: number; readonly seconds: number }

export const round = (value: number): number => Math.round(value * 10) / 10
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export function figuresOf({ times, errors, seconds }: Sample): Figures {
  const sorted = [...times].sort((a, b) => a - b)
  return {
    rps: round(times.length / seconds),
    p50: round(percentile(sorted, 0.5)),
    p95: round(percentile(sorted, 0.95)),
    p99: round(percentile(sorted, 0.99)),
    errors,
  }
}

export const lines: Line[] = []
export function print(line: Line): void {
  lines.push(line)
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

const verdict = ({ met }: Line): string => (met === null ? '' : met ? 'met' : 'MISSED')
/** The same lines for people, at the end. */
export function table(): string {
  const head = ['', 'at', 'c', 'rps', 'p50', 'p95', 'p99', 'errors', 'web', 'pg', 'foreign', 'target', '']
  const rows = lines.map((line) =>
    [
      line.id,
      line.nominations,
      line.concurrency,
      line.rps,
      line.p50,
      line.p95,
      line.p99,
      line.errors,
      line.cpu.web,
      line.cpu.postgres,
      `${line.foreign}%`,
      line.target,
      verdict(line),
    ].map(String),
  )
  return columns(head, rows)
}
