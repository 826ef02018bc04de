import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECK_CODE_BYTES, checkCode, readCheckCode } from '#app/domain/document/check-code.ts'
import {
  DOCUMENT_KINDS,
  DOCUMENT_SERIES,
  documentNumber,
  kindOfNumber,
} from '#app/domain/document/document.ts'

const bytes = fc.uint8Array({ minLength: CHECK_CODE_BYTES, maxLength: CHECK_CODE_BYTES })

describe('a document number', () => {
  it('tells its kind, year and sequence', () => {
    expect(documentNumber('minutes', 2026, 3)).toEqual({ ok: true, value: 'PV-2026-0003' })
    for (const kind of DOCUMENT_KINDS) {
      const number = documentNumber(kind, 2026, 12_345)
      expect(number.ok && kindOfNumber(number.value)).toBe(kind)
    }
    expect(new Set(Object.values(DOCUMENT_SERIES)).size).toBe(DOCUMENT_KINDS.length)
  })
  it.each([
    [2026, 0],
    [2026, 1.5],
    [20, 1],
    [Number.NaN, 1],
  ])('is not made of %d and %d', (year, sequence) => {
    expect(documentNumber('receipt', year, sequence)).toMatchObject({ reason: 'number-unreadable' })
  })
  it('of no known series has no kind', () => {
    expect([kindOfNumber('ZZ-2026-0001'), kindOfNumber('EMT-2026-0001'), kindOfNumber('')]).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('a check code', () => {
  it('is four groups of four from ten bytes', () => {
    expect(checkCode(new Uint8Array(10))).toEqual({ ok: true, value: '0000-0000-0000-0000' })
    expect(checkCode(new Uint8Array(10).fill(255))).toEqual({ ok: true, value: 'ZZZZ-ZZZZ-ZZZZ-ZZZZ' })
    expect(checkCode(new Uint8Array(9))).toMatchObject({ reason: 'wrong-length' })
  })
  it('differs for different bytes and is read back as typed', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const [a, b] = [checkCode(one), checkCode(other)]
        if (!a.ok || !b.ok) return
        expect(a.value === b.value).toBe(one.every((byte, index) => byte === other[index]))
        expect(a.value).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
        const typed = a.value.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
        expect(readCheckCode(typed)).toEqual(a)
      }),
    )
  })
  it.each(['', '0000-0000-0000', '0000-0000-0000-000U', '0000-0000-0000-00000', '<script>'])(
    'is not read from %j',
    (typed) => {
      expect(readCheckCode(typed)).toMatchObject({ reason: 'code-unreadable' })
    },
  )
})
