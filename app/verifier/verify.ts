import { readBundle } from './read-bundle.ts'
import { checkAdvice } from './check-advice.ts'
import { checkCommitments } from './check-commitments.ts'
import { checkDecisions } from './check-decisions.ts'
import { checkFirstRound } from './check-first-round.ts'
import { checkFiles } from './check-files.ts'
import { checkFlags } from './check-flags.ts'
import { checkMatrix } from './check-matrix.ts'
import { checkPlenary } from './check-plenary.ts'
import { checkResults } from './check-results.ts'
import { checkYear } from './check-year.ts'
import type { BundleFiles } from './bundle-files.ts'
import { Report } from './report.ts'

/**
 * All checks on one bundle, and on the auditor's matrix where there is one. A bundle that cannot be read is itself a
 * failed check, never an exception.
 */
export function verify(files: BundleFiles, matrix: string | null = null): Report {
  const report = new Report()
  try {
    checkFiles(files, report)
    const bundle = readBundle(files)
    checkYear(bundle, report)
    checkCommitments(bundle, report)
    checkResults(bundle, report)
    checkFirstRound(bundle, report)
    checkPlenary(bundle, report)
    checkFlags(bundle, report)
    checkDecisions(bundle, report)
    checkAdvice(files, bundle, report)
    if (matrix !== null) checkMatrix(matrix, bundle, report)
  } catch (error) {
    report.fail('bundle', error instanceof Error ? error.message : String(error))
  }
  return report
}
