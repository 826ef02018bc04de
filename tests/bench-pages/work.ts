import type { Browser, Page } from '@playwright/test'
import { cornerstones } from '#tests/pictures/cornerstones.ts'
import { addressOf } from '#tests/pictures/take.ts'

/** A phone of some years ago: its processor is four times slower. */
const SLOWER = 4

export type Felt = {
  /** Interactions that were measured. */
  readonly interactions: number
  /** Milliseconds from a key to the next paint: the median and the slowest. */
  readonly median: number
  readonly slowest: number
}

declare global {
  interface Window {
    felt: Map<number, number>
  }
}

/** Runs in the page: the longest event of each interaction, in milliseconds. */
function observe(): void {
  window.felt = new Map()
  type Timed = PerformanceEntry & { readonly interactionId: number }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Timed[])
      if (entry.interactionId)
        window.felt.set(
          entry.interactionId,
          Math.max(window.felt.get(entry.interactionId) ?? 0, entry.duration),
        )
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
}

/** Opens a screen of the design as the person of the demonstration who works on it. */
async function open(page: Page, letter: string, section?: string): Promise<void> {
  const screen = cornerstones.find((one) => one.letter === letter)
  if (!screen) throw new Error(`no screen ${letter}`)
  const address = await addressOf(page, screen, { language: 'fr' })
  await page.goto(section === undefined ? address : address.replace(/[^/]+$/, section))
}

async function feel(browser: Browser, work: (page: Page) => Promise<void>): Promise<Felt> {
  const context = await browser.newContext({
    baseURL: process.env['E2E_ORIGIN'] ?? '',
    viewport: { width: 1440, height: 1000 },
  })
  try {
    const page = await context.newPage()
    await page.addInitScript(observe)
    await work(page)
    await page.waitForTimeout(400)
    const felt = await page.evaluate(() => [...window.felt.values()])
    const sorted = felt.toSorted((a, b) => a - b)
    return {
      interactions: sorted.length,
      median: sorted[Math.floor(sorted.length / 2)] ?? 0,
      slowest: sorted.at(-1) ?? 0,
    }
  } finally {
    await context.close()
  }
}

/** From here on the page runs on the slower processor, and what was felt before does not count. */
async function slowDown(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  const line = await page.context().newCDPSession(page)
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.evaluate(() => window.felt.clear())
}

const SENTENCE = 'Le service est utile, ses résultats sont mesurés et publiés.'

/** A comment typed into a score sheet, which saves itself meanwhile. */
export const typing = (browser: Browser): Promise<Felt> =>
  feel(browser, async (page) => {
    await open(page, 'D')
    const comment = page.locator('.crit--open textarea[name^="comments."]').first()
    await comment.focus()
    await slowDown(page)
    await page.keyboard.type(SENTENCE, { delay: 60 })
    if (!(await comment.inputValue()).includes(SENTENCE)) throw new Error('the comment was not typed')
  })

/** A sheet scored by its keys: the next criterion, a level, and so on. */
export const scoring = (browser: Browser): Promise<Felt> =>
  feel(browser, async (page) => {
    await open(page, 'D')
    await slowDown(page)
    for (const level of ['3', '4', '5', '2', '3', '4', '3', '4', '2', '3']) {
      await page.keyboard.press('j', { delay: 30 })
      await page.waitForTimeout(120)
      await page.keyboard.press(level, { delay: 30 })
      await page.waitForTimeout(120)
    }
  })

/** An answer of a dossier typed in Arabic. */
export const answering = (browser: Browser): Promise<Felt> =>
  feel(browser, async (page) => {
    await open(page, 'C', 'need')
    await page.locator('textarea').first().focus()
    await slowDown(page)
    await page.keyboard.type('خدمة رقمية تختصر آجال معالجة الطلبات وتنشر نتائجها.', { delay: 60 })
  })
