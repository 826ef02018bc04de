import type { Pin } from '#app/domain/nomination/pin.ts'

type Letter = { readonly node: Text; readonly at: number; readonly sign: string }

/** The signs of a part without its blanks, each with its place: blanks differ between what is drawn and what is selected. */
function signsOf(part: Element): readonly Letter[] {
  const signs: Letter[] = []
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { data } = node as Text
    for (let at = 0; at < data.length; at += 1) {
      const sign = data.charAt(at)
      if (!/\s/.test(sign)) signs.push({ node: node as Text, at, sign })
    }
  }
  return signs
}

/** Where a passage stands in its part, one range a text node; nothing where the part does not say it. */
function rangesOf(part: Element, quote: string): readonly Range[] {
  const signs = signsOf(part)
  const sought = quote.replace(/\s+/g, '')
  const start = signs
    .map(({ sign }) => sign)
    .join('')
    .indexOf(sought)
  if (start < 0 || sought === '') return []
  const byNode = new Map<Text, Range>()
  for (const { node, at } of signs.slice(start, start + sought.length)) {
    const range = byNode.get(node) ?? document.createRange()
    if (!byNode.has(node)) range.setStart(node, at)
    range.setEnd(node, at + 1)
    byNode.set(node, range)
  }
  return [...byNode.values()]
}

function mark(range: Range, number: number, isLast: boolean): void {
  const element = document.createElement('mark')
  element.className = 'pinned'
  element.dataset['pinned'] = String(number)
  range.surroundContents(element)
  if (!isLast) return
  const badge = document.createElement('b')
  badge.className = 'pinned__no'
  badge.textContent = String(number)
  element.append(badge)
}

export function clearMarks(): void {
  for (const badge of document.querySelectorAll('#answers .pinned__no')) badge.remove()
  for (const element of document.querySelectorAll('#answers mark.pinned')) {
    const parent = element.parentNode
    element.replaceWith(...element.childNodes)
    parent?.normalize()
  }
}

/** Shows in the dossier the passages pinned to one criterion, under the numbers that they bear beside the mark. */
export function markPassages(pins: readonly (Pin | null)[]): void {
  clearMarks()
  pins.forEach((pin, index) => {
    if (pin?.kind !== 'passage') return
    const part = document.querySelector(`#answers > section#${CSS.escape(pin.section)}`)
    const ranges = part ? rangesOf(part, pin.quote) : []
    ranges.forEach((range, at) => mark(range, index + 1, at === ranges.length - 1))
  })
}
