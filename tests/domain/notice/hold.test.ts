import { describe, expect, it } from 'vitest'
import { holdLetter, type Letter, LETTER_STATES, mayBeHeld, releaseLetter } from '#app/domain/notice/hold.ts'

const letter = (changes: Partial<Letter> = {}): Letter => ({
  ...{ notice: 'inadmissible', state: 'pending', leaving: false },
  ...changes,
})
const reason = (result: ReturnType<typeof holdLetter>) => (result.ok ? 'held' : result.reason)

describe('a letter', () => {
  it('is held while it waits, and in no other state', () => {
    expect(LETTER_STATES.map((state) => reason(holdLetter(letter({ state }))))).toEqual([
      'held',
      'letter-already-held',
      'letter-already-sent',
      'letter-failed',
    ])
    expect(reason(holdLetter(letter({ leaving: true })))).toBe('letter-leaving')
  })

  it('is released when it is held, and in no other state', () => {
    const answers = LETTER_STATES.map((state) => {
      const result = releaseLetter(letter({ state }))
      return result.ok ? 'released' : result.reason
    })
    expect(answers).toEqual(['letter-not-held', 'released', 'letter-already-sent', 'letter-not-held'])
  })

  it('is never held when it guards an account, carries a link that expires, or is no letter', () => {
    const never = [
      'verify-email',
      'reset-password',
      'security-alert',
      'account-disabled',
      'phase-changed',
      'x',
    ]
    expect([...never, 'invitation-office', 'invitation-seat'].filter(mayBeHeld)).toEqual([])
    expect(['inadmissible', 'campaign-opened', 'session-convened'].every(mayBeHeld)).toBe(true)
    expect(reason(holdLetter(letter({ notice: 'invitation-seat' })))).toBe('letter-never-held')
  })
})
