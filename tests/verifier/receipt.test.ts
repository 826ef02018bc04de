import { createHash, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signerFrom } from '#app/adapters/crypto/signer.server.ts'
import { hexOf, utf8 } from '#app/domain/audit/bytes.ts'
import { signedCheckpoint } from '#app/domain/audit/checkpoint.ts'
import { inclusionProof, leafHash, treeRoot } from '#app/domain/audit/log.ts'
import { receiptFromText, verifyReceipt } from '#app/verifier/verify-receipt.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const newSigner = (name: string) =>
  signerFrom(
    generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    name,
  )
const signer = newSigner('test.example/log')
const commitmentOf = (at: number) => hexOf(sha256(utf8(`sheet ${at}`)))
const entries = Array.from(
  { length: 21 },
  (_, at) => `{"act":"scoreSheetSealed","facts":{"commitment":"${commitmentOf(at)}"},"treeIndex":${at}}`,
)
const leaves = entries.map((entry) => leafHash(sha256, utf8(entry)))
const noteOf = (size: number, by = signer): string => {
  const made = signedCheckpoint({ size, root: treeRoot(sha256, leaves.slice(0, size)) }, by, sha256, base64)
  return made.ok ? made.value : expect.fail(made.reason)
}

function receipt(index: number, size: number) {
  const proof = inclusionProof(sha256, index, leaves.slice(0, size))
  if (!proof.ok) return expect.fail(proof.reason)
  return {
    schema: 'imtiyaz.sheet-receipt/1',
    ...{ reference: 'IMT-0001', commitment: commitmentOf(index), index, entry: entries[index] },
    proof: { size, path: proof.value.map(hexOf), note: noteOf(size) },
    key: signer.verifierKey,
  }
}
type Receipt = ReturnType<typeof receipt>
const failures = (of: unknown, key: string | null = signer.verifierKey) =>
  verifyReceipt(receiptFromText(JSON.stringify(of), 'receipt'), key).failures.map(
    ({ about, sentence }) => `${about}: ${sentence}`,
  )
const within = (of: Receipt, proof: Partial<Receipt['proof']>) => ({
  ...of,
  proof: { ...of.proof, ...proof },
})

describe('the verification of a receipt', () => {
  it('confirms every entry of a log of every size', () => {
    for (let size = 1; size <= 21; size += 1)
      for (let index = 0; index < size; index += 1) expect(failures(receipt(index, size))).toEqual([])
    expect(failures(receipt(3, 7), null)).toEqual([])
  })

  it('names a proof that is cut, and one that is too long', () => {
    const whole = receipt(6, 13)
    const { path } = whole.proof
    expect(path).toHaveLength(4)
    expect(failures(within(whole, { path: path.slice(0, -1) }))).toEqual([
      'proof: the proof is cut: 3 parts, 4 needed',
    ])
    expect(failures(within(whole, { path: path.slice(1) }))).toEqual([
      'proof: the proof is cut: 3 parts, 4 needed',
    ])
    expect(failures(within(whole, { path: [] }))).toEqual(['proof: the proof is cut: 0 parts, 4 needed'])
    expect(failures(within(whole, { path: [...path, path[0] ?? ''] }))).toEqual([
      'proof: the proof has 5 parts, 4 needed',
    ])
    expect(failures(within(whole, { path: path.with(2, (path[2] ?? '').slice(1)) }))[0]).toMatch(
      /^proof: a part of the proof is not a SHA-256/,
    )
  })

  it('names a changed part, place, entry and commitment', () => {
    const whole = receipt(6, 13)
    const { path } = whole.proof
    const flipped = path.with(
      1,
      (path[1] ?? '').replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    )
    const astray = 'proof: the proof does not lead from the entry to the signed root'
    expect(failures(within(whole, { path: flipped }))).toEqual([astray])
    expect(failures(within(whole, { path: path.toReversed() }))).toEqual([astray])
    expect(failures({ ...whole, index: 5 })).toEqual(['entry: the entry names another place than 5', astray])
    expect(failures({ ...whole, index: 13, entry: entries[13] })).toEqual([
      'commitment: the entry holds another commitment',
      'proof: place 13 is beyond the 13 entries that were signed',
    ])
    expect(failures({ ...whole, commitment: commitmentOf(7) })).toEqual([
      'commitment: the entry holds another commitment',
    ])
    expect(failures({ ...whole, entry: entries[6]?.replace('Sealed', 'Voided') })).toEqual([astray])
  })

  it('names a checkpoint that is missing, of another size, of another log, or signed by another key', () => {
    const whole = receipt(6, 13)
    expect(failures({ ...whole, proof: null })).toEqual([
      'proof: no checkpoint covers the entry yet: download the receipt again',
    ])
    expect(failures(within(whole, { size: 12 }))).toEqual([
      'checkpoint: the checkpoint is of 13 entries, 12 stated',
    ])
    expect(failures(within(whole, { note: noteOf(13, newSigner('test.example/log')) }))).toEqual([
      `checkpoint: the checkpoint is not signed by ${signer.verifierKey}`,
    ])
    expect(failures(within(whole, { note: noteOf(13, newSigner('other.example/log')) }))).toEqual([
      'checkpoint: the checkpoint belongs to another log, other.example/log',
    ])
    expect(failures({ ...whole, key: newSigner('test.example/log').verifierKey })).toEqual([
      'key: the receipt names another key',
    ])
    expect(failures(within(whole, { note: 'no note' }))).toEqual([
      'receipt: the checkpoint is not a signed checkpoint',
    ])
  })

  it('says in one sentence what cannot be read', () => {
    const text = JSON.stringify(receipt(6, 13))
    expect(() => receiptFromText(text.slice(0, -9), 'receipt')).toThrow('receipt is not JSON')
    expect(() => receiptFromText('{"schema":"other"}', 'receipt')).toThrow('receipt is not a receipt')
    expect(() => receiptFromText(text.replace('"index":6', '"index":"6"'), 'receipt')).toThrow(
      'receipt index: expected a whole number',
    )
    expect(failures({ ...receipt(6, 13), entry: '{' })).toEqual([
      'receipt: the entry is not JSON: the file is cut or damaged',
    ])
  })
})
