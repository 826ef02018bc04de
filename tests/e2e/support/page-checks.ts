import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** A key that nobody wrote comes back as it is. */
const KEY =
  /\b(common|errors|work|public|campaign|results|account|nomination|jury|secretariat|deliberation|documents)\.[a-z][A-Za-z]*\.[A-Za-z.-]+/

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `axe ${id}: ${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    )
}

/** The widest thing that sticks out, when the page itself can be scrolled sideways. */
const overflow = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return null
    const sticksOut = (box: DOMRect): boolean => box.left < -1 || box.right > root.clientWidth + 1
    const culprit = [...document.body.querySelectorAll('*')].find((one) =>
      sticksOut(one.getBoundingClientRect()),
    )
    return `${root.scrollWidth - root.clientWidth} px, ${culprit?.tagName.toLowerCase()}.${culprit?.className}`
  })

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

async function languageFaults(page: Page, language: 'fr' | 'ar'): Promise<string[]> {
  const root = page.locator('html')
  const faults: string[] = []
  if ((await root.getAttribute('lang')) !== language) faults.push('lang')
  if ((await root.getAttribute('dir')) !== (language === 'ar' ? 'rtl' : 'ltr')) faults.push('dir')
  const title = await page.title()
  if (!/\S · \S/.test(title)) faults.push(`title ${JSON.stringify(title)}`)
  if ((await page.locator('h1').count()) !== 1) faults.push(`${await page.locator('h1').count()} h1`)
  const key = KEY.exec(await page.locator('body').innerText())
  if (key) faults.push(`message key ${key[0]}`)
  return faults
}

/** All that is wrong with one page, as sentences that begin with its address. */
export async function faultsOf(page: Page, path: string, language: 'fr' | 'ar'): Promise<string[]> {
  await page.setViewportSize({ width: 1440, height: 900 })
  const answer = await page.goto(path)
  const faults = answer?.status() === 200 ? [] : [`status ${answer?.status()}`]
  faults.push(...(await languageFaults(page, language)), ...(await axeFaults(page)))
  const bare = language === 'ar' ? await unguarded(page) : []
  if (bare.length > 0) faults.push(`not isolated: ${bare.slice(0, 3).join(' | ')}`)
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    const out = await overflow(page)
    if (out !== null) faults.push(`overflow at ${width}: ${out}`)
  }
  return faults.map((fault) => `${path}: ${fault}`)
}
