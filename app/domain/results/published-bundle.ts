import { hexOf, utf8 } from '../audit/bytes.ts'
import type { Hash } from '../audit/bytes.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { BundleFile } from './bundle.ts'
import type { BundleInput } from './bundle-input.ts'

type Published = {
  readonly campaign: {
    readonly id: string
    readonly year: number
    readonly regulationVersion: number
    readonly regulationHash: string | null
  }
  readonly minutes: BundleInput['minutes']
  readonly files: readonly BundleFile[]
}

/**
 * The public entry that binds a results bundle to the log: the SHA-256 of its manifest, which names every other file, and
 * in plain words what stands in one file alone, so that a change of it is named and not only seen. `minutes` are
 * `number=SHA-256`. Null: the bundle has no manifest.
 */
export function publishedBundle({ campaign, minutes, files }: Published, hash: Hash): EntryDraft | null {
  const manifest = files.find(({ name }) => name === 'manifest.json')
  if (!manifest) return null
  const { id, year, regulationVersion, regulationHash } = campaign
  return {
    act: 'bundlePublished',
    subject: { type: 'campaign', id },
    campaignId: id,
    facts: {
      manifest: hexOf(hash(utf8(manifest.content))),
      year,
      regulationVersion,
      ...(regulationHash === null ? {} : { regulationHash }),
      minutes: minutes.map(({ number, sha256 }) => `${number}=${sha256}`),
    },
  }
}
