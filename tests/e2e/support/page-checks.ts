import type { Page } from '@playwright/test'
import axe from 'axe-core'
import type { Locale } from '#app/i18n/locales.ts'
import { focusFaults, forcedFaults, overflow, textFaults } from './access-checks.ts'
import { sameNames, smallTargets } from './control-checks.ts'
import { faintEdges } from './edge-checks.ts'
import { structureFaults } from './structure-checks.ts'

/** A key that nobody wrote comes back as it is. */
const KEY =
  /\b(common|errors|work|public|campaign|results|account|nomination|jury|secretariat|deliberation|documents)\.[a-z][A-Za-z]*\.[A-Za-z.-]+/

/** Everything that axe knows, and the size of targets (WCAG 2.2), which it looks at only when asked. */
const RULES = { rules: { 'target-size': { enabled: true } } }

/**
 * Bars that stay, laid where they begin, or set free again. Over a page that nobody scrolled they cover a part of one
 * target or another by chance; whether they cover what has the focus is looked at by `focusFaults`.
 */
const layBars = (page: Page, areLaid: boolean): Promise<void> =>
  page.evaluate((laid) => {
    for (const one of document.body.querySelectorAll<HTMLElement>('*'))
      if (laid && getComputedStyle(one).position === 'sticky') {
        one.style.setProperty('position', 'static')
        one.dataset['laid'] = ''
      } else if (!laid && one.dataset['laid'] !== undefined) {
        one.style.removeProperty('position')
        delete one.dataset['laid']
      }
  }, areLaid)

/** What axe finds with all its rules or with a few; it stays in the page until the next address. */
async function axeFaults(
  page: Page,
  only: readonly string[] | null = null,
  rules: axe.RunOptions = RULES,
): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source)
  const options = { resultTypes: ['violations'], ...(only ? { runOnly: [...only] } : rules) }
  await layBars(page, true)
  const { violations } = await page.evaluate(
    (asked) => (window as unknown as { readonly axe: typeof axe }).axe.run(document, asked as axe.RunOptions),
    options,
  )
  await layBars(page, false)
  return violations.map(
    ({ id, nodes }) =>
      `axe ${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
}

/** References, fingerprints and addresses that the text around them may turn over. */
const unguarded = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isolated = (at: Element | null): boolean =>
      at !== null &&
      at !== document.body &&
      (/isolate/.test(getComputedStyle(at).unicodeBidi) || isolated(at.parentElement))
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? ''
      const isCode = /\b[A-Z]{1,4}-?\d{2,4}-\d{2,}|\b[0-9a-f]{32,}\b|\S+@\S+\.\S+/.test(text)
      const parent = node.parentElement
      if (isCode && parent?.checkVisibility() && !parent.closest('script, style, pre') && !isolated(parent))
        found.push(text.trim().slice(0, 60))
    }
    return found
  })

async function languageFaults(page: Page, language: Locale): Promise<string[]> {
  const root = page.locator('html')
  const faults: string[] = []
  if ((await root.getAttribute('lang')) !== language) faults.push('lang')
  if ((await root.getAttribute('dir')) !== (language === 'ar' ? 'rtl' : 'ltr')) faults.push('dir')
  const title = await page.title()
  if (!/\S · \S/.test(title)) faults.push(`title ${JSON.stringify(title)}`)
  if ((await page.locator('h1').count()) !== 1) faults.push(`${await page.locator('h1').count()} h1`)
  const key = KEY.exec(await page.locator('body').innerText())
  if (key) faults.push(`message key ${key[0]}`)
  const bare = language === 'ar' ? await unguarded(page) : []
  if (bare.length > 0) faults.push(`not isolated: ${bare.slice(0, 3).join(' | ')}`)
  faults.push(...(await structureFaults(page)))
  faults.push(...(await sameNames(page)).map((same) => `called the same: ${same}`))
  return faults
}

const at = (where: string, faults: readonly string[]): string[] => faults.map((fault) => `${where}, ${fault}`)

/** The page on narrow screens: 320 px is a screen of 1280 px magnified four times. */
async function narrowFaults(page: Page, widths: readonly number[]): Promise<string[]> {
  const faults: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const out = await overflow(page)
    if (out !== null) faults.push(`overflow at ${width}: ${out}`)
  }
  return faults
}

/** What depends on the layout and not on the words: looked at in one language for each direction of writing. */
async function layoutFaults(page: Page): Promise<string[]> {
  const wide = [...at('target', await smallTargets(page))]
  wide.push(...(await textFaults(page)), ...(await focusFaults(page)))
  const narrow = await narrowFaults(page, [390, 320])
  narrow.push(...at('target at 320', await smallTargets(page)))
  narrow.push(...at('at 320', [...(await axeFaults(page, ['target-size'])), ...(await focusFaults(page))]))
  await page.emulateMedia({ forcedColors: 'active' })
  const forced = await forcedFaults(page)
  await page.emulateMedia({ forcedColors: 'none' })
  return [...wide, ...narrow, ...at('forced colours', forced)]
}

/**
 * Words, axe and 320 px, once: for components that the walks look at, in a state that few pages have. Without the size of
 * targets: a bar that stays covers a part of one or another, wherever the page happens to stand.
 */
export async function mainFaultsOf(page: Page, path: string, language: Locale): Promise<string[]> {
  await page.setViewportSize({ width: 1440, height: 900 })
  const answer = await page.goto(path)
  const faults = answer?.status() === 200 ? [] : [`status ${answer?.status()}`]
  faults.push(...(await languageFaults(page, language)), ...(await axeFaults(page, null, {})))
  return [...faults, ...(await narrowFaults(page, [320]))].map((fault) => `${path}: ${fault}`)
}

/** All that is wrong with one page, looked at in many ways but loaded once, as sentences that begin with its address. */
export async function faultsOf(page: Page, path: string, language: Locale): Promise<string[]> {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const answer = await page.goto(path)
  const faults = answer?.status() === 200 ? [] : [`status ${answer?.status()}`]
  faults.push(...(await languageFaults(page, language)), ...at('light', await axeFaults(page)))
  faults.push(...at('light, faint edge', await faintEdges(page)))
  const out = await overflow(page)
  if (out !== null) faults.push(`overflow at 1440: ${out}`)
  await page.emulateMedia({ colorScheme: 'dark' })
  faults.push(...at('dark', await axeFaults(page, ['color-contrast', 'link-in-text-block'])))
  faults.push(...at('dark, faint edge', await faintEdges(page)))
  const isFull = language === 'fr' || language === 'ar'
  faults.push(...(isFull ? await layoutFaults(page) : await narrowFaults(page, [320])))
  return faults.map((fault) => `${path}: ${fault}`)
}
