import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'

/**
 * Lets `width` tasks run at once and `queue` more wait; the next one is told `busy` at once.
 * Keeps a storm of sign-ins from taking both cores away from everybody else (reliability.md T45).
 */
export function createTurnstile(width: number, queue: number) {
  let running = 0
  const waiting: (() => void)[] = []

  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
  const enter = async (): Promise<void> => {
    if (running < width) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }

  return async function pass<T>(task: () => Promise<T>): Promise<Result<T, 'busy'>> {
    if (running >= width && waiting.length >= queue) return refuse('busy')
    await enter()
    try {
      return ok(await task())
    } finally {
      leave()
    }
  }
}
