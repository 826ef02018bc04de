import { isSignedBy, type LogKey, readKey, readNote } from './note.ts'
import { Report } from './report.ts'
import { BundleFault, count, type Json, object, parse, text, texts } from './shape.ts'
import { leafOf, nodeOf } from './tree.ts'

/** What a juror downloaded after sealing: the entry of the log, its place, and the path to a signed root. */
export type Receipt = {
  readonly commitment: string
  readonly index: number
  readonly entry: string
  readonly proof: { readonly size: number; readonly path: readonly string[]; readonly note: string } | null
  readonly key: string
}

const SCHEMA = 'imtiyaz.sheet-receipt/1'

function proofFrom(value: Json | undefined, place: string): Receipt['proof'] {
  if (value === null) return null
  const proof = object(value, place)
  return {
    size: count(proof['size'], `${place} size`),
    path: texts(proof['path'], `${place} path`),
    note: text(proof['note'], `${place} note`),
  }
}

export function receiptFromText(content: string, name: string): Receipt {
  const receipt = object(parse(content, name), name)
  if (receipt['schema'] !== SCHEMA) throw new BundleFault(`${name} is not a receipt (schema ${SCHEMA})`)
  return {
    commitment: text(receipt['commitment'], `${name} commitment`),
    index: count(receipt['index'], `${name} index`),
    entry: text(receipt['entry'], `${name} entry`),
    proof: proofFrom(receipt['proof'], `${name} proof`),
    key: text(receipt['key'], `${name} key`),
  }
}

/** On which side of the entry each part of its path stands, from the leaf up (RFC 9162, 2.1.3.2). */
function sidesOf(index: number, size: number): readonly ('left' | 'right')[] {
  const sides: ('left' | 'right')[] = []
  let [at, last] = [index, size - 1]
  while (last > 0) {
    if (at % 2 === 1 || at === last) {
      sides.push('left')
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else sides.push('right')
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return sides
}

/** The entry must be the one that the commitment was logged with, at the place that the receipt names. */
function checkEntry({ entry, index, commitment }: Receipt, report: Report): void {
  const told = object(parse(entry, 'the entry'), 'the entry')
  report.check(
    'entry',
    told['treeIndex'] === index,
    `the entry names its place, ${index}`,
    `the entry names another place than ${index}`,
  )
  const facts = object(told['facts'], 'the facts of the entry')
  report.check(
    'commitment',
    facts['commitment'] === commitment,
    `the entry holds the commitment ${commitment}`,
    'the entry holds another commitment',
  )
}

function checkPath(receipt: Receipt, size: number, root: Buffer, report: Report): void {
  const { index, entry, proof } = receipt
  const path = proof?.path ?? []
  if (index >= size)
    return report.fail('proof', `place ${index} is beyond the ${size} entries that were signed`)
  const sides = sidesOf(index, size)
  if (path.length < sides.length)
    return report.fail('proof', `the proof is cut: ${path.length} parts, ${sides.length} needed`)
  if (path.length > sides.length)
    return report.fail('proof', `the proof has ${path.length} parts, ${sides.length} needed`)
  const malformed = path.find((part) => !/^[0-9a-f]{64}$/.test(part))
  if (malformed !== undefined)
    return report.fail('proof', `a part of the proof is not a SHA-256: ${malformed}`)
  const found = path.reduce(
    (node, part, at) => {
      const other = Buffer.from(part, 'hex')
      return sides[at] === 'left' ? nodeOf(other, node) : nodeOf(node, other)
    },
    leafOf(Buffer.from(entry)),
  )
  report.check(
    'proof',
    found.equals(root),
    `the entry stands at place ${index} among the ${size} that were signed`,
    'the proof does not lead from the entry to the signed root',
  )
}

function checkProof(receipt: Receipt, key: LogKey, report: Report): void {
  if (receipt.proof === null)
    return report.fail('proof', 'no checkpoint covers the entry yet: download the receipt again')
  const head = readNote(receipt.proof.note, 'the checkpoint')
  if (head.origin !== key.name)
    return report.fail('checkpoint', `the checkpoint belongs to another log, ${head.origin}`)
  if (!isSignedBy(head, key)) return report.fail('checkpoint', `the checkpoint is not signed by ${key.line}`)
  report.check(
    'checkpoint',
    head.size === receipt.proof.size,
    `a checkpoint of ${head.size} entries, signed by ${key.line}`,
    `the checkpoint is of ${head.size} entries, ${receipt.proof.size} stated`,
  )
  checkPath(receipt, head.size, head.root, report)
}

/** All checks on one receipt; `key`, when given, is the published one, and the receipt must name the same. */
export function verifyReceipt(receipt: Receipt, key: string | null): Report {
  const report = new Report()
  try {
    const known = readKey(key ?? receipt.key)
    if (key === null)
      report.pass('key', `taken from the file itself, ${known.line}: compare it with the published one`)
    else
      report.check(
        'key',
        receipt.key === known.line,
        'the receipt names the key that was given',
        'the receipt names another key',
      )
    checkEntry(receipt, report)
    checkProof(receipt, known, report)
  } catch (error) {
    report.fail('receipt', error instanceof Error ? error.message : String(error))
  }
  return report
}
