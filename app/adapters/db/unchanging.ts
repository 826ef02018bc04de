/** A row that never changes: its id, and the digest of what it says. A freezing that was rolled back leaves the same id to another wording. */
export type UnchangingRef = { readonly id: string; readonly hash: string }

/** Keeps at most `most` documents that never change, so that a process reads each once; whichever was read first leaves first. */
export function keepUnchanging<T>(what: string, most: number) {
  const known = new Map<string, T>()
  return async ({ id, hash }: UnchangingRef, read: () => Promise<T | undefined>): Promise<T> => {
    const name = `${id} ${hash}`
    const kept = known.get(name)
    if (kept !== undefined) return kept
    const found = await read()
    if (found === undefined) throw new Error(`no frozen ${what} ${name}`)
    known.set(name, found)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return found
  }
}
