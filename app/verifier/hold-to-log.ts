import type { Bundle } from './bundle.ts'
import type { BundleFiles } from './bundle-files.ts'
import type { LogFile } from './open-log.ts'
import { readBundle } from './read-bundle.ts'
import type { Report } from './report.ts'
import { sha256 } from './sha256.ts'
import { BundleFault, type JsonObject, object, parse } from './shape.ts'
import { type Outside, verifyLog } from './verify-log.ts'

/** The facts of the newest entry by which files of this campaign were published; the log tells it in clear. */
function publishedFacts({ lines }: LogFile, campaign: string): JsonObject | null {
  for (const { index, entry } of lines.toReversed()) {
    if (entry?.includes('"bundlePublished"') !== true) continue
    const told = object(parse(entry, `entry ${index}`), `entry ${index}`)
    if (told['act'] === 'bundlePublished' && told['campaign'] === campaign)
      return object(told['facts'], `the facts of entry ${index}`)
  }
  return null
}

/** What the bundle says of itself, under the names of the facts, each with what to call it. */
function statedBy(bundle: Bundle): readonly (readonly [fact: string, name: string, stated: string])[] {
  return [
    ['year', 'the year of the edition', String(bundle.manifest['year'])],
    ['regulationVersion', 'the version of the regulation', String(bundle.regulationVersion)],
    ['regulationHash', 'the regulation', bundle.regulationHash],
    ['minutes', 'the minutes', bundle.minutes.join(', ') || 'none'],
  ]
}

function compare(bundle: Bundle, manifest: string, facts: JsonObject, report: Report): void {
  for (const [fact, name, stated] of statedBy(bundle)) {
    const value = facts[fact]
    if (value === undefined) continue
    const logged = Array.isArray(value) ? value.map(String).join(', ') || 'none' : String(value)
    report.check(
      'published',
      stated === logged,
      `${name}: ${stated}, as it was published`,
      `${name}: ${stated} in the bundle, ${logged} when it was published`,
    )
  }
  const hash = sha256(manifest)
  report.check(
    'published',
    hash === facts['manifest'],
    'manifest.json is the one whose hash the log holds since the publication',
    `manifest.json has the hash ${hash}, the one that was published ${String(facts['manifest'])}`,
  )
}

/**
 * Holds a bundle to the log of acts: all checks of the log, then what its entry of publication says of the files. Whoever
 * rewrites a bundle together with its manifest is named by this, and by nothing that lies in the bundle.
 */
export function holdToLog(files: BundleFiles, log: LogFile, outside: Outside, report: Report): void {
  report.findings.push(...verifyLog(log, outside).findings)
  try {
    const bundle = readBundle(files)
    const campaign = String(bundle.manifest['id'])
    const facts = publishedFacts(log, campaign)
    if (facts === null)
      report.fail('published', `the log holds no publication of files of the edition ${campaign}`)
    else compare(bundle, files.get('manifest.json') ?? '', facts, report)
  } catch (error) {
    if (!(error instanceof BundleFault)) throw error
    report.fail('published', `nothing to compare with the log: ${error.message}`)
  }
}
