import { createHash, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signerFrom } from '#app/adapters/crypto/signer.server.ts'
import { signedCheckpoint } from '#app/domain/audit/checkpoint.ts'
import { leafHash, treeRoot } from '#app/domain/audit/log.ts'
import { hexOf, utf8 } from '#app/domain/audit/bytes.ts'
import { isSignedBy, readKey, readNote } from '#app/verifier/note.ts'
import { logFromText } from '#app/verifier/open-log.ts'
import { verifyLog } from '#app/verifier/verify-log.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const newSigner = (name: string) =>
  signerFrom(
    generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    name,
  )
const signer = newSigner('test.example/log')
const entries = Array.from({ length: 9 }, (_, at) => `{"act":"a","treeIndex":${at}}`)
const leaves = entries.map((entry) => leafHash(sha256, utf8(entry)))
const note = (size: number, root: Uint8Array, by = signer): string => {
  const made = signedCheckpoint({ size, root }, by, sha256, base64)
  return made.ok ? made.value : expect.fail(made.reason)
}
const rootOf = (size: number) => treeRoot(sha256, leaves.slice(0, size))
const honest = note(9, rootOf(9))

type Change = { lines?: (lines: object[]) => object[]; size?: number; notes?: readonly string[] }
const log = ({ lines = (same) => same, size = entries.length, notes = [honest] }: Change = {}): string => {
  const rows = entries.map((entry, index) => ({ index, leaf: hexOf(leafHash(sha256, utf8(entry))), entry }))
  const head = { schema: 'imtiyaz.log/1', key: signer.verifierKey, size }
  return [head, ...lines(rows), ...notes.map((checkpoint) => ({ checkpoint }))]
    .map((line) => JSON.stringify(line))
    .join('\n')
}
const faults = (text: string, outside: { checkpoints?: string[]; heads?: string[]; key?: string } = {}) =>
  verifyLog(logFromText(text, 'log'), { key: signer.verifierKey, checkpoints: [], ...outside }).failures.map(
    ({ about, sentence }) => `${about}: ${sentence}`,
  )
const NOT_SIGNED = 'the first 9 entries are not the ones that were signed'

describe('the verification of a log', () => {
  it('confirms an honest one at every checkpoint, inside and outside', () => {
    expect(faults(log({ notes: [note(4, rootOf(4)), honest] }))).toEqual([])
    expect(faults(log(), { checkpoints: [honest], heads: [`9:${hexOf(rootOf(9))}`] })).toEqual([])
  })

  it('refuses one flipped bit of a root, and two roots swapped', () => {
    const flipped = Buffer.from(rootOf(9))
    flipped[31] = (flipped[31] ?? 0) ^ 1
    expect(faults(log({ notes: [note(9, flipped)] }))).toContain(`checkpoints: ${NOT_SIGNED}`)
    expect(faults(log({ notes: [note(4, rootOf(9)), note(9, rootOf(4))] }))).toContain(
      'checkpoints: the first 4 entries are not the ones that were signed',
    )
  })

  it('refuses one flipped bit of a signature, a text changed after signing, and a foreign key', () => {
    const [text = '', signature = ''] = honest.split('\n\n')
    const changed = signature.replace(/.(=*\n)$/, (_, end: string) => `A${end}`)
    const name = `the checkpoint of 9 entries is not signed by ${signer.verifierKey}`
    expect(faults(log({ notes: [`${text}\n\n${changed.slice(0, 40)}B${changed.slice(41)}`] }))).toContain(
      `checkpoints: ${name}`,
    )
    expect(faults(log({ notes: [honest.replace('\n9\n', '\n8\n')] }))).toContain(
      `checkpoints: the checkpoint of 8 entries is not signed by ${signer.verifierKey}`,
    )
    expect(faults(log({ notes: [note(9, rootOf(9), newSigner('test.example/log'))] }))).toContain(
      `checkpoints: ${name}`,
    )
    expect(faults(log({ notes: [note(9, rootOf(9), newSigner('other.example/log'))] }))).toContain(
      'checkpoints: the checkpoint of 9 entries belongs to another log, other.example/log',
    )
  })

  it('finds an outside head that the log no longer has, and one beyond its end', () => {
    expect(faults(log(), { heads: [`9:${'a'.repeat(64)}`] })).toEqual([
      'outside: the first 9 entries are not the ones of the head that was kept',
    ])
    expect(faults(log(), { heads: [`12:${'a'.repeat(64)}`] })[0]).toMatch(/the end of the log was cut off/)
    expect(faults(log(), { heads: ['9'] })).toEqual(['outside: not a head size:root: 9'])
  })

  it('accepts a checkpoint of size 0 and nothing as a log that was signed', () => {
    expect(readNote(note(0, treeRoot(sha256, [])), 'n').size).toBe(0)
    expect(faults(log({ notes: [] }))).toContain('checkpoints: the log holds no checkpoint')
  })

  it('says in one sentence what cannot be read', () => {
    expect(() => logFromText('', 'log')).toThrow('is empty')
    expect(() => logFromText('{"schema":"other"}', 'log')).toThrow('is not a log')
    expect(() => logFromText(`${log()}\n{"index":`, 'log')).toThrow('is not JSON')
    expect(() => readNote(honest.slice(0, 40), 'n')).toThrow('not a signed checkpoint')
    expect(() => readNote(honest.replace('\n9\n', '\n09\n'), 'n')).toThrow('not a signed checkpoint')
    expect(() => readKey('nonsense')).toThrow('not a line')
    expect(() => readKey(signer.verifierKey.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).toThrow('its own hash')
  })

  it('knows the signature of its own key among others', () => {
    const cosigned = `${honest}\u2014 witness.example ${base64(Buffer.alloc(68, 7))}\n`
    expect(isSignedBy(readNote(cosigned, 'n'), readKey(signer.verifierKey))).toBe(true)
  })
})
