/** Up to this many things every resample is enumerated: 352 716 count vectors for 11 (section 4.1). */
export const MOST_ENUMERATED = 11

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))

/**
 * Calls `visit` once for each way to draw `size` things `size` times with replacement, as counts, with the number of
 * ordered draws behind it: the size^size resamples collapse to C(2 size - 1, size). Counts are reused between calls.
 * Weights are whole numbers, exact up to 13 things.
 */
export function forEachCountVector(size: number, visit: (counts: Int32Array, weight: number) => void): void {
  const counts = new Int32Array(size)
  const factorials = Array.from({ length: size + 1 }, (_, n) => factorial(n))
  const place = (at: number, left: number, divisor: number): void => {
    if (at === size - 1) {
      counts[at] = left
      visit(counts, (factorials[size] as number) / (divisor * (factorials[left] as number)))
      return
    }
    for (let count = 0; count <= left; count += 1) {
      counts[at] = count
      place(at + 1, left - count, divisor * (factorials[count] as number))
    }
  }
  if (size > 0) place(0, size, 1)
}
