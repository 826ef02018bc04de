import type { Page } from '@playwright/test'

export type Seen = { readonly written: string; readonly seen: string }

/**
 * Each place where the pattern stands in the page's text, and how the eye meets it from left to right: the letters in
 * the order of their places on the line, as Chromium drew them. What a line break cuts in two is left out.
 */
export const seenOn = (page: Page, pattern: RegExp): Promise<Seen[]> =>
  page.evaluate((source) => {
    const found: { written: string; seen: string }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    // An e-mail address is written in pieces, between which its line may break: it is read as one text.
    const texts: { of: Element | null; places: { node: Node; at: number }[]; text: string }[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!node.parentElement?.checkVisibility() || node.parentElement.closest('script, style, .vh')) continue
      const of = node.parentElement.closest('.address')
      const places = Array.from({ length: node.textContent?.length ?? 0 }, (_, at) => ({
        node: node as Node,
        at,
      }))
      const before = texts.at(-1)
      if (of !== null && before?.of === of) {
        before.places.push(...places)
        before.text += node.textContent
      } else texts.push({ of, places, text: node.textContent ?? '' })
    }
    for (const { places, text } of texts) {
      for (const hit of text.matchAll(new RegExp(source, 'gu'))) {
        const letters = [...hit[0]].map((letter, at) => {
          const range = document.createRange()
          const { node, at: start } = places[hit.index + at]!
          range.setStart(node, start)
          range.setEnd(node, start + 1)
          return { letter, box: range.getClientRects()[0] }
        })
        const drawn = letters.flatMap(({ letter, box }) => (box && box.width > 0 ? [{ letter, box }] : []))
        const isOneLine = new Set(drawn.map(({ box }) => Math.round(box.top / 8))).size === 1
        if (!isOneLine) continue
        const seen = drawn.toSorted((a, b) => a.box.left - b.box.left).map(({ letter }) => letter)
        found.push({ written: drawn.map(({ letter }) => letter).join(''), seen: seen.join('') })
      }
    }
    return found
  }, pattern.source)

export const turned = (all: readonly Seen[]): readonly Seen[] =>
  all.filter(({ written, seen }) => written !== seen)
