import { describe, expect, it } from 'vitest'
import { decodeCursor, decodeInstantCursor, encodeCursor } from '#app/queries/page.ts'

const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
const written = (value: string): string => encodeCursor({ value, id })

describe('decodeCursor', () => {
  it('reads back what a page wrote', () => {
    expect(decodeCursor(written('EMT-2026-0012'))).toEqual({ value: 'EMT-2026-0012', id })
  })

  it.each(['\u0000', 'EMT\u0000', '\ud800'])(
    'begins again at a text that no database stores: %j',
    (value) => {
      expect(decodeCursor(Buffer.from(JSON.stringify([value, id])).toString('base64url'))).toBeNull()
    },
  )

  it.each([null, undefined, '', '!', 'AAAA', written('a').slice(2), 'a'.repeat(601)])(
    'begins again at %j',
    (text) => {
      expect(decodeCursor(text)).toBeNull()
    },
  )
})

describe('decodeInstantCursor', () => {
  it('reads back the instant that a page wrote', () => {
    const at = '2026-11-28T20:30:53.000Z'
    expect(decodeInstantCursor(written(at))).toEqual({ at: new Date(at), id })
  })

  it.each([
    '',
    'abc',
    '2026-13-45T00:00:00.000Z',
    '-200000-01-01T00:00:00.000Z',
    '0000-01-01T00:00:00.000Z',
    '2026',
  ])('begins again at %j, which a database would refuse', (value) => {
    expect(decodeInstantCursor(written(value))).toBeNull()
  })
})
