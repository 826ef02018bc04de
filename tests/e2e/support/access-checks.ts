import type { Page } from '@playwright/test'

/** WCAG 1.4.12; Arabic letters are joined and take no space between them. */
const SPACED = `* { line-height: 1.5 !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }
  :not(:lang(ar), :lang(ar) *) { letter-spacing: .12em !important }`

/** Reads the page as a person does who asked the browser for letters of this size: 16 px is the usual one. */
async function lettersOf(page: Page, size: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: (size * 13) / 16 } })
  await session.detach()
}

/** A reader's own style sheet over the page's, or none; no policy of the page forbids it. */
const wear = (page: Page, css: string | null): Promise<void> =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text ?? '')
    document.adoptedStyleSheets = text === null ? [] : [sheet]
  }, css)

/** The widest thing that sticks out, when the page itself can be scrolled sideways. */
export const overflow = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const root = document.documentElement
    // A whole pixel is what rounding makes of parts of them.
    if (root.scrollWidth <= root.clientWidth + 1) return null
    const sticksOut = (box: DOMRect): boolean => box.left < -1 || box.right > root.clientWidth + 1
    const isHeld = (one: Element | null): boolean =>
      one !== null &&
      one !== document.body &&
      (getComputedStyle(one).overflowX !== 'visible' || isHeld(one.parentElement))
    const culprits = [...document.body.querySelectorAll('*')].filter(
      (one) => sticksOut(one.getBoundingClientRect()) && !isHeld(one.parentElement),
    )
    const named = culprits.slice(-1).map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class')}`)
    return `${root.scrollWidth - root.clientWidth} px, ${named.join()}`
  })

/** Words that their own box cuts off. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const speaks = (one: Element): boolean =>
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const found: string[] = []
    for (const one of document.body.querySelectorAll('*')) {
      if (!(one instanceof HTMLElement) || !speaks(one) || !one.checkVisibility() || one.closest('.vh'))
        continue
      const style = getComputedStyle(one)
      if (style.display === 'inline' || one.clientHeight <= 1) continue
      const isBox =
        /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`) || style.borderTopStyle === 'solid'
      const sticksOut =
        one.scrollHeight > one.clientHeight + 3 ||
        (style.overflowX !== 'auto' && one.scrollWidth > one.clientWidth + 3)
      if (
        isBox &&
        sticksOut &&
        !/auto|scroll/.test(style.overflowY) &&
        one.tagName !== 'TEXTAREA' &&
        style.textOverflow !== 'ellipsis'
      )
        found.push(
          `${one.tagName.toLowerCase()}.${one.className} ${JSON.stringify(one.textContent?.trim().slice(0, 30))}`,
        )
    }
    return found
  })

async function looseWords(page: Page, how: string): Promise<string[]> {
  const [out, cut] = [await overflow(page), await cutOff(page)]
  const faults = out === null ? [] : [`${how}: overflow ${out}`]
  return cut.length === 0 ? faults : [...faults, `${how}: cut off ${cut.slice(0, 4).join(' | ')}`]
}

/** Text at twice its size, then text with wider spaces: nothing is cut, nothing needs sideways scrolling. */
export async function textFaults(page: Page): Promise<string[]> {
  const before = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
  await lettersOf(page, 32)
  const after = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
  const faults =
    after === 2 * before ? [] : [`letters of ${before} px became ${after} px, not twice as large`]
  faults.push(...(await looseWords(page, 'text at 200 %')))
  await lettersOf(page, 16)
  await wear(page, SPACED)
  faults.push(...(await looseWords(page, 'wider spaces')))
  await wear(page, null)
  return faults
}

