import type { Browser } from '@playwright/test'
import os from 'node:os'
import { launchChromium } from '#tests/e2e/support/browser.ts'
import globalSetup from '#tests/e2e/support/global-setup.ts'
import { LOCALES, type Locale } from '#app/i18n/locales.ts'
import { pagesFrom } from '#tests/e2e/support/site.ts'
import { WALKS } from '#tests/e2e/support/walks.ts'
import { type FirstView, firstView } from './first-view.ts'
import { answering, deciding, type Felt, filtering, growing, scoring, typing } from './work.ts'

/**
 * `npm run bench:pages`: the built product with its demonstration in Chromium, as felt. Public pages opened by a new
 * visitor on a simulated line of 1.6 Mbit/s and 150 ms, and then every public page in every language for its bytes, its
 * scripts and what shifts; keys on work pages on a processor slowed down four times. One JSON line a measure, with its
 * target; the exit code says whether every target was met. E2E_ORIGIN visits a product that already runs.
 */
type Line = { readonly page: string; readonly target: string; readonly met: boolean } & Readonly<
  Record<string, unknown>
>
const lines: Line[] = []
const tell = (line: Line): void => {
  lines.push(line)
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
const kB = (bytes: number): number => Math.round(bytes / 100) / 10

const RUNS = 3
/** Only the two pages that recompute a result have a module, and it is ours alone. */
const mayHave = (page: string): number => (/\/(verify|recompute)$/.test(page) ? 1 : 0)

function tellFirstView(page: string, runs: readonly FirstView[], most: number | null): void {
  const [view] = runs.toSorted((a, b) => a.largestPaint - b.largestPaint).slice(Math.floor(runs.length / 2))
  if (!view) throw new Error('no run')
  const shift = Math.max(...runs.map((one) => one.shift))
  const limits = [
    view.largestPaint < 1000,
    shift === 0,
    view.scripts.length <= mayHave(page),
    most === null || view.bytes <= most,
  ]
  const weight = most === null ? '' : `, at most ${kB(most)} kB`
  tell({
    page,
    kB: kB(view.bytes),
    requests: view.requests,
    largestPaintMs: Math.round(view.largestPaint),
    shift: Math.round(shift * 10_000) / 10_000,
    scripts: view.scripts,
    target: `largest paint under 1 s, nothing shifts, no framework script${weight}`,
    met: limits.every(Boolean),
  })
}

async function publicPages(browser: Browser): Promise<void> {
  const pages: readonly (readonly [string, number | null])[] = [
    ['/fr', 200_000],
    ['/ar', null],
    ['/zgh', null],
    ['/en', null],
    ['/fr/laureates', null],
    ['/ar/laureates', null],
    ['/fr/verify', null],
    ['/fr/open-data', null],
  ]
  for (const [page, most] of pages) {
    const runs: FirstView[] = []
    for (let run = 0; run < RUNS; run += 1) runs.push(await firstView(browser, page))
    tellFirstView(page, runs, most)
  }
}

/** Arabic has a face for each weight of its text; a page in Amazigh may quote Arabic beside its own letters. */
const MOST: Readonly<Record<Locale, number>> = { fr: 200_000, en: 200_000, ar: 240_000, zgh: 240_000 }

function tellWeight(page: string, { bytes, requests, shift, scripts }: FirstView, most: number): void {
  tell({
    page,
    kB: kB(bytes),
    requests,
    shift: Math.round(shift * 10_000) / 10_000,
    scripts,
    target: `nothing shifts, no framework script, at most ${kB(most)} kB`,
    met: shift === 0 && scripts.length <= mayHave(page) && bytes <= most,
  })
}

async function everyPublicPage(browser: Browser): Promise<void> {
  const [everyone] = WALKS
  if (!everyone) throw new Error('nobody walks the public pages')
  const context = await browser.newContext({ baseURL: process.env['E2E_ORIGIN'] ?? '' })
  const from = everyone.starts.map((start) => `/fr${start}`)
  const paths = await pagesFrom(await context.newPage(), from, 'fr', everyone.area)
  await context.close()
  for (const language of LOCALES)
    for (const path of paths) {
      const page = path.replace(/^\/fr(?=\/|$)/, `/${language}`)
      tellWeight(page, await firstView(browser, page, false), MOST[language])
    }
}

const tellFelt = (page: string, felt: Felt): void =>
  tell({
    page,
    ...felt,
    target: 'key to next paint under 100 ms on a processor 4 times slower',
    met: felt.interactions > 0 && felt.slowest < 100,
  })

const end = await globalSetup()
const browser = await launchChromium()
try {
  process.stderr.write(`${os.cpus().length} x ${os.cpus()[0]?.model ?? 'unknown'}, ${browser.version()}\n`)
  await publicPages(browser)
  await everyPublicPage(browser)
  tellFelt('score sheet, typing a comment', await typing(browser))
  tellFelt('score sheet, scoring by keyboard', await scoring(browser))
  tellFelt('dossier, typing an answer in Arabic', await answering(browser))
  tellFelt('dossier, typing at the end of a long answer', await growing(browser))
  tellFelt('screening, typing the grounds of a decision', await deciding(browser))
  tellFelt('office, typing into the filter of a list', await filtering(browser))
} finally {
  await browser.close()
  await end()
}
const missed = lines.filter(({ met }) => !met).length
process.stderr.write(
  missed === 0 ? 'Every target is met.\n' : `${missed} of ${lines.length} targets missed.\n`,
)
process.exit(missed === 0 ? 0 : 1)
