import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { signInAs } from '#tests/e2e/support/browser.ts'
import type { Cornerstone, Step } from './cornerstones.ts'
import { fileOf, inView, photograph, type View } from './views.ts'

async function shows(page: Page, address: string, selector: string | undefined): Promise<boolean> {
  if (selector === undefined) return true
  await page.goto(address)
  return (await page.locator(selector).count()) > 0
}

/** A long list goes on behind its last link of this kind; one above it may lead to the same page in the other language. */
const CONTINUED = /[?&]after=/
const MOST_PAGES = 40

async function follow(
  page: Page,
  { href, text = /(?:)/, showing }: Step,
  pages = MOST_PAGES,
): Promise<string> {
  const from = page.url()
  const links = await page.locator('a[href], iframe[src]').evaluateAll((found) =>
    found.map((one) => ({
      address: one.getAttribute('href') ?? one.getAttribute('src') ?? '',
      words: one.textContent ?? '',
    })),
  )
  const fitting = links.filter(({ address, words }) => href.test(address) && text.test(words))
  for (const { address } of fitting) if (await shows(page, address, showing)) return address
  const further = links.findLast(({ address }) => CONTINUED.test(address))
  if (further !== undefined && pages > 1) {
    await page.goto(new URL(further.address, from).href)
    return follow(page, { href, text, ...(showing !== undefined && { showing }) }, pages - 1)
  }
  throw new Error(`${from}: no link like ${href} leads to a page with ${showing ?? 'anything'}`)
}

/** The address of a screen for one reader: some can only be found by the links that lead there. */
export async function addressOf(
  page: Page,
  screen: Cornerstone,
  { language }: Pick<View, 'language'>,
): Promise<string> {
  if (screen.as !== null) await signInAs(page, screen.as, language)
  let address = `/${language}${screen.start}`
  for (const step of screen.steps?.(language) ?? []) {
    await page.goto(address)
    address = await follow(page, step)
  }
  return address
}

export async function takePictures(
  browser: Browser,
  screens: readonly Cornerstone[],
  views: readonly View[],
  folder: string,
): Promise<void> {
  const takeOne = async (screen: Cornerstone, view: View, file: string) => {
    await inView(browser, view, async (page) => photograph(page, await addressOf(page, screen, view), file))
    process.stdout.write(`${file}\n`)
  }
  for (const screen of screens) {
    for (const view of views) await takeOne(screen, view, fileOf(folder, screen.name, view))
    if (screen.drawn === undefined) continue
    const view = { language: 'fr', dark: false, width: screen.drawn.width } as const
    await takeOne(screen, view, path.join(folder, `${screen.drawn.name}.png`))
  }
}
