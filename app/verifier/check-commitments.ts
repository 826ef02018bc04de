import type { Bundle, Listed, Sheet } from './bundle.ts'
import { checkVersions, ownRules } from './own-rules.ts'
import { statusOf } from './rounds.ts'
import type { Report } from './report.ts'
import { bytesOf, fromHex, hexOf, joined, sha256, sha256Bytes } from './sha256.ts'
import { canonical } from './shape.ts'

/** RFC 6962: leaves under 0x00, nodes under 0x01; each level pairs left to right and carries an odd last one up. */
export function merkleRoot(leaves: readonly Uint8Array[]): string {
  const digest = (kind: 0 | 1, ...parts: readonly Uint8Array[]): Uint8Array =>
    sha256Bytes(joined(Uint8Array.of(kind), ...parts))
  if (leaves.length === 0) return sha256('')
  let level = leaves.map((leaf) => digest(0, leaf))
  while (level.length > 1) {
    const above: Uint8Array[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]]
      if (left) above.push(right ? digest(1, left, right) : left)
    }
    level = above
  }
  return hexOf(level[0] ?? new Uint8Array())
}

function checkList(bundle: Bundle, report: Report): void {
  const hashes = bundle.listed.map((row) => row.commitment)
  const malformed = hashes.filter((hash) => !/^[0-9a-f]{64}$/.test(hash))
  if (malformed.length > 0) return report.fail('commitments', `not a SHA-256: ${malformed[0]}`)
  const inOrder = hashes.every((hash, at) => at === 0 || (hashes[at - 1] ?? '') < hash)
  report.check(
    'commitments',
    inOrder,
    `${hashes.length} commitments, sorted, each once`,
    'the commitments are not sorted or one appears twice',
  )
  report.check(
    'commitments',
    bundle.size === hashes.length,
    'their number is the stated one',
    `${hashes.length} commitments, ${bundle.size} stated`,
  )
  const root = merkleRoot(hashes.map(fromHex))
  report.check(
    'merkle-root',
    root === bundle.root,
    `Merkle root ${root}`,
    `the Merkle root of the list is ${root}, the stated one ${bundle.root}`,
  )
}

type Known = {
  readonly campaign: unknown
  readonly listed: ReadonlyMap<string, Listed>
  readonly categoryOf: ReadonlyMap<string, string>
  readonly ruleOf: ReturnType<typeof ownRules>
  readonly statusOf: (sheet: Sheet) => string
}

function knownFrom(bundle: Bundle): Known {
  return {
    campaign: bundle.manifest['id'],
    listed: new Map(bundle.listed.map((row) => [row.commitment, row])),
    categoryOf: new Map(
      bundle.results.flatMap(({ category, lines, plenary }) =>
        [...lines, ...plenary].map(({ nomination }) => [nomination, category] as const),
      ),
    ),
    ruleOf: ownRules(bundle),
    statusOf: (sheet) => statusOf(bundle, sheet),
  }
}

/** Everything that one opened sheet contradicts. */
function sheetFaults(sheet: Sheet, known: Known): string[] {
  const { commitment, salt, record } = sheet
  const faults: string[] = []
  const preimage = joined(bytesOf('award.score-sheet.v1\0'), fromHex(salt), bytesOf(canonical(record)))
  if (!/^[0-9a-f]{64}$/.test(salt) || sha256(preimage) !== commitment)
    faults.push('does not open its commitment')
  const row = known.listed.get(commitment)
  if (!row) faults.push('is not in the list of commitments')
  else if (row.status !== known.statusOf(sheet)) faults.push(`is opened although it is ${row.status}`)
  else if (row.nomination !== null && row.nomination !== record['nomination'])
    faults.push('is listed for another nomination')
  if (record['campaign'] !== known.campaign) faults.push('belongs to another campaign')
  const category = known.categoryOf.get(`${record['nomination']}`)
  if (category === undefined || known.ruleOf(sheet, category) === undefined)
    faults.push('was scored under another rubric')
  return faults
}

/** Each opened sheet hashes to a counted commitment, under a rubric of its own category that the bundle carries. */
export function checkCommitments(bundle: Bundle, report: Report): void {
  checkList(bundle, report)
  checkVersions(bundle, report)
  const known = knownFrom(bundle)
  const seen = new Set<string>()
  let broken = 0
  for (const sheet of bundle.sheets) {
    const faults = sheetFaults(sheet, known)
    if (seen.has(sheet.commitment)) faults.push('appears twice')
    seen.add(sheet.commitment)
    broken += faults.length
    for (const fault of faults) report.fail('sheets', `sheet ${sheet.commitment.slice(0, 12)} ${fault}`)
  }
  if (broken === 0) report.pass('sheets', `${bundle.sheets.length} opened sheets match their commitments`)
  checkNoneDropped(bundle, report, seen)
}

/** What of an opened nomination is opened: what counts, and what counted in the first of two rounds. */
const OPENED = new Set(['counted', 'first_round'])

/** A counted commitment of an opened nomination that is not opened would be a sheet left out of the score. */
function checkNoneDropped(bundle: Bundle, report: Report, opened: ReadonlySet<string>): void {
  if (bundle.rules.level !== 'L2') return
  const open = new Set(
    bundle.results.flatMap((result) =>
      [...result.lines.filter((line) => line.opened), ...result.plenary].map(({ nomination }) => nomination),
    ),
  )
  const dropped = bundle.listed.filter(
    (row) => OPENED.has(row.status) && open.has(row.nomination ?? '') && !opened.has(row.commitment),
  )
  for (const row of dropped)
    report.fail(
      'sheets',
      `sheet ${row.commitment.slice(0, 12)} of ${row.nomination} was counted and is not opened`,
    )
  if (dropped.length === 0) report.pass('sheets', 'no counted sheet of an opened nomination is left out')
}
