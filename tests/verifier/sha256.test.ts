import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, fromHex, hexOf, joined, sha256, sha256Bytes } from '#app/verifier/sha256.ts'

const known = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('the SHA-256 of the verifier', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('gives the digest of the standard for "%s"', (text, digest) => {
    expect(sha256(text)).toBe(digest)
  })
  it('agrees with the platform at every length around the blocks', () => {
    for (let length = 0; length <= 260; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 151 + length) % 256)
      expect(hexOf(sha256Bytes(bytes))).toBe(known(bytes))
    }
  })
  it('agrees with the platform on any bytes and any text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.string({ unit: 'grapheme' }), (bytes, text) => {
        expect(sha256(bytes)).toBe(known(bytes))
        expect(sha256(text)).toBe(known(text))
      }),
    )
  })
  it('reads what it writes, and joins', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(fromHex(hexOf(a))).toEqual(a)
        expect(hexOf(joined(a, b))).toBe(Buffer.concat([a, b]).toString('hex'))
      }),
    )
    expect([...bytesOf('ضé')]).toEqual([...Buffer.from('ضé')])
  })
})
