type Measure = { readonly id: string; readonly what: string; readonly target: string; readonly most: number }

/** Runs a computation once and prints its seconds and its heap as one JSON line; answers whether it met its target. */
export function tellFigure(
  { most, ...named }: Measure,
  run: () => Readonly<Record<string, unknown>>,
): boolean {
  const before = process.memoryUsage().heapUsed
  const start = performance.now()
  const result = run()
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
