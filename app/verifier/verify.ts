import { readBundle } from './read-bundle.ts'
import { checkAdvice } from './check-advice.ts'
import { checkCommitments } from './check-commitments.ts'
import { checkDecisions } from './check-decisions.ts'
import { checkFiles } from './check-files.ts'
import { checkResults } from './check-results.ts'
import type { BundleFiles } from './open-bundle.ts'
import { Report } from './report.ts'

/** All checks on one bundle. A bundle that cannot be read is itself a failed check, never an exception. */
export function verify(files: BundleFiles): Report {
  const report = new Report()
  try {
    checkFiles(files, report)
    const bundle = readBundle(files)
    checkCommitments(bundle, report)
    checkResults(bundle, report)
    checkDecisions(bundle, report)
    checkAdvice(files, bundle, report)
  } catch (error) {
    report.fail('bundle', error instanceof Error ? error.message : String(error))
  }
  return report
}
