import type { Bundle, CategoryResult, CategoryRule, Line } from './bundle.ts'
import { order } from './fraction.ts'
import { type MatrixRow, readMatrix } from './matrix.ts'
import { checkCut } from './check-cut.ts'
import { checkShort } from './check-short.ts'
import { sheetsOf, type Told } from './matrix-sheets.ts'
import { ownRules } from './own-rules.ts'
import { sheetValue } from './recompute.ts'
import type { Report } from './report.ts'
import { canonical, count, object, text } from './shape.ts'

/** One line for what holds of every row, or one for each that breaks it. */
function checkRows(
  { rows, report }: Told,
  sentence: string,
  faultOf: (row: MatrixRow) => string | null,
): void {
  let broken = 0
  for (const row of rows) {
    const fault = faultOf(row)
    if (fault === null) continue
    broken += 1
    report.fail('matrix', `sheet ${row.commitment.slice(0, 12)} ${fault}`)
  }
  if (broken === 0) report.pass('matrix', sentence)
}

/** What the matrix must hold: every sheet of the result and of the first of two rounds. */
const OPENED = new Set(['counted', 'first_round'])

/** The rows are the counted commitments of the bundle, each once, and a juror has one sheet for a nomination. */
function checkCover(told: Told): void {
  const { bundle, rows, report } = told
  const listed = new Map(bundle.listed.map((row) => [row.commitment, row]))
  const seen = new Set<string>()
  const cells = new Set<string>()
  checkRows(told, `${rows.length} rows, each a counted commitment of the bundle`, (row) => {
    const known = listed.get(row.commitment)
    if (!known) return 'is not in the list of commitments'
    if (known.status !== (row.isFirstRound ? 'first_round' : 'counted'))
      return `is in the matrix although it is ${known.status}`
    if (known.nomination !== null && known.nomination !== row.nomination)
      return 'is listed for another nomination'
    return null
  })
  checkRows(told, 'no row stands twice, and no juror has two sheets for one nomination', (row) => {
    const cell = `${row.nomination} ${row.juror} ${row.isFirstRound}`
    const isTwice = seen.has(row.commitment) || cells.has(cell)
    seen.add(row.commitment)
    cells.add(cell)
    return isTwice ? 'stands twice, or is a second sheet of one juror for one nomination' : null
  })
  const left = bundle.listed.filter((row) => OPENED.has(row.status) && !seen.has(row.commitment))
  for (const row of left)
    report.fail('matrix', `sheet ${row.commitment.slice(0, 12)} was counted and has no row`)
  if (left.length === 0) report.pass('matrix', 'no counted sheet is left out')
}

/** The category of every nomination that has sheets. */
const categoriesOf = ({ results }: Bundle): ReadonlyMap<string, string> =>
  new Map(
    results.flatMap(({ category, lines, firstRound }) =>
      [...lines.map((line) => line.nomination), ...(firstRound?.stopped ?? [])].map(
        (nomination) => [nomination, category] as const,
      ),
    ),
  )

/** An opened sheet says the same levels in the matrix; every other row stays on the scale of its category. */
function checkLevels(told: Told): void {
  const { bundle } = told
  const opened = new Map(
    bundle.sheets.map((sheet) => [sheet.commitment, canonical(sheet.record['levels'] ?? null)]),
  )
  const categories = categoriesOf(bundle)
  checkRows(
    told,
    `${opened.size} opened sheets have the same levels, the others stay on their scale`,
    (row) => {
      const own = opened.get(row.commitment)
      if (own !== undefined)
        return own === canonical(row.levels) ? null : 'has other levels than where it is opened'
      const scales = scalesOf(bundle, categories.get(row.nomination) ?? '')
      return scales.some((rule) => isOnScale(rule, row)) ? null : 'has a level off the scale of its category'
    },
  )
}

