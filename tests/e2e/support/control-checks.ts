import type { Page } from '@playwright/test'

/**
 * Controls of fewer than 24 px in height or width, measured, without the allowance for the space around them: only a link
 * in the middle of a sentence may be as tall as its line (WCAG 2.5.8, inline). What its label enlarges counts with it.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isInSentence = (one: Element): boolean =>
      getComputedStyle(one).display === 'inline' &&
      [...(one.parentElement?.childNodes ?? [])].some(
        (node) =>
          node !== one && node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim().length > 1,
      )
    const boxOf = (one: HTMLElement): { width: number; height: number } => {
      const label = one.matches('input[type=radio], input[type=checkbox]')
        ? (one as HTMLInputElement).labels?.[0]
        : undefined
      const boxes = [one, ...(label ? [label] : [])].flatMap((at) => [...at.getClientRects()])
      return {
        width: Math.max(...boxes.map(({ width }) => width)),
        height: Math.max(...boxes.map(({ height }) => height)),
      }
    }
    const all = document.body.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, summary',
    )
    return [...all].flatMap((one) => {
      if (!one.checkVisibility({ visibilityProperty: true }) || isInSentence(one)) return []
      const { width, height } = boxOf(one)
      // Part of a pixel is what rounding takes away.
      if (width > 23.5 && height > 23.5) return []
      const said = one.textContent?.trim().slice(0, 30) ?? ''
      return [
        `${one.tagName.toLowerCase()} ${JSON.stringify(said)}: ${Math.round(width)} x ${Math.round(height)}`,
      ]
    })
  })

/** Buttons and folds of one page that are called the same: whoever hears them in a list cannot tell them apart. Two people may bear one name. */
export const sameNames = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const words = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()
    const labelled = (one: Element): string =>
      (one.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ')
    const nameOf = (one: Element): string =>
      words(
        one.getAttribute('aria-label') ??
          (one.hasAttribute('aria-labelledby') ? labelled(one) : one.textContent),
      )
    const seen = new Map<string, number>()
    for (const one of document.body.querySelectorAll('main button, main summary'))
      if (one.checkVisibility() && !one.querySelector('bdi'))
        seen.set(nameOf(one), (seen.get(nameOf(one)) ?? 0) + 1)
    return [...seen].flatMap(([name, count]) => (count > 1 ? [`${count} times ${JSON.stringify(name)}`] : []))
  })
