import type { Bundle, CategoryRule, Sheet } from './bundle.ts'
import type { Report } from './report.ts'
import { sha256 } from './sha256.ts'
import { canonical } from './shape.ts'

/**
 * The rule that a sheet was sealed under, by the hash that it names: its category's in the regulation of the result or in
 * an earlier version. None: undefined.
 */
export function ownRules(bundle: Bundle): (sheet: Sheet, category: string) => CategoryRule | undefined {
  const known = new Map<string, CategoryRule>()
  for (const rules of [bundle.rules, ...bundle.earlier]) {
    for (const rule of rules.categories.values()) {
      const name = `${rule.code} ${sha256(canonical(rule.rubric))}`
      if (!known.has(name)) known.set(name, rule)
    }
  }
  return (sheet, category) => known.get(`${category} ${String(sheet.record['rubric'])}`)
}

/** Each version's text has the stated hash, and the earlier ones are earlier and each there once. */
export function checkVersions(bundle: Bundle, report: Report): void {
  const stated = sha256(canonical(bundle.regulation))
  report.check(
    'regulation',
    stated === bundle.regulationHash,
    `regulation ${stated}`,
    'the regulation is not the one whose hash is stated',
  )
  for (const [at, { version, hash, regulation }] of bundle.earlier.entries()) {
    const found = sha256(canonical(regulation))
    const before = at === 0 ? bundle.regulationVersion : (bundle.earlier[at - 1]?.version ?? 0)
    report.check(
      'regulation',
      found === hash && version < before,
      `earlier regulation ${version}, ${found}`,
      `the earlier regulation ${version} is not the one whose hash is stated, or is out of order`,
    )
  }
}
