import type { Bundle } from './bundle.ts'
import type { Report } from './report.ts'

/** Series, year and sequence: `EMT-2026-0012` of a nomination, `PV-2026-0001` of minutes. */
const NUMBERED = /^[A-Z]{2,5}-(\d{4})-\d+(?:=|$)/

/** References and numbers of minutes bear the year in which they were given: it is the one of the manifest. */
export function checkYear(bundle: Bundle, report: Report): void {
  const year = String(bundle.manifest['year'])
  const references = bundle.results.flatMap(({ lines, plenary }) =>
    [...lines, ...plenary].map(({ fields }) => fields['reference']),
  )
  const numbered = [...references, ...bundle.minutes].filter((one) => typeof one === 'string')
  const astray = numbered.filter((one) => (NUMBERED.exec(one)?.[1] ?? year) !== year)
  report.check(
    'year',
    astray.length === 0,
    `the references and minutes are of ${year}, as the edition`,
    `${astray[0]} is not of the year ${year} that the manifest states`,
  )
}
