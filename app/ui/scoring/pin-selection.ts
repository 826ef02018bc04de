import { LONGEST_QUOTE, type PinPlaces } from '#app/domain/nomination/pin.ts'

/** A badge that a mark of ours carries is no word of the dossier. */
function wordsOf(range: Range): string {
  const copy = range.cloneContents()
  for (const badge of copy.querySelectorAll('.pinned__no')) badge.remove()
  const box = document.createElement('div')
  box.append(copy)
  // Between two blocks a reader sees a gap where the nodes have none.
  for (const block of box.querySelectorAll('p, h2, h3, td, th, li')) block.append(' ')
  return (box.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** At most as many characters as a pin holds, cut between two words. */
function cut(words: string): string {
  if (words.length <= LONGEST_QUOTE) return words
  const kept = words.slice(0, LONGEST_QUOTE)
  return kept.slice(0, Math.max(kept.lastIndexOf(' '), LONGEST_QUOTE / 2)).trim()
}

/** The line of the passage that is selected in the dossier; null when none is. A selection over two parts is of the first. */
export function selectedPassage({ sections }: PinPlaces): string | null {
  const selection = window.getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const from = range.startContainer
  const part = (from instanceof Element ? from : from.parentElement)?.closest('#answers > section')
  if (!part) return null
  const number = sections.indexOf(part.id) + 1
  const within = range.cloneRange()
  if (!part.contains(range.endContainer)) within.setEnd(part, part.childNodes.length)
  const words = cut(wordsOf(within))
  return number === 0 || words === '' ? null : `§${number}: ${words}`
}

/** The line of the page that stands open in the reader; null when no piece of this dossier does. */
export function openPage({ files }: PinPlaces): string | null {
  const reader = document.querySelector<HTMLElement>('.doc .pdf')
  const page = reader?.querySelector<HTMLElement>('.pdf__page')?.dataset['page']
  const piece = files.find(({ fileId }) => reader?.dataset['href']?.endsWith(fileId) === true)
  return page === undefined || piece === undefined ? null : `P${piece.number}: ${page}`
}
