import { Secret, TOTP } from 'otpauth'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCrypto } from '#app/adapters/crypto/crypto.server.ts'
import { ids, risingIds, uuidV7 } from '#app/adapters/crypto/ids.ts'
import { instant } from '#app/domain/kernel/instant.ts'

const secret = 'a secret of the tests, longer than 32 characters'
const crypto = createCrypto(secret)

describe('the cipher', () => {
  it('gives back any text it sealed, and never the same bytes twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (plain, context) => {
        const first = crypto.seal('totp-secret', context, plain)
        const opened = crypto.unseal('totp-secret', context, first)
        expect(opened).toEqual({ ok: true, value: Buffer.from(plain, 'utf8').toString('utf8') })
        expect(crypto.seal('totp-secret', context, plain)).not.toBe(first)
      }),
      { numRuns: 60 },
    )
  })

  it('opens nothing under another purpose, another row or another application secret', () => {
    const sealed = crypto.seal('test-account', 'row-1', 'user / password')
    const broken = { ok: false, reason: 'seal-broken' }
    expect(crypto.unseal('secret-ballot', 'row-1', sealed)).toMatchObject(broken)
    expect(crypto.unseal('test-account', 'row-2', sealed)).toMatchObject(broken)
    expect(createCrypto(`${secret}!`).unseal('test-account', 'row-1', sealed)).toMatchObject(broken)
  })

  it('refuses a sealed text with any byte changed, cut or of another form', () => {
    const sealed = crypto.seal('secret-ballot', 'row', 'award')
    const bytes = Buffer.from(sealed.slice(3), 'base64url')
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place)
      const verdict = crypto.unseal('secret-ballot', 'row', `v1.${changed.toString('base64url')}`)
      expect(verdict.ok, `byte ${place}`).toBe(false)
    }
    for (const bad of ['', 'v1', 'v1.', 'v2.' + sealed.slice(3), sealed.slice(0, 20), 'x'.repeat(100)]) {
      expect(crypto.unseal('secret-ballot', 'row', bad).ok, bad).toBe(false)
    }
  })
})

describe('the one-time code', () => {
  const made = crypto.newTotp('salma@example.ma', 'Imtiyaz')
  const codeAt = (milliseconds: number) =>
    new TOTP({ secret: Secret.fromBase32(made.secret), digits: 6, period: 30 }).generate({
      timestamp: milliseconds,
    })
  const noon = instant(1_800_000_000_000)

  it('follows the published vector of RFC 6238 (seconds 59, SHA-1)', () => {
    const published = Secret.fromUTF8('12345678901234567890').base32
    expect(crypto.verifyTotp(published, '287082', null, instant(59_000))).toEqual({
      ok: true,
      value: { step: 1 },
    })
  })

  it('accepts one step of difference and no more', () => {
    for (const [seconds, accepted] of [
      [-60, false],
      [-30, true],
      [0, true],
      [30, true],
      [60, false],
    ] as const) {
      const verdict = crypto.verifyTotp(made.secret, codeAt(noon + seconds * 1000), null, noon)
      expect(verdict.ok, `${seconds} s`).toBe(accepted)
    }
  })

  it('accepts a code once: the step it returns makes the same code and earlier ones used', () => {
    const first = crypto.verifyTotp(made.secret, codeAt(noon), null, noon)
    const step = first.ok ? first.value.step : -1
    expect(crypto.verifyTotp(made.secret, codeAt(noon), step, noon)).toMatchObject({ reason: 'code-used' })
    expect(crypto.verifyTotp(made.secret, codeAt(noon - 30_000), step, noon)).toMatchObject({
      reason: 'code-used',
    })
    const later = instant(noon + 30_000)
    expect(crypto.verifyTotp(made.secret, codeAt(later), step, later)).toEqual({
      ok: true,
      value: { step: step + 1 },
    })
  })

  it('reads a code typed with a space and refuses everything else', () => {
    const code = codeAt(noon)
    expect(crypto.verifyTotp(made.secret, `${code.slice(0, 3)} ${code.slice(3)}`, null, noon).ok).toBe(true)
    for (const bad of ['', '12345', 'abcdef', `${code}0`, '٠١٢٣٤٥', '9'.repeat(10_000)]) {
      expect(crypto.verifyTotp(made.secret, bad, null, noon), bad).toMatchObject({ reason: 'code-wrong' })
    }
  })

  it('names the account and the issuer in the address of the QR', () => {
    expect(made.uri).toContain('otpauth://totp/Imtiyaz:salma%40example.ma')
  })
})

describe('tokens and codes', () => {
  it('makes tokens of 256 bits whose digest alone is stored', () => {
    const { token, digest } = crypto.newToken()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(digest).toBe(crypto.tokenDigest(token))
    expect(digest).not.toContain(token)
    expect(crypto.newToken().token).not.toBe(token)
  })

  it('makes ten different recovery codes that survive being copied by hand', () => {
    const codes = crypto.newRecoveryCodes()
    expect(new Set(codes.map((one) => one.digest)).size).toBe(10)
    for (const { code, digest } of codes) {
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(crypto.recoveryCodeDigest(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(digest)
      expect(crypto.recoveryCodeDigest(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(digest)
    }
  })

  it('keeps the keys of two purposes apart', () => {
    expect(crypto.hmac('session', 'x')).not.toBe(crypto.hmac('download', 'x'))
    expect(crypto.sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('makes identifiers of version 4, and of version 7 in the order of time', () => {
    expect(ids.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(ids.rowId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const ones = new Uint8Array(10).fill(255)
    expect(uuidV7(0x0192_0000_0000, ones) < uuidV7(0x0192_0000_0001, new Uint8Array(10))).toBe(true)
    expect(uuidV7(0x017f_22e2_79b0, ones)).toBe('017f22e2-79b0-7fff-bfff-ffffffffffff')
  })

  it('makes each identifier of a row greater than the one before, in one millisecond and when the clock steps back', () => {
    const clock = [5, 5, 3, 9]
    const rise = risingIds(
      () => clock.shift() ?? 9,
      () => new Uint8Array(10).fill(255),
    )
    const made = Array.from({ length: 5000 }, () => rise())
    expect(made).toEqual([...new Set(made)].sort())
    expect(made.slice(0, 4)).toEqual([
      '00000000-0005-7000-bfff-ffffffffffff',
      '00000000-0005-7001-bfff-ffffffffffff',
      '00000000-0005-7002-bfff-ffffffffffff',
      '00000000-0009-7000-bfff-ffffffffffff',
    ])
  })
})
