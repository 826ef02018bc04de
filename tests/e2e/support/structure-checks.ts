import type { Page } from '@playwright/test'

/**
 * What axe does not ask: tables without a name, headers that do not say what they head, rows without a header of their
 * own, more than one alert as the page comes, and whole texts in another script whose language is not told (WCAG 1.3.1,
 * 3.1.2, 4.1.3). Names of people and bodies stand in `bdi` or within a sentence and are proper names.
 */
export const structureFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said = (text: string | null): string => JSON.stringify((text ?? '').trim().slice(0, 40))
    const found: string[] = []
    for (const table of document.body.querySelectorAll('table')) {
      const name = table.caption?.textContent ?? table.getAttribute('aria-label') ?? ''
      if (name.trim() === '' && !table.hasAttribute('aria-labelledby'))
        found.push(`table without a name: ${said(table.textContent)}`)
      for (const header of table.querySelectorAll('th'))
        if (!header.hasAttribute('scope'))
          found.push(`header of nothing in ${said(name)}: ${said(header.textContent)}`)
      const bare = [...table.querySelectorAll('tbody tr')].filter(
        (row) => row.children.length > 1 && row.querySelector('th') === null,
      )
      if (bare.length > 0) found.push(`${bare.length} rows without a header in ${said(name)}`)
    }
    const live = [...document.body.querySelectorAll('[role=status], [role=alert], [aria-live]')]
    const speaking = live.filter(
      (one) => one.matches('[role=alert]') && (one.textContent ?? '').trim() !== '',
    )
    if (speaking.length > 1) found.push(`${speaking.length} alerts at once`)
    const scripts = [
      ['ar', /\p{Script=Arabic}{2}/u],
      ['zgh', /\p{Script=Tifinagh}{2}/u],
    ] as const
    const own = 'bdi, code, pre, .code, option, textarea, script, style, .vh, .av'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || parent.closest(own)) continue
      const lang = parent.closest('[lang]')?.getAttribute('lang')
      const words = node.textContent ?? ''
      for (const [tongue, letters] of scripts)
        if (letters.test(words) && lang !== tongue && !/\p{Script=Latin}/u.test(words))
          found.push(`${tongue} under ${lang}: ${said(words)}`)
      const isLatin = /\p{Script=Latin}{3,}[ ’'-]\p{Script=Latin}{2,}[ ’'-]\p{Script=Latin}{3,}/u.test(words)
      if (lang === 'ar' && isLatin && !/\p{Script=Arabic}/u.test(words))
        found.push(`latin under ar: ${said(words)}`)
    }
    return [...new Set(found)].slice(0, 5)
  })
