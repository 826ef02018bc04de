import { describe, expect, it } from 'vitest'
import {
  holdEdition,
  holdLetter,
  type Letter,
  LETTER_STATES,
  mayBeHeld,
  releaseEdition,
  releaseLetter,
  sendLetterAgain,
} from '#app/domain/notice/hold.ts'

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

  it('is sent again when it failed, in no other state, and not with a link that expires', () => {
    const again = (changes: Partial<Letter>) => {
      const result = sendLetterAgain(letter(changes))
      return result.ok ? 'again' : result.reason
    }
    expect(LETTER_STATES.map((state) => again({ state }))).toEqual([
      ...['letter-not-failed', 'letter-not-failed', 'letter-not-failed', 'again'],
    ])
    expect(again({ state: 'failed', notice: 'invitation-office' })).toBe('letter-link-expires')
    expect(again({ state: 'failed', notice: 'security-alert' })).toBe('again')
  })

  it('waits with its edition, which is held once and let go once', () => {
    expect([holdEdition(false), releaseEdition(true)].map(({ ok }) => ok)).toEqual([true, true])
    expect(holdEdition(true)).toMatchObject({ reason: 'letters-already-held' })
    expect(releaseEdition(false)).toMatchObject({ reason: 'letters-not-held' })
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
