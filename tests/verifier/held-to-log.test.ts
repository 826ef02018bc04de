import { createHash, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signerFrom } from '#app/adapters/crypto/signer.server.ts'
import { hexOf, utf8 } from '#app/domain/audit/bytes.ts'
import { canonicalJson } from '#app/domain/audit/canonical-json.ts'
import { signedCheckpoint } from '#app/domain/audit/checkpoint.ts'
import { leafHash, treeRoot } from '#app/domain/audit/log.ts'
import { publishedBundle } from '#app/domain/results/published-bundle.ts'
import { holdToLog } from '#app/verifier/hold-to-log.ts'
import { logFromText } from '#app/verifier/open-log.ts'
import { Report } from '#app/verifier/report.ts'
import { verify } from '#app/verifier/verify.ts'
import { type Files, forge, honest, read } from './forge.ts'

/* eslint-disable @typescript-eslint/no-explicit-any -- (tampering) the files are bent in ways that no type allows */
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const secret = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' })
const signer = signerFrom(secret.toString('base64'), 'test.example/log')

/** What the platform logs when it publishes these files. */
function publicationOf(files: Files) {
  const frozen = read(files, 'regulation.json')
  const entry = publishedBundle(
    {
      campaign: {
        id: read(files, 'manifest.json').id,
        year: read(files, 'manifest.json').year,
        regulationVersion: frozen.version,
        regulationHash: frozen.sha256,
      },
      minutes: read(files, 'minutes.json'),
      files: [...files].map(([name, content]) => ({ name, content })),
    },
    sha256,
  )
  return entry ?? expect.fail('the bundle has no manifest')
}

/** A log of which the texts in `told` are public, signed at its end. */
function logOf(...told: readonly (object | null)[]) {
  const texts = told.map((entry, treeIndex) => {
    const text = canonicalJson({ ...(entry ?? { act: 'signedIn' }), treeIndex } as never)
    return text.ok ? text.value : expect.fail(text.reason)
  })
  const leaves = texts.map((text) => leafHash(sha256, utf8(text)))
  const head = { size: leaves.length, root: treeRoot(sha256, leaves) }
  const note = signedCheckpoint(head, signer, sha256, base64)
  const lines = texts.map((entry, index) => ({
    index,
    leaf: hexOf(leaves[index] ?? new Uint8Array()),
    ...(told[index] === null ? {} : { entry }),
  }))
  const all = [
    { schema: 'imtiyaz.log/1', key: signer.verifierKey, size: leaves.length },
    ...lines,
    { checkpoint: note.ok ? note.value : '' },
  ]
  return logFromText(all.map((line) => JSON.stringify(line)).join('\n'), 'log')
}
const entryOf = (files: Files) => {
  const { act, campaignId, facts, subject } = publicationOf(files)
  return { act, campaign: campaignId, facts, subject, at: '2026-06-01T08:00:00.000Z' }
}
const published = logOf(null, entryOf(honest), null)

function failures(files: Files, log = published): string[] {
  const report = new Report()
  holdToLog(files, log, { key: signer.verifierKey, checkpoints: [] }, report)
  return report.failures.map(({ about, sentence }) => `${about}: ${sentence}`)
}

/** Bends one file, writes a manifest that fits, and then the manifest itself: nothing in the bundle is left to differ. */
const rewritten = (
  file: string,
  change: (content: any) => void,
  about: (manifest: any) => void = () => {},
) => {
  const forged = forge(honest, file, change)
  const manifest = read(forged, 'manifest.json')
  about(manifest)
  return forged.set('manifest.json', JSON.stringify(manifest))
}
const OTHER_MANIFEST = expect.stringMatching(/^published: manifest\.json has the hash/)

describe('a bundle held to the log', () => {
  it('is confirmed as it was published', () => {
    expect(verify(honest).failures).toEqual([])
    expect(failures(honest)).toEqual([])
  })

  it('is named when its year was altered, also with every number that bears it', () => {
    const forged = rewritten(
      'minutes.json',
      (minutes) => minutes.forEach((one: any) => (one.number = one.number.replace('2026', '2027'))),
      (manifest) => (manifest.year = 2027),
    )
    expect(failures(forged)).toEqual([
      'published: the year of the edition: 2027 in the bundle, 2026 when it was published',
      expect.stringMatching(/^published: the minutes: PV-2027-1=.* in the bundle, PV-2026-1=/),
      OTHER_MANIFEST,
    ])
  })

  it('is named when the version of its regulation was altered, which nothing else in it shows', () => {
    const forged = rewritten('regulation.json', (frozen) => (frozen.version += 1))
    expect(verify(forged).failures).toEqual([])
    const { version } = read(honest, 'regulation.json')
    expect(failures(forged)).toEqual([
      `published: the version of the regulation: ${version + 1} in the bundle, ${version} when it was published`,
      OTHER_MANIFEST,
    ])
  })

  it('is named when its minutes got another number, another hash, or are fewer', () => {
    const renumbered = rewritten('minutes.json', (minutes) => (minutes[0].number = 'PV-2026-2'))
    expect(verify(renumbered).failures).toEqual([])
    const other = expect.stringMatching(/^published: the minutes: .* when it was published$/)
    expect(failures(renumbered)).toEqual([other, OTHER_MANIFEST])
    expect(failures(rewritten('minutes.json', (minutes) => (minutes[0].sha256 = 'bb'.repeat(32))))).toEqual([
      other,
      OTHER_MANIFEST,
    ])
    expect(failures(rewritten('minutes.json', (minutes) => minutes.pop()))).toEqual([other, OTHER_MANIFEST])
  })

  it('is named when anything else of it was written anew, and when its edition was never published', () => {
    expect(
      failures(
        rewritten(
          'advisory.json',
          () => {},
          (manifest) => (manifest.synthetic = false),
        ),
      ),
    ).toEqual([OTHER_MANIFEST])
    const absent = 'published: the log holds no publication of files of the edition campaign-1'
    expect(failures(honest, logOf(null, null))).toEqual([absent])
    expect(failures(honest, logOf({ ...entryOf(honest), campaign: 'campaign-2' }))).toEqual([absent])
    expect(failures(new Map())).toEqual([
      'published: nothing to compare with the log: regulation.json is missing from the bundle',
    ])
  })

  it('is held to the newest publication, and to a log that itself stands', () => {
    const again = rewritten('minutes.json', (minutes) => (minutes[0].number = 'PV-2026-2'))
    const log = logOf(entryOf(honest), entryOf(again))
    expect(failures(again, log)).toEqual([])
    expect(failures(honest, log)).toHaveLength(2)
    const forgedLog = {
      ...published,
      lines: published.lines.map((line) => ({
        ...line,
        entry:
          line.entry && line.entry.replace(/"manifest":"[0-9a-f]{64}"/, `"manifest":"${'0'.repeat(64)}"`),
      })),
    }
    expect(failures(honest, forgedLog)).toContain(
      'entries: entry 1 was changed: its text is not the one that was hashed',
    )
  })
})

describe('the year of a bundle', () => {
  it('is the one that its references and minutes bear', () => {
    const altered = rewritten(
      'minutes.json',
      () => {},
      (manifest) => (manifest.year = 2027),
    )
    expect(verify(altered).failures.map(({ about }) => about)).toEqual(['year'])
  })
})
