import { NEEDED } from './read-bundle.ts'
import type { BundleFiles } from './bundle-files.ts'
import { count, list, object, parse, text } from './shape.ts'
import type { Report } from './report.ts'
import { bytesOf, sha256 } from './sha256.ts'

const SCHEMA = 'imtiyaz.bundle/1'

/** The manifest has the form that is read here, names every file with its exact hash and length, and no file lies beside it unnamed. */
export function checkFiles(files: BundleFiles, report: Report): void {
  const content = files.get('manifest.json')
  if (content === undefined) return report.fail('manifest', 'manifest.json is missing from the bundle')
  const manifest = object(parse(content, 'manifest.json'), 'manifest.json')
  if (manifest['schema'] !== SCHEMA) report.fail('manifest', `the bundle is not of the form ${SCHEMA}`)
  const named = new Set(['manifest.json'])
  for (const [at, one] of list(manifest['files'], 'manifest files').entries()) {
    const row = object(one, `manifest files[${at}]`)
    const name = text(row['name'], `manifest files[${at}].name`)
    const found = files.get(name)
    named.add(name)
    if (found === undefined) report.fail('manifest', `${name} is named in the manifest and missing`)
    else {
      const bytes = bytesOf(found)
      const same = sha256(bytes) === row['sha256'] && bytes.length === count(row['bytes'], name)
      report.check(
        'manifest',
        same,
        `${name} has the hash of the manifest`,
        `${name} is not the file that the manifest names`,
      )
    }
  }
  for (const name of NEEDED)
    if (!named.has(name)) report.fail('manifest', `the manifest does not name ${name}`)
  for (const name of files.keys())
    if (!named.has(name)) report.fail('manifest', `${name} lies in the bundle and is not in the manifest`)
}
