import { describe, expect, it } from 'vitest'
import { cleanText, countWords, LONGEST_TEXT } from '#app/domain/kernel/clean-text.ts'
import { ok } from '#app/domain/kernel/result.ts'

const char = (code: number) => String.fromCodePoint(code)

describe('cleanText', () => {
  it('composes to NFC and unifies line ends', () => {
    expect(cleanText(`e${char(0x301)}\r\nb\rc`, 'prose')).toEqual(ok('é\nb\nc'))
  })
  it.each([0x00, 0x07, 0x1b, 0x7f, 0x85])('refuses the control character %i anywhere', (code) => {
    expect(cleanText(`a${char(code)}b`, 'prose')).toMatchObject({ ok: false, reason: 'control-character' })
    expect(cleanText(`a${char(code)}b`, 'line')).toMatchObject({ ok: false, reason: 'control-character' })
  })
  it('refuses a line break in a line and keeps it in prose', () => {
    expect(cleanText('a\nb', 'line')).toMatchObject({ ok: false, reason: 'control-character' })
    expect(cleanText('a\n\tb', 'prose')).toEqual(ok('a\n\tb'))
  })
  it.each([0x202e, 0x2066, 0x200f, 0x061c])(
    'refuses the bidi control %i in a line, drops it from prose',
    (code) => {
      expect(cleanText(`a${char(code)}b`, 'line')).toMatchObject({ ok: false, reason: 'bidi-control' })
      expect(cleanText(`a${char(code)}b`, 'prose')).toEqual(ok('ab'))
    },
  )
  it('keeps Arabic, Tifinagh, joiners and emoji', () => {
    const text = `خدمة ⵜⴰⵏⴼⵓⵍⵜ 👩${char(0x200d)}💻`
    expect(cleanText(text, 'line')).toEqual(ok(text))
  })
  it('refuses half a character and a text without end', () => {
    expect(cleanText('a\ud800', 'line')).toMatchObject({ ok: false, reason: 'control-character' })
    expect(cleanText('a'.repeat(LONGEST_TEXT + 1), 'prose')).toMatchObject({ ok: false, reason: 'too-long' })
  })
})

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  — ', 0],
    ["l'usager paie en ligne", 4],
    ['خدمة رقمية', 2],
  ])('counts %j as %i', (text, count) => expect(countWords(text)).toBe(count))
})
