type Measure = { readonly id: string; readonly what: string; readonly target: string; readonly most: number }
type Result = Readonly<Record<string, unknown>>

/** Begins to measure; what it returns prints the seconds and the heap so far as one JSON line. */
function stopwatch({ most, ...named }: Measure): (result: Result) => boolean {
  const before = process.memoryUsage().heapUsed
  const start = performance.now()
  return (result) => {
    const seconds = (performance.now() - start) / 1000
    const heap = Math.max(0, process.memoryUsage().heapUsed - before) / 2 ** 20
    const met = seconds < most
    const line = {
      ...named,
      seconds: Math.round(seconds * 1000) / 1000,
      heapMiB: Math.round(heap),
      ...result,
      met,
    }
    process.stdout.write(`${JSON.stringify(line)}\n`)
    return met
  }
}

/** Runs a computation once and prints its figures; answers whether it met its target. */
export function tellFigure(measure: Measure, run: () => Result): boolean {
  const tell = stopwatch(measure)
  return tell(run())
}

/** The same for what runs in a thread of its own. */
export async function tellThread(measure: Measure, run: () => Promise<Result>): Promise<boolean> {
  const tell = stopwatch(measure)
  return tell(await run())
}
