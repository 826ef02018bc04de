import type { Bundle } from './bundle.ts'
import type { BundleFiles } from './bundle-files.ts'
import type { Report } from './report.ts'
import { list, object, parse, text, textOrNull } from './shape.ts'

const NAME = 'advisory.json'

/** Clear from 0.9, out up to 0.1, open between; the texts have six decimals. */
function classOf(probability: string): string {
  const parts = BigInt(probability.replace('.', ''))
  if (parts >= 900_000n) return 'clear'
  return parts <= 100_000n ? 'out' : 'open'
}

/**
 * The advisory file, where there is one: about opened nominations only, each class as its probability says. Its figures
 * rest on who wrote which sheet, which the bundle does not tell: they are not recomputed, and no result rests on them.
 */
export function checkAdvice(files: BundleFiles, bundle: Bundle, report: Report): void {
  const content = files.get(NAME)
  if (content === undefined) return
  report.check(
    'advice',
    bundle.rules.level !== 'L0',
    'the level of publication has advisory figures',
    'level L0 publishes no advisory figure',
  )
  const opened = new Set(
    bundle.results.flatMap((result) =>
      result.lines.filter((line) => line.opened).map((line) => line.nomination),
    ),
  )
  for (const [at, one] of list(parse(content, NAME), NAME).entries()) {
    const place = `${NAME}[${at}]`
    const line = object(one, place)
    const rows = list(line['nominations'], `${place}.nominations`).map((row) => object(row, place))
    const sound = rows.every((row) => {
      const [probability, named] = [textOrNull(row['probability'], place), textOrNull(row['class'], place)]
      const isConsistent =
        probability === null
          ? named === null
          : /^[01]\.\d{6}$/.test(probability) && classOf(probability) === named
      return isConsistent && opened.has(text(row['nomination'], place))
    })
    report.check(
      'advice',
      sound,
      `${text(line['category'], place)}: advisory classes follow their probabilities; advisory figures are not recomputed`,
      `${text(line['category'], place)}: an advisory class contradicts its probability or names what is not opened`,
    )
  }
}
