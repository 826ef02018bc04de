import type { Delivery, Letter, Mailer } from '#app/services/ports.ts'

export type MemoryMailer = Mailer & {
  readonly letters: readonly Letter[]
  readonly clear: () => void
  /** What the next letters get, in order; then `sent` again. */
  readonly answerWith: (...outcomes: Delivery[]) => void
}

/** Keeps letters instead of sending them: tests, and the mailbox page of the demonstration. The oldest are let go. */
export function createMemoryMailer(kept = 500): MemoryMailer {
  const letters: Letter[] = []
  const answers: Delivery[] = []
  return {
    letters,
    clear: () => void letters.splice(0),
    answerWith: (...outcomes) => void answers.push(...outcomes),
    send: async (letter) => {
      const answer = await Promise.resolve(
        answers.shift() ?? ({ outcome: 'sent', response: 'kept in memory' } as const),
      )
      if (answer.outcome === 'sent') letters.push(letter)
      if (letters.length > kept) letters.shift()
      return answer
    },
  }
}
