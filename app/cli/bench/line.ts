/** One measure as it is printed: one JSON object a line. */
export type Line = {
  readonly id: string
  readonly what: string
  readonly nominations: number
  readonly concurrency: number
  readonly rps: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly errors: number
  readonly target: string
  readonly met: boolean | null
}
export type Figures = Pick<Line, 'rps' | 'p50' | 'p95' | 'p99' | 'errors'>

const round = (value: number): number => Math.round(value * 10) / 10
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Figures of a closed loop from the milliseconds of each answer. */
export function figuresOf(times: readonly number[], seconds: number, errors: number): Figures {
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