/** What has the focus and cannot be seen: under a bar that stays, outside the window, or without a ring. */
export const focusFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = [
      ...document.body.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
    ]
    const seen = (one: HTMLElement): HTMLElement => {
      const isDrawnByItsLabel = one.matches('input') && one.getBoundingClientRect().width < 8
      const drawn = isDrawnByItsLabel ? (one.closest('label') ?? one.nextElementSibling) : one
      return drawn instanceof HTMLElement ? drawn : one
    }
    const isCovered = (one: HTMLElement): boolean => {
      const box = seen(one).getClientRects()[0]
      if (!box) return false
      const at = (x: number, y: number): boolean => {
        const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)
        return top !== null && (seen(one).contains(top) || top.contains(seen(one)))
      }
      const points = [0.1, 0.5, 0.9]
      return !points.some((x) => points.some((y) => at(x, y)))
    }
    const hasRing = (one: HTMLElement): boolean =>
      [one, seen(one), one.nextElementSibling, one.parentElement].some((at) => {
        const style = at && getComputedStyle(at)
        return style && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
      })
    const found: string[] = []
    const name = (one: HTMLElement): string =>
      `${one.tagName.toLowerCase()}.${one.className} ${JSON.stringify((one.textContent || one.getAttribute('name') || '').trim().slice(0, 30))}`
    const usable = all.filter(
      (one) =>
        one.checkVisibility() &&
        one.getAttribute('tabindex') !== '-1' &&
        one.getAttribute('type') !== 'hidden' &&
        !(one as HTMLInputElement).disabled,
    )
    for (const one of [...usable, ...usable.toReversed()]) {
      one.focus()
      if (document.activeElement !== one) continue
      if (isCovered(one)) found.push(`focus hidden: ${name(one)}`)
      else if (!hasRing(one)) found.push(`no ring: ${name(one)}`)
    }
    return [...new Set(found)]
  })

/** With the system's own few colours: a control keeps an edge, and what is current or chosen is told apart from the rest. */
export const forcedFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const name = (one: Element): string => `${one.tagName.toLowerCase()}.${one.getAttribute('class')}`
    const hasEdge = (style: CSSStyleDeclaration): boolean =>
      ['Top', 'Right', 'Bottom', 'Left'].some(
        (side) =>
          style.getPropertyValue(`border-${side.toLowerCase()}-style`) !== 'none' &&
          Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) > 0,
      )
    const isBold = (one: Element): boolean => Number(getComputedStyle(one).fontWeight) >= 600
    const isTold = (one: Element): boolean => {
      const style = getComputedStyle(one)
      const hasLine = style.textDecorationLine !== 'none' || style.outlineStyle !== 'none'
      return hasEdge(style) || hasLine || isBold(one) || [...one.querySelectorAll('*')].some(isBold)
    }
    for (const one of document.body.querySelectorAll('.btn, input:not([type=hidden]), select, textarea')) {
      const style = getComputedStyle(one)
      if (
        one.checkVisibility() &&
        style.appearance === 'none' &&
        style.opacity !== '0' &&
        one.clientWidth > 4 &&
        !hasEdge(style)
      )
        found.push(`no edge: ${name(one)}`)
    }
    for (const one of document.body.querySelectorAll('[aria-current], [aria-pressed=true]'))
      if (one.checkVisibility() && !isTold(one)) found.push(`not told apart: ${name(one)}`)
    // Colours of drawings are not forced: each shape must still stand out against the system's ground.
    const light = (colour: string): number | null => {
      const [r = 0, g = 0, b = 0, a = 1] = [...colour.matchAll(/[\d.]+/g)].map(([part]) => Number(part))
      if (!colour.startsWith('rgb') || a < 0.1) return null
      const linear = (c: number): number =>
        c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }
    const ground = light(getComputedStyle(document.body).backgroundColor) ?? 0
    const stands = (colour: string): boolean => {
      const own = light(colour)
      return own !== null && (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05) >= 3
    }
    for (const svg of document.body.querySelectorAll('svg')) {
      if (!svg.checkVisibility() || svg.getBoundingClientRect().width === 0) continue
      const own = [...svg.querySelectorAll('path, circle, rect, line, polygon, polyline, text, use')]
      const shapes = own
        .filter((one) => one.checkVisibility())
        .flatMap((one) => {
          const drawnElsewhere =
            one.tagName === 'use' && document.querySelector(one.getAttribute('href') ?? '')
          return drawnElsewhere ? [...drawnElsewhere.querySelectorAll('*')] : [one]
        })
      const drawn = shapes.filter((one) => {
        const style = getComputedStyle(one)
        return stands(style.fill) || (stands(style.stroke) && Number.parseFloat(style.strokeWidth) > 0)
      })
      if (shapes.length > 0 && drawn.length === 0)
        found.push(`invisible drawing: ${name(svg)} in ${name(svg.parentElement ?? svg)}`)
    }
    return [...new Set(found)]
  })
