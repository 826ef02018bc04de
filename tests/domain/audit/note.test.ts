import type { EntryDraft } from '#app/domain/audit/entry.ts'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fromHex, hashBy, hexOf, isSameBytes, utf8 } from '#app/domain/audit/bytes.ts'
import { canonicalJson } from '#app/domain/audit/canonical-json.ts'
import { isKeyName, keyHash, signedCheckpoint, verifierKey } from '#app/domain/audit/checkpoint.ts'
import { entryText, isDisclosed, isPersonFact } from '#app/domain/audit/entry-text.ts'
import type { EntryAuthor } from '#app/domain/audit/entry-text.ts'
import { instant } from '#app/domain/kernel/instant.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest())
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

describe('a signed checkpoint', () => {
  /** The example key of the signed note format, as its documentation prints it. */
  const name = 'PeterNeumann'
  const printed = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  const publicKey = Uint8Array.from(
    Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64'),
  ).slice(1)

  it('names its key as the format does', () => {
    expect(hexOf(keyHash(sha256, name, publicKey))).toBe('c74f20a3')
    expect(verifierKey({ name, publicKey }, sha256, base64)).toBe(printed)
  })
  it('writes each byte of the key hash with two digits', () => {
    const small = (): Uint8Array => Uint8Array.of(0, 1, 16, 255, 9)
    expect(verifierKey({ name: 'n', publicKey: Uint8Array.of(7) }, small, base64)).toBe('n+000110ff+AQc=')
  })
  it('is its text, an empty line, and one line for the signature of that text', () => {
    const signed: string[] = []
    const sign = (message: Uint8Array): Uint8Array => {
      signed.push(Buffer.from(message).toString('utf8'))
      return Uint8Array.of(1, 2, 3)
    }
    const head = { size: 12, root: Uint8Array.of(9, 9) }
    const note = signedCheckpoint(head, { name, publicKey, sign }, sha256, base64)
    const text = 'PeterNeumann\n12\nCQk=\n'
    const line = base64(Uint8Array.of(0xc7, 0x4f, 0x20, 0xa3, 1, 2, 3))
    expect(signed).toEqual([text])
    expect(note).toEqual({ ok: true, value: `${text}\n— PeterNeumann ${line}\n` })
  })
  it.each(['', 'a b', 'a+b', 'a\nb', 'a\u2003b'])('refuses the name %j', (other) => {
    expect(isKeyName(other)).toBe(false)
    const key = { name: other, publicKey, sign: () => publicKey }
    expect(signedCheckpoint({ size: 1, root: publicKey }, key, sha256, base64)).toEqual({
      ...{ ok: false, reason: 'key-name', facts: { name: other }, fields: {} },
    })
  })
  it('accepts a name with signs of an address', () => {
    expect(isKeyName('award.example/log-1')).toBe(true)
  })
})

describe('the text of an entry', () => {
  const author: EntryAuthor = {
    ...{ actorId: 'p1', role: 'chair', from: null, at: instant(0), salt: 'ab' },
    pseudonym: (id) => `~${id}`,
  }
  const entry: EntryDraft = {
    act: 'phaseChanged',
    subject: { type: 'person', id: 'p2' },
    campaignId: 'c1',
    facts: {},
  }
  const textOf = (facts: Parameters<typeof entryText>[0]['facts'], subject = entry.subject): unknown => {
    const text = entryText({ ...entry, subject, facts }, author)
    if (!text.ok) expect.fail(text.reason)
    return JSON.parse(text.value)
  }
  it('is canonical, and names nobody', () => {
    expect(entryText(entry, author)).toEqual({
      ok: true,
      value:
        '{"act":"phaseChanged","actor":"~p1","at":"1970-01-01T00:00:00.000Z","campaign":"c1","facts":{},"from":null,' +
        '"role":"chair","salt":"ab","subject":{"id":"~p2","type":"person"}}',
    })
  })
  it('leaves the name of any other subject', () => {
    expect(textOf({}, { type: 'seat', id: 's1' })).toMatchObject({ subject: { type: 'seat', id: 's1' } })
  })
  it('puts a digest for each person among the facts, and for nothing else', () => {
    expect(
      textOf({
        personId: 'p3',
        byPersonId: 'p4',
        promoted: 'p5',
        seatId: 's1',
        count: 2,
        formerPersonId: '',
      }),
    ).toMatchObject({
      facts: {
        personId: '~p3',
        byPersonId: '~p4',
        promoted: '~p5',
        seatId: 's1',
        count: 2,
        formerPersonId: '',
      },
    })
    expect(textOf({ personId: true, promoted: ['p6'] })).toMatchObject({
      facts: { personId: true, promoted: ['p6'] },
    })
    expect(['personId', 'PERSONID', 'promoted', 'personIdOf', 'promotedAt'].map(isPersonFact)).toEqual([
      ...[true, true, true, false, false],
    ])
  })
  it('is refused for facts without a canonical form', () => {
    expect(entryText({ ...entry, facts: { word: '\ud800' } }, author)).toMatchObject({
      reason: 'not-canonical',
    })
    expect(canonicalJson({ '\udc00': 1 })).toMatchObject({ facts: { places: ['$.\udc00'] } })
  })
  it('is disclosed only for what the public pages show anyway', () => {
    const shown = ['phaseChanged', 'deadlineExtended', 'sheetRootPublished', 'bundlePublished'] as const
    const acts = [...shown, 'ballotCast', 'signedIn', 'resultsPublished'] as const
    expect(acts.filter((act) => isDisclosed({ ...entry, act }))).toEqual(shown)
  })
})

describe('bytes', () => {
  it.each(['abc', 'AB', 'zz', '0g', 'g0', ' 00', '00 '])('are not read from %j', (text) => {
    expect(fromHex(text)).toBeNull()
  })
  it('are read from lower-case hexadecimal, and written so', () => {
    expect(fromHex('00ff10')).toEqual(Uint8Array.of(0, 255, 16))
    expect(fromHex('')).toEqual(new Uint8Array(0))
    expect(hexOf(Uint8Array.of(0, 255, 16))).toBe('00ff10')
  })
  it('are the same only at the same length', () => {
    const [one, more] = [Uint8Array.of(1), Uint8Array.of(1, 2)]
    expect([isSameBytes(one, one), isSameBytes(one, more), isSameBytes(more, one)]).toEqual([
      true,
      false,
      false,
    ])
  })
  it('are hashed by a function that gives text', () => {
    const hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
    expect(hashBy(hex)(utf8('x'))).toEqual(sha256(utf8('x')))
    expect(hashBy(() => 'no')(utf8('x'))).toEqual(new Uint8Array(0))
  })
})
