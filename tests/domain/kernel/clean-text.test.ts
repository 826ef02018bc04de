import { describe, expect, it } from 'vitest'
import { isBlank } from '#app/domain/kernel/clean-text.ts'
import { requiredLine, requiredProse } from '#app/forms/fields.ts'

const NOTHING = [
  '',
  ' \n\t',
  '\u200B',
  '\u200C\u200D',
  '\u00AD',
  '\u2060\u180E',
  '\u3164',
  '\u2800 \uFFA0',
  '\u0301',
]

describe('a text that says nothing', () => {
  it.each(NOTHING.map((text) => [JSON.stringify(text), text]))(
    'is %s, to the rules and to the forms',
    (_, text) => {
      expect(isBlank(text)).toBe(true)
      expect(requiredProse().safeParse(text).success).toBe(false)
      expect(requiredLine().safeParse(text).success).toBe(false)
    },
  )
  it.each(['.', 'ـ', 'ⴰ', '3', 'لا', '\u200Bx', '✓'])('is not %s', (text) => {
    expect(isBlank(text)).toBe(false)
    expect(requiredProse().safeParse(text).success).toBe(true)
  })
})
