import { createHash } from 'node:crypto'
import { fromHex, hexOf, join, utf8 } from '#app/domain/audit/bytes.ts'
import { canonicalJson } from '#app/domain/audit/canonical-json.ts'
import type { JsonValue } from '#app/domain/audit/canonical-json.ts'
import { consistencyProof, inclusionProof, leafHash, treeRoot } from '#app/domain/audit/log.ts'
import { committedBytes } from '#app/domain/scoring/commitment.ts'
import { adapter } from './adapter.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const bytesOf = (hex: string): Uint8Array => {
  const bytes = fromHex(hex.toLowerCase())
  if (bytes === null) throw new Error(`not hexadecimal: ${hex}`)
  return bytes
}
const hexes = (proof: readonly Uint8Array[]): readonly string[] => proof.map(hexOf)

type Pair = readonly [number, number]
type Merkle = {
  readonly leaves_hex: readonly string[]
  readonly inclusion?: readonly Pair[]
  readonly consistency?: readonly Pair[]
}

const merkle = adapter(({ leaves_hex: leaves, inclusion = [], consistency = [] }: Merkle) => {
  const hashed = leaves.map((leaf) => leafHash(sha256, bytesOf(leaf)))
  const first = (size: number): readonly Uint8Array[] => hashed.slice(0, size)
  return {
    root: hexOf(treeRoot(sha256, hashed)),
    leaf_hashes: hexes(hashed),
    roots_by_size: Array.from({ length: leaves.length + 1 }, (_, size) =>
      hexOf(treeRoot(sha256, first(size))),
    ),
    inclusion: inclusion.map(([index, size]) => {
      const proof = inclusionProof(sha256, index, first(size))
      return { index, size, proof: proof.ok ? hexes(proof.value) : null }
    }),
    consistency: consistency.map(([size1, size2]) => {
      const proof = consistencyProof(sha256, size1, first(size2))
      return { size1, size2, proof: proof.ok ? hexes(proof.value) : null }
    }),
  }
})

type Committed = {
  readonly domain: string
  readonly salt_hex: string
  readonly canonical_json?: string
  readonly json?: JsonValue
}

/** Text that is given is canonical already; a value is brought to its canonical text first. */
const commitment = adapter(({ domain, salt_hex: salt, canonical_json: given, json }: Committed) => {
  const canonical = given === undefined ? canonicalJson(json ?? null) : { ok: true as const, value: given }
  if (!canonical.ok) return { preimage_sha256: null, preimage_length: null }
  const bytes = committedBytes(canonical.value, bytesOf(salt), domain)
  return { preimage_sha256: hexOf(sha256(bytes)), preimage_length: bytes.length }
})

/** head_k = SHA-256(head_(k-1) ‖ entry_k), head_0 = 32 zero bytes: the fallback that the platform does not use. */
const hashChain = adapter(({ entries }: { entries: readonly string[] }) => {
  let head: Uint8Array = new Uint8Array(32)
  const heads = entries.map((entry) => {
    head = sha256(join(head, utf8(entry)))
    return hexOf(head)
  })
  return { heads }
})

export const integrityKinds = {
  'integrity.merkle': merkle,
  'integrity.commitment': commitment,
  'integrity.hash_chain': hashChain,
}