/** Of several versions of the rules each row says which rubric judges it, and an opened sheet the same as where it is opened. */
function checkRubrics(told: Told): void {
  const { bundle } = told
  const ruleOf = ownRules(bundle)
  const opened = new Map(
    bundle.sheets.map(({ commitment, record }) => [commitment, record['rubric'] ?? null]),
  )
  const categories = categoriesOf(bundle)
  checkRows(told, 'each row is judged by the rubric that it was sealed under', ({ rubric, ...row }) => {
    if (rubric === null)
      return bundle.earlier.length > 0 ? 'does not say under which rubric it was sealed' : null
    const own = opened.get(row.commitment)
    if (own !== undefined && own !== rubric) return 'names another rubric than where it is opened'
    const sheet = { commitment: row.commitment, salt: '', record: { rubric } }
    return ruleOf(sheet, categories.get(row.nomination) ?? '') ? null : 'names a rubric that no version has'
  })
}

const scalesOf = (bundle: Bundle, category: string): CategoryRule[] =>
  [bundle.rules, ...bundle.earlier].flatMap(({ categories }) => categories.get(category) ?? [])

const isOnScale = (rule: CategoryRule, { levels }: MatrixRow): boolean =>
  Object.entries(levels).every(([code, level]) => {
    const criterion = rule.criteria.find((one) => one.code === code)
    return criterion !== undefined && (level === null || criterion.points.has(`${String(level)}`))
  })

/** Who judged both is what the published bundle cannot tell: the stated duel is counted again. */
function checkDuel(told: Told, rule: CategoryRule, { nomination, fields }: Line): boolean {
  if (fields['headToHead'] === null || fields['headToHead'] === undefined) return false
  const stated = object(fields['headToHead'], `${nomination} headToHead`)
  const against = text(stated['against'], `${nomination} headToHead`)
  const [own, other] = [sheetsOf(told, rule, nomination), sheetsOf(told, rule, against)]
  const signs = [...own].flatMap(([juror, sheet]) => {
    const facing = other.get(juror)
    const [a, b] = [sheetValue(sheet), facing ? sheetValue(facing) : null]
    return a && b ? [order(a, b)] : []
  })
  const found = [
    signs.length,
    signs.filter((sign) => sign > 0).length,
    signs.filter((sign) => sign < 0).length,
  ]
  const said = ['common', 'forFirst', 'forSecond'].map((key) => count(stated[key], `${nomination} ${key}`))
  told.report.check(
    'matrix',
    found.join() === said.join(),
    `${nomination}: head-to-head against ${against}, ${found.join(', ')}`,
    `${nomination}: the head-to-head against ${against} is ${found.join(', ')}, stated ${said.join(', ')}`,
  )
  return true
}

/** Of a nomination that is not opened only its number of sheets is stated: those of the matrix that count. */
function checkClosed(told: Told, result: CategoryResult, rule: CategoryRule): void {
  for (const { nomination, fields } of result.lines.filter((line) => !line.opened)) {
    const sheets = sheetsOf(told, rule, nomination)
    if (fields['sheets'] === undefined) continue
    const counted = [...sheets.values()].filter((sheet) => sheetValue(sheet) !== null).length
    told.report.check(
      'matrix',
      counted === count(fields['sheets'], `${nomination} sheets`),
      `${nomination}: ${counted} sheets that count`,
      `${nomination}: ${counted} sheets that count, stated ${String(fields['sheets'])}`,
    )
  }
}

/**
 * Level L3: the matrix that a bound auditor receives beside the published bundle. It adds two things that the bundle
 * keeps back: which sheets come from one juror, under a pseudonym, and the levels of the sheets that are not opened. It
 * must be the bundle's own sheets, none missing and none besides, and bear out what rests on them alone.
 */
export function checkMatrix(content: string, bundle: Bundle, report: Report): void {
  const matrix = readMatrix(content)
  report.check(
    'matrix',
    matrix.campaign === bundle.manifest['id'],
    `${new Set(matrix.rows.map((row) => row.juror)).size} jurors under a pseudonym`,
    'the matrix belongs to another campaign',
  )
  const told = { bundle, rows: matrix.rows, eligible: matrix.eligible, report }
  checkCover(told)
  checkLevels(told)
  checkRubrics(told)
  for (const result of bundle.results) {
    const rule = bundle.rules.categories.get(result.category)
    if (!rule) continue
    const duels = result.lines.filter((line) => line.opened && checkDuel(told, rule, line))
    if (duels.length === 0) report.pass('matrix', `${result.category}: no head-to-head to count again`)
    checkClosed(told, result, rule)
    checkCut(told, result, rule)
    checkShort(told, result, rule)
  }
}
