import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'

export type Language = 'fr' | 'ar'
export type View = {
  readonly language: Language
  readonly dark: boolean
  readonly width: number
}

/** Every screen is looked at in both languages, by day and by night, at a desk and on a phone. */
export const VIEWS: readonly View[] = (['fr', 'ar'] as const).flatMap((language) =>
  [false, true].flatMap((dark) => [1440, 390].map((width) => ({ language, dark, width }))),
)

/** `fr-1440`, `dark-ar-390`. */
export const nameOf = ({ language, dark, width }: View): string =>
  `${dark ? 'dark-' : ''}${language}-${width}`

/** `A-home` becomes `A-home-dark-fr-1440.png`. */
export const fileOf = (folder: string, name: string, view: View): string =>
  path.join(folder, `${name}-${nameOf(view)}.png`)

export const optionsOf = ({ dark, width }: Omit<View, 'language'>): BrowserContextOptions => ({
  baseURL: process.env['E2E_ORIGIN'] ?? '',
  viewport: { width, height: width > 1000 ? 1100 : 844 },
  colorScheme: dark ? 'dark' : 'light',
  reducedMotion: 'reduce',
})

export async function inView<T>(
  browser: Browser,
  view: Omit<View, 'language'>,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(optionsOf(view))
  context.setDefaultTimeout(20_000)
  try {
    return await work(await context.newPage())
  } finally {
    await context.close()
  }
}

/** The whole page, once its fonts and pictures are there. */
export async function photograph(page: Page, address: string, file: string): Promise<void> {
  await page.goto(address)
  await page.evaluate(() => document.fonts.ready)
  // A pane that scrolls on its own shows all that it holds.
  await page.evaluate(() => {
    for (const pane of document.querySelectorAll<HTMLElement>('.panes > *')) pane.style.maxBlockSize = 'none'
  })
  await page.screenshot({ path: file, fullPage: true, animations: 'disabled' })
}
