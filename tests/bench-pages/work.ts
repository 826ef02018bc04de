import type { Browser, Locator, Page } from '@playwright/test'
import { cornerstones } from '#tests/pictures/cornerstones.ts'
import { addressOf } from '#tests/pictures/take.ts'
import { signInAs } from '#tests/e2e/support/browser.ts'

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

/** A dossier's answer grows: typed at the end of some four thousand signs that stand there already. */
export const growing = (browser: Browser): Promise<Felt> =>
  feel(browser, async (page) => {
    await open(page, 'C', 'need')
    const answer = page.locator('textarea').first()
    await answer.fill(`${SENTENCE} `.repeat(65))
    await answer.press('End')
    await slowDown(page)
    await page.keyboard.type(SENTENCE, { delay: 60 })
    if (!(await answer.inputValue()).endsWith(SENTENCE)) throw new Error('the answer was not typed')
  })

/** Opens the decision on one file of the queues after the other, until one awaits its grounds. */
async function firstWith(page: Page, queues: readonly string[], grounds: Locator): Promise<void> {
  for (const queue of queues) {
    await page.goto(queue)
    const files = await page
      .locator('tbody tr a[href*="/secretariat/nominations/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    for (const file of new Set(files)) {
      await page.goto(`${file}/decision`)
      if ((await grounds.count()) > 0) return
    }
  }
  throw new Error('no file of any queue awaits a decision')
}

/** The grounds of a screening decision, typed by a clerk. */
export const deciding = (browser: Browser): Promise<Felt> =>
  feel(browser, async (page) => {
    await signInAs(page, 'Hanane Chraïbi')
    await page.goto('/fr/secretariat')
    const queues = await page
      .locator('a[href$="/queue"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    const grounds = page.locator('main textarea:visible').first()
    await firstWith(page, queues, grounds)
    await grounds.focus()
    await slowDown(page)
    await page.keyboard.type(SENTENCE, { delay: 60 })
    if (!(await grounds.inputValue()).includes(SENTENCE)) throw new Error('the grounds were not typed')
  })

/** The office looks for a body in the list of a campaign's nominations. */
export const filtering = (browser: Browser): Promise<Felt> =>
  feel(browser, async (page) => {
    await signInAs(page, 'Rachid El Khattabi')
    await page.goto('/fr/organiser')
    await page.locator('main a[href*="/organiser/campaigns/0"]').first().click()
    await page.waitForURL(/\/organiser\/campaigns\/0/)
    await page.goto(`${new URL(page.url()).pathname}/nominations`)
    const words = page.locator('main input[type="search"]').first()
    await words.focus()
    await slowDown(page)
    await page.keyboard.type('Agence nationale des services', { delay: 60 })
    if (!(await words.inputValue()).endsWith('services')) throw new Error('the words were not typed')
  })
