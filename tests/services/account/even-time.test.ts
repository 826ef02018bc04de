import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { refuse } from '#app/domain/kernel/result.ts'
import { evenRefusal, evenTime } from '#app/services/account/even-time.ts'

vi.mock('node:timers/promises', () => ({ setTimeout: vi.fn() }))

/** A promise and the hand that fulfils it. */
function held() {
  let release = (): void => undefined
  const promise = new Promise<void>((resolve) => (release = resolve))
  return { promise, release: () => release() }
}
const turns = () => new Promise((resolve) => setImmediate(resolve))

it('answers when both the work and the wait are over, whichever ends first', async () => {
  for (const first of ['work', 'wait'] as const) {
    const parts = { work: held(), wait: held() }
    vi.mocked(wait).mockReturnValueOnce(parts.wait.promise as Promise<never>)
    let answer: string | null = null
    const asked = evenTime(250, () => parts.work.promise.then(() => 'done')).then((value) => (answer = value))
    parts[first].release()
    await turns()
    expect(answer, `only the ${first} is over`).toBeNull()
    parts[first === 'work' ? 'wait' : 'work'].release()
    expect(await asked).toBe('done')
    expect(wait).toHaveBeenLastCalledWith(250)
  }
})

it('holds one refusal back until the wait is over, and no other answer', async () => {
  const over = held()
  vi.mocked(wait).mockReturnValue(over.promise as Promise<never>)
  expect(await evenRefusal(350, 'wrong', () => Promise.resolve({ ok: true, value: 1 }))).toMatchObject({
    value: 1,
  })
  expect(
    await evenRefusal<never, 'wrong' | 'busy'>(350, 'wrong', () => Promise.resolve(refuse('busy'))),
  ).toMatchObject({
    reason: 'busy',
  })
  let answer: string | null = null
  const asked = evenRefusal<never, 'wrong'>(350, 'wrong', () => Promise.resolve(refuse('wrong'))).then(
    (done) => {
      answer = done.ok ? 'in' : done.reason
    },
  )
  await turns()
  expect(answer).toBeNull()
  over.release()
  await asked
  expect(answer).toBe('wrong')
  expect(wait).toHaveBeenLastCalledWith(350)
})
