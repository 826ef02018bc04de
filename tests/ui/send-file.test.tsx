import { describe, expect, it } from 'vitest'
import { secondsLeft } from '#app/ui/nomination/send-file.ts'

describe('the time left of a file on its way', () => {
  it('goes by the pace so far', () => {
    expect(secondsLeft({ sent: 1_000_000, total: 4_000_000, since: 5000 })).toBe(15)
    expect(secondsLeft({ sent: 3_999_000, total: 4_000_000, since: 5000 })).toBe(1)
  })

  it('is not guessed in the first second, nor before anything has left', () => {
    expect(secondsLeft({ sent: 500, total: 1000, since: 900 })).toBeNull()
    expect(secondsLeft({ sent: 0, total: 1000, since: 5000 })).toBeNull()
    expect(secondsLeft({ sent: 10, total: 0, since: 5000 })).toBeNull()
  })
})
