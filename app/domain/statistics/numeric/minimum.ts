const GOLDEN = (Math.sqrt(5) - 1) / 2

export type Minimum = { readonly at: number; readonly value: number }

/**
 * The least value of a function on [low, high]: a scan of `parts` steps, finer near `low`, finds the valley; the golden
 * section goes down in it. The ends count, so that a minimum at the boundary is found at the boundary itself.
 */
export function minimum(of: (x: number) => number, low: number, high: number, parts = 40): Minimum {
  const place = (step: number): number => low + (high - low) * (step / parts) ** 2
  let best: Minimum & { step: number } = { at: low, value: of(low), step: 0 }
  for (let step = 1; step <= parts; step += 1) {
    const value = of(place(step))
    if (value < best.value) best = { at: place(step), value, step }
  }
  let [left, right] = [place(Math.max(0, best.step - 1)), place(Math.min(parts, best.step + 1))]
  let [x1, x2] = [right - GOLDEN * (right - left), left + GOLDEN * (right - left)]
  let [f1, f2] = [of(x1), of(x2)]
  while (right - left > 1e-10 * (1 + Math.abs(left))) {
    if (f1 <= f2) {
      ;[right, x2, f2] = [x2, x1, f1]
      x1 = right - GOLDEN * (right - left)
      f1 = of(x1)
    } else {
      ;[left, x1, f1] = [x1, x2, f2]
      x2 = left + GOLDEN * (right - left)
      f2 = of(x2)
    }
  }
  const [at, value] = f1 <= f2 ? [x1, f1] : [x2, f2]
  return value < best.value ? { at, value } : { at: best.at, value: best.value }
}
