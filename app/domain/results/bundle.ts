import { fromHex, hexOf, utf8 } from '../audit/bytes.ts'
import type { Hash } from '../audit/bytes.ts'
import { canonicalJson } from '../audit/canonical-json.ts'
import type { JsonValue } from '../audit/canonical-json.ts'
import { leafHash, treeRoot } from '../audit/log.ts'
import type { Regulation } from '../campaign/regulation.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { canonicalHash } from '../scoring/rubric-hash.ts'
import { adviceFile } from './bundle-advice.ts'
import { decisionFile, openedNominations, resultsFile } from './bundle-content.ts'
import type { BundleInput } from './bundle-input.ts'

export type { BundleCategory, BundleInput, BundleSheet } from './bundle-input.ts'

export type BundleFile = { readonly name: string; readonly content: string }
export const BUNDLE_SCHEMA = 'imtiyaz.bundle/1'

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** The Merkle root over the sorted commitments, as fixed at the close of evaluation. Refused: no 32-byte hexadecimal. */
export function commitmentRoot(
  commitments: readonly string[],
  hash: Hash,
): Result<string, 'commitment-malformed'> {
  const leaves: Uint8Array[] = []
  for (const commitment of [...commitments].sort(byText)) {
    const bytes = fromHex(commitment)
    if (bytes?.length !== 32) return refuse('commitment-malformed', { commitment })
    leaves.push(leafHash(hash, bytes))
  }
  return ok(hexOf(treeRoot(hash, leaves)))
}

/**
 * Opened sheets stand in the order of their commitments, so that neither order nor neighbourhood links two sheets to
 * one juror. Only laureates and finalists are opened: the losing nominees' scores are published to themselves alone
 * (scoring.md section 7.4); of them the bundle shows how many sheets they had and those sheets' commitments, so that
 * each nominee can ask for the opening of its own and anyone sees that none was dropped.
 */
function sheetFiles(input: BundleInput, root: string): readonly (readonly [string, JsonValue])[] {
  const isOpen = input.regulation.publication.level === 'L2'
  const opened = openedNominations(input)
  const sheets = [...input.sheets].sort((a, b) => byText(a.commitment, b.commitment))
  const shown = sheets.filter(
    (sheet) =>
      isOpen &&
      (sheet.status === 'counted' || sheet.status === 'first_round') &&
      opened.has(sheet.record.nomination),
  )
  const showsCounts = input.regulation.publication.level !== 'L0'
  const listed = sheets.map(({ commitment, record, status }) => ({
    commitment,
    nomination: showsCounts ? record.nomination : null,
    status,
  }))
  return [
    ['sheets.json', shown.map(({ commitment, saltHex, record }) => ({ commitment, salt: saltHex, record }))],
    ['commitments.json', { size: listed.length, root, commitments: listed }],
  ]
}

/** The regulation of the result, then every earlier version under which a sheet was sealed, each with its hash. */
function regulationFile(input: BundleInput, hash: Hash): Result<JsonValue, 'not-canonical'> {
  const lines: { version: number; sha256: string; regulation: Regulation }[] = []
  const last = { version: input.regulationVersion, regulation: input.regulation }
  for (const { version, regulation } of [last, ...input.earlier]) {
    const digest = canonicalHash(regulation, hash)
    if (!digest.ok) return digest
    lines.push({ version, sha256: digest.value, regulation })
  }
  const [latest, ...earlier] = lines
  return ok({ ...latest, ...(earlier.length > 0 ? { earlier } : {}) })
}

/** The files of a results bundle as pure text, each named in `manifest.json` with its SHA-256 (scoring.md section 7.5). */
export function buildBundle(
  input: BundleInput,
  hash: Hash,
): Result<readonly BundleFile[], 'commitment-malformed' | 'not-canonical'> {
  const root = commitmentRoot(
    input.sheets.map((sheet) => sheet.commitment),
    hash,
  )
  if (!root.ok) return root
  const regulation = regulationFile(input, hash)
  if (!regulation.ok) return regulation
  const contents: readonly (readonly [string, JsonValue])[] = [
    ['regulation.json', regulation.value],
    ...sheetFiles(input, root.value),
    ['results.json', resultsFile(input)],
    ['decisions.json', decisionFile(input)],
    ['minutes.json', input.minutes],
    ...adviceFile(input),
  ]
  const files: BundleFile[] = []
  for (const [name, value] of contents) {
    const text = canonicalJson(value)
    if (!text.ok) return text
    files.push({ name, content: text.value })
  }
  const listed = files.map(({ name, content }) => ({
    name,
    sha256: hexOf(hash(utf8(content))),
    bytes: utf8(content).length,
  }))
  const manifest = canonicalJson({
    schema: BUNDLE_SCHEMA,
    ...input.campaign,
    level: input.regulation.publication.level,
    files: listed,
  })
  return manifest.ok ? ok([...files, { name: 'manifest.json', content: manifest.value }]) : manifest
}

/** The whole bundle as one JSON text (`{"files": {name: text}}`), for a single download. */
export const bundleText = (files: readonly BundleFile[]): string =>
  JSON.stringify({
    schema: BUNDLE_SCHEMA,
    files: Object.fromEntries(files.map(({ name, content }) => [name, content])),
  })
