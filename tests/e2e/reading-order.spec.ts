import type { Page } from '@playwright/test'
import { expect, test } from './support/browser.ts'
import { openSection, openSheet } from './support/screens.ts'

/** What a screen reader meets, a line each, in its order; addresses of links are not spoken. */
async function spoken(page: Page): Promise<string[]> {
  const tree = await page.locator('body').ariaSnapshot()
  return tree.split('\n').filter((line) => !/^ *- \/url:/.test(line))
}

/** The first landmark of these that does not come after the one before it; null when all follow each other. */
function outOfOrder(lines: readonly string[], order: readonly RegExp[]): string | null {
  let from = 0
  for (const step of order) {
    const at = lines.findIndex((line, i) => i >= from && step.test(line))
    if (at < 0) return `${step} is not met after line ${from}: ${lines[Math.max(0, from - 1)]}`
    from = at + 1
  }
  return null
}

/** Lists that announce nothing, and fields, buttons and links without a name. */
const mute = (lines: readonly string[]): string[] =>
  lines.filter(
    (line, at) =>
      /^ *- (textbox|button|link|radio|checkbox|combobox|progressbar|img|heading)( \[.*\])?:?$/.test(line) ||
      (/^ *- list$/.test(line) && !/listitem/.test(lines[at + 1] ?? '')),
  )

/** The parts of the screen as they stand on it, in the order of the tree: each further on in the line or further down. */
const strayParts = (page: Page, parts: string): Promise<string[]> =>
  page.locator(parts).evaluateAll((all) => {
    const sign = document.documentElement.dir === 'rtl' ? -1 : 1
    const seen = all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect())
    const start = (box: DOMRect): number => (sign === 1 ? box.left : -box.right)
    return seen.flatMap((box, at) => {
      const before = seen[at - 1]
      return before && start(box) < start(before) - 1 && box.top < before.top - 1 ? [`part ${at}`] : []
    })
  })

/** Every pane stands beside the next. */
const WIDE = { width: 1440, height: 900 }
const HEAD = [/link/, /^- banner:/, /navigation/, /^- main:/, /heading .*\[level=1\]/]
const ownTongue = {
  fr: [/textbox "Français"/, /textbox "العربية"/],
  ar: [/textbox "العربية"/, /textbox "Français"/],
}

for (const language of ['fr', 'ar'] as const) {
  test(`in ${language}, the dossier is read as it is filled: where one is, both languages, what is left`, async ({
    as,
  }) => {
    const page = await as('Salma Idrissi', { language, viewport: WIDE })
    await openSection(page, language)
    const lines = await spoken(page)
    const order = [
      ...HEAD,
      /time:/,
      /complementary/,
      /img ".*8/,
      /navigation/,
      /link "1\. /,
      /link "8\. /,
      /heading .*\[level=2\]/,
      /group "/,
      ...ownTongue[language],
      /group "/,
      ...ownTongue[language],
      /button /,
      /complementary/,
      /heading .*\[level=2\]/,
      /listitem/,
      /heading .*\[level=3\]/,
      /link /,
      /heading .*\[level=2\]/,
      /listitem/,
    ]
    expect(outOfOrder(lines, order)).toBeNull()
    expect(mute(lines)).toEqual([])
    expect(await strayParts(page, 'main .panes > *, main fieldset .bi > *')).toEqual([])
  })

  test(`in ${language}, the score sheet is read dossier first, then each criterion with its levels, then the seal`, async ({
    as,
  }) => {
    const page = await as('Driss Amrani', { language, viewport: WIDE })
    await openSheet(page, language)
    const lines = await spoken(page)
    const levels = [/group "/, /radio "1 /, /radio "2 /, /radio "5 /]
    const order = [
      ...HEAD,
      /complementary/,
      /progressbar/,
      /listitem/,
      /region "/,
      /heading "1\. .*\[level=2\]/,
      /heading "8\. .*\[level=2\]/,
      /region "/,
      ...levels,
      /checkbox /,
      /textbox /,
      ...levels,
      /button /,
    ]
    expect(outOfOrder(lines, order)).toBeNull()
    expect(mute(lines)).toEqual([])
    expect(await strayParts(page, 'main .split > *')).toEqual([])
  })

  test(`in ${language}, the deliberation is read evidence first, then the decision, then the minutes`, async ({
    as,
  }) => {
    const page = await as('رئيسة لجنة', { language, viewport: WIDE })
    await page.goto(`/${language}/deliberation`)
    await page.locator('.decisions a[href*="/sessions/"]').first().click()
    await page.locator('main .panes').waitFor()
    const lines = await spoken(page)
    const part = [/region "/, /heading .*\[level=2\]/]
    const order = [
      ...HEAD,
      /time:/,
      /status: /,
      ...part,
      /table "/,
      /rowheader "/,
      ...part,
      ...part,
      ...part,
      /complementary/,
      ...part,
      /button /,
      ...part,
      /listitem/,
      ...part,
      /link /,
    ]
    expect(outOfOrder(lines, order)).toBeNull()
    expect(mute(lines)).toEqual([])
    expect(await strayParts(page, 'main .panes > *')).toEqual([])
  })
}
