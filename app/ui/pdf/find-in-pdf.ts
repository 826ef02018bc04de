import type { PdfDocument } from './pdf-lib.ts'

/** Accents, vowel marks, tatweel, presentation forms and case set aside: what a person means when looking for a word. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{Mn}\u0640]/gu, '')
    .toLowerCase()

async function textOf(pdf: PdfDocument, number: number): Promise<string> {
  const { items } = await (await pdf.getPage(number)).getTextContent()
  return foldText(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''))
}

/**
 * The first page that holds the words, from `from` on and then from the beginning; null when none does. Pages are read
 * one by one, so that a long file costs no more than the way to the answer.
 */
export async function pageHolding(pdf: PdfDocument, words: string, from: number): Promise<number | null> {
  const sought = foldText(words.trim())
  if (sought === '') return null
  for (let step = 0; step < pdf.numPages; step += 1) {
    const number = ((from - 1 + step) % pdf.numPages) + 1
    if ((await textOf(pdf, number)).includes(sought)) return number
  }
  return null
}

/** Marks the pieces of the text layer that hold the words. */
export function markFound(layer: HTMLElement, words: string): void {
  const sought = foldText(words.trim())
  for (const piece of layer.querySelectorAll('span'))
    piece.classList.toggle('pdf__found', sought !== '' && foldText(piece.textContent ?? '').includes(sought))
}
