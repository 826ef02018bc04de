/** Does `work` for each, `width` at a time; the first failure stops the rest. Results keep the order of `of`. */
export async function atOnce<T, R>(
  of: readonly T[],
  width: number,
  work: (one: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < of.length) {
      const index = next
      next += 1
      const one = of[index]
      if (one !== undefined) results[index] = await work(one, index)
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, of.length) }, lane))
  return results
}
