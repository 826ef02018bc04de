import type { Page } from '@playwright/test'

declare global {
  interface Window {
    moved: { readonly value: number; readonly what: readonly string[] }[]
  }
}

/** Runs in the page before anything of it: what moved, by how much, as the browser itself counts it. */
function observe(): void {
  window.moved = []
  type Shift = PerformanceEntry & {
    readonly value: number
    readonly sources: readonly { readonly node: Node | null }[]
  }
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Shift[])
      window.moved.push({ value, what: sources.map(({ node }) => (node?.textContent ?? '').slice(0, 40)) })
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Two frames: what was laid out meanwhile has been painted, and what it moved has been counted. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )

/** Font files come only once the first view is painted, or never. Says what is wrong with each page. */
export async function lateFontFaults(
  page: Page,
  paths: readonly string[],
  files: 'late' | 'never',
): Promise<string[]> {
  const faults: string[] = []
  let asked: string[] = []
  let arrive = (): void => undefined
  let arrived: Promise<void> = Promise.resolve()
  await page.addInitScript(observe)
  await page.route('**/*.woff2', async (route) => {
    asked.push(new URL(route.request().url()).pathname)
    await arrived
    // A page that is left meanwhile no longer waits for its files.
    await (files === 'late' ? route.continue() : route.abort()).catch(() => undefined)
  })
  for (const path of paths) {
    asked = []
    arrived = new Promise((done) => (arrive = done))
    await page.goto(path, { waitUntil: 'commit' })
    await page.waitForFunction(
      () =>
        document.readyState !== 'loading' &&
        performance.getEntriesByName('first-contentful-paint').length > 0,
    )
    await painted(page)
    arrive()
    await page.waitForLoadState('load')
    await page.evaluate(() => document.fonts.ready)
    await painted(page)
    const early = await page
      .locator('link[rel="preload"][as="font"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    faults.push(
      ...asked.filter((file) => !early.includes(file)).map((file) => `${path}: asks late for ${file}`),
    )
    const shifts = await page.evaluate(() => window.moved)
    faults.push(...shifts.map(({ value, what }) => `${path}: shifts by ${value}: ${what.join(' | ')}`))
  }
  return faults
}
