import { describe, expect, it } from 'vitest'
import { isStorable } from '#app/domain/kernel/storable.ts'

describe('isStorable', () => {
  it('accepts any text of whole letters', () => {
    expect(['', 'é', 'امتياز', '😀', '\u202E', "'"].every(isStorable)).toBe(true)
  })

  it.each(['\u0000', 'a\u0000b', '\ud83d', 'a\ude00'])('refuses %j', (text) => {
    expect(isStorable(text)).toBe(false)
  })
})
