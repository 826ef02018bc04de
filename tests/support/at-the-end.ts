type Work = () => Promise<unknown>
const kept: Work[] = []

/**
 * Has `work` done once the test file is over, what was begun last first. A hook that is asked for inside another one is
 * never called where files follow one another in a process; this may be asked for anywhere.
 */
export const atTheEnd = (work: Work): void => void kept.push(work)

/** Does all of it, for the set-up of each test file alone. */
export async function putAway(): Promise<void> {
  for (const work of kept.splice(0).reverse()) await work()
}
