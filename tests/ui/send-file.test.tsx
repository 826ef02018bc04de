import { describe, expect, it } from 'vitest'
import { LEAST_PART_BYTES, MOST_PART_BYTES } from '#app/domain/evidence/announced.ts'
import { nextSize, secondsLeft } from '#app/ui/nomination/send-file.ts'

const left = (sent: number, total: number, since: number, run = sent) =>
  secondsLeft({ sent, kept: sent, total, since, run, waits: false })

describe('the time left of a file on its way', () => {
  it('goes by the pace so far', () => {
    expect(left(1_000_000, 4_000_000, 5000)).toBe(15)
    expect(left(3_999_000, 4_000_000, 5000)).toBe(1)
  })

  it('goes by the pace of this run, not by what had arrived before it', () => {
    expect(left(3_000_000, 4_000_000, 5000, 500_000)).toBe(10)
  })

  it('is not guessed in the first second, nor before anything has left', () => {
    expect(left(500, 1000, 900)).toBeNull()
    expect(left(0, 1000, 5000)).toBeNull()
    expect(left(10, 0, 5000)).toBeNull()
    expect(left(500, 1000, 5000, 0)).toBeNull()
  })
})

describe('the size of the next part', () => {
  it('follows the line, within what the server takes', () => {
    expect(nextSize(65_536, 100)).toBe(131_072)
    expect(nextSize(65_536, 3000)).toBe(65_536)
    expect(nextSize(65_536, 9000)).toBe(32_768)
    expect(nextSize(MOST_PART_BYTES, 100)).toBe(MOST_PART_BYTES)
    expect(nextSize(LEAST_PART_BYTES, 9000)).toBe(LEAST_PART_BYTES)
  })
})
