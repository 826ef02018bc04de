import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import {
  LONGEST_QUOTE,
  MOST_PINS,
  namesGone,
  type Pin,
  pinLine,
  pinLines,
  readPins,
} from '#app/domain/nomination/pin.ts'

const places = {
  sections: ['identity', 'lead', 'need'],
  files: [1, 2].map((number) => ({ number, fileId: `file-${'ab'[number - 1]}` })),
}
const read = (text: string) => readPins(text, places)

describe('a place in a dossier, as a juror writes it', () => {
  it('is a passage of a part, a page, a moment or a whole piece', () => {
    expect(read('§3: Le délai moyen : 4 jours\nP2: 12\n P 1 : 1:05 \nP1')).toEqual({
      ok: true,
      value: [
        { kind: 'passage', section: 'need', quote: 'Le délai moyen : 4 jours' },
        { kind: 'page', fileId: 'file-b', page: 12 },
        { kind: 'second', fileId: 'file-a', second: 65 },
        { kind: 'piece', fileId: 'file-a' },
      ],
    })
    expect(read('3: تم تقليص الأجل')).toMatchObject({ value: [{ section: 'need', quote: 'تم تقليص الأجل' }] })
    expect(read('م 2: 7')).toMatchObject({ value: [{ kind: 'page', fileId: 'file-b', page: 7 }] })
  })

  it('says nothing in an empty line, and nothing more when said twice', () => {
    expect(read('\n  \n')).toEqual({ ok: true, value: [] })
    expect(read('P1: 2\n\nP1: 2')).toMatchObject({ value: [{ page: 2 }] })
  })

  it.each([
    '§4: absent',
    'P3: 1',
    'P0: 1',
    '§0: x',
    'P1: 0',
    'P1: 1:75',
    'P1: page',
    '§2',
    'sans repère',
    '2',
  ])('is refused where it names nothing: %s', (line) => {
    expect(read(`P1\n${line}`)).toMatchObject({ ok: false, reason: 'pin-unread', facts: { line } })
  })

  it('stays while its line does when its piece is gone, and only what was stored stays', () => {
    const stored: readonly Pin[] = [
      { kind: 'page', fileId: 'file-gone', page: 3 },
      { kind: 'piece', fileId: 'file-gone' },
      { kind: 'piece', fileId: 'file-a' },
    ]
    const kept = (text: string) => readPins(text, places, stored)
    expect(kept(pinLines(stored, places))).toEqual({ ok: true, value: stored })
    expect(kept('P0: 3')).toEqual({ ok: true, value: [stored[0]] })
    expect(kept('P0: 4')).toMatchObject({ ok: false, reason: 'pin-unread', facts: { line: 'P0: 4' } })
    expect(kept('P3')).toEqual({ ok: true, value: [stored[1]] })
    expect(kept('P3: 9')).toMatchObject({ ok: false, reason: 'pin-unread' })
    // A page drawn before the piece went still says its number; today's numbers stand for nothing else.
    const gone = { ...places, files: places.files.slice(1) }
    const open: readonly Pin[] = [
      { kind: 'page', fileId: 'file-a', page: 3 },
      { kind: 'piece', fileId: 'file-b' },
    ]
    expect(readPins('P1: 3\nP2', gone, open)).toEqual({ ok: true, value: open })
    expect(readPins('P0: 3\nP1: 3\nP2', gone, open)).toEqual({ ok: true, value: open })
    expect(readPins('P1: 4', gone, open)).toMatchObject({ reason: 'pin-unread' })
    expect(readPins('P1: 3', gone)).toMatchObject({ reason: 'pin-unread' })
    expect(readPins('P2: 3', gone, open)).toMatchObject({ value: [{ fileId: 'file-b', page: 3 }] })
    expect(pinLines(open, gone)).toBe('P0: 3\nP2')
    expect(['P0', ' p 0: 3', 'P01', 'P10', '§0: x', 'P1: 0'].map(namesGone)).toEqual([
      ...[true, true, false, false, true, false],
    ])
  })

  it('has its bounds: one too many, one sign too long', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `P1: ${at + 1}`).join('\n')
    expect(read(lines(MOST_PINS)).ok).toBe(true)
    expect(read(lines(MOST_PINS + 1))).toMatchObject({ reason: 'too-many-pins', facts: { limit: MOST_PINS } })
    expect(read(`§1: ${'a'.repeat(LONGEST_QUOTE)}`).ok).toBe(true)
    expect(read(`§1: ${'a'.repeat(LONGEST_QUOTE + 1)}`)).toMatchObject({ reason: 'pin-too-long' })
  })

  it('reads back as it was, whatever it is', () => {
    const quote = fc.stringMatching(/^[\p{L}\d][\p{L}\d :.,«»-]{0,60}[\p{L}\d]$/u)
    const pin: fc.Arbitrary<Pin> = fc.oneof(
      fc.record({
        kind: fc.constant('passage' as const),
        section: fc.constantFrom(...places.sections),
        quote,
      }),
      fc.record({
        kind: fc.constant('page' as const),
        fileId: fc.constantFrom(...places.files.map(({ fileId }) => fileId)),
        page: fc.integer({ min: 1, max: 9999 }),
      }),
      fc.record({
        kind: fc.constant('second' as const),
        fileId: fc.constantFrom(...places.files.map(({ fileId }) => fileId)),
        second: fc.integer({ min: 0, max: 59_999 }),
      }),
      fc.record({
        kind: fc.constant('piece' as const),
        fileId: fc.constantFrom(...places.files.map(({ fileId }) => fileId)),
      }),
    )
    const lineOf = (one: Pin): string => pinLine(one, places)
    fc.assert(
      fc.property(fc.uniqueArray(pin, { selector: lineOf, maxLength: MOST_PINS }), (pins) => {
        expect(read(pinLines(pins, places))).toEqual({ ok: true, value: pins })
      }),
    )
  })

  it('of a piece that is no longer shown is a line that nothing answers to', () => {
    const line = pinLine({ kind: 'page', fileId: 'file-z', page: 2 }, places)
    expect(line).toBe('P0: 2')
    expect(read(line)).toMatchObject({ reason: 'pin-unread' })
  })
})
