import type { Page } from '@playwright/test'

type Pdfjs = {
  getDocument(of: { data: Uint8Array }): { promise: Promise<Pdf> }
  TextLayer: new (of: object) => { render(): Promise<void> }
}
type Pdf = { numPages: number; getPage(number: number): Promise<PdfPage> }
type PdfPage = {
  getViewport(of: { scale: number }): { width: number; height: number }
  getTextContent(): Promise<unknown>
}

const SCRIPTS = ['pdf.min.mjs', 'pdf.worker.min.mjs'].map(
  (name) => `node_modules/pdfjs-dist/legacy/build/${name}`,
)

/** A page that holds nothing but the letters of a file, each where the file sets it. */
export async function emptyPaper(page: Page): Promise<void> {
  await page.setContent('<main></main>')
  for (const path of SCRIPTS) await page.addScriptTag({ path, type: 'module' })
}

/** Lays the letters of every page of the file on an empty paper, by pdf.js in the browser itself. */
export const layLetters = (page: Page, bytes: Uint8Array): Promise<void> =>
  page.evaluate(async (base64) => {
    const { getDocument, TextLayer } = (globalThis as unknown as { pdfjsLib: Pdfjs }).pdfjsLib
    const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const pdf = await getDocument({ data }).promise
    const paper = document.querySelector('main')!
    paper.replaceChildren()
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const sheet = await pdf.getPage(number)
      const viewport = sheet.getViewport({ scale: 1 })
      const container = document.createElement('div')
      container.style.cssText = `position: relative; width: ${viewport.width}px; height: ${viewport.height}px; --total-scale-factor: 1`
      paper.append(container)
      await new TextLayer({ textContentSource: await sheet.getTextContent(), container, viewport }).render()
      for (const span of container.querySelectorAll('span'))
        span.style.cssText +=
          '; position: absolute; white-space: pre; line-height: 1; transform-origin: 0 0; font-size: var(--font-height); transform: scaleX(var(--scale-x, 1))'
    }
  }, Buffer.from(bytes).toString('base64'))

/** Every line as the eye meets it from left to right, its letters in the order of their places, without its spaces. */
export const linesSeen = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const lines: { middle: number; letters: { letter: string; left: number }[] }[] = []
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? ''
      for (let at = 0; at < text.length; at += 1) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const box = range.getClientRects()[0]
        const letter = text.charAt(at)
        if (box === undefined || letter.trim() === '') continue
        const middle = (box.top + box.bottom) / 2
        const known = lines.find((line) => Math.abs(line.middle - middle) < 3)
        if (known === undefined) lines.push({ middle, letters: [{ letter, left: box.left }] })
        else known.letters.push({ letter, left: box.left })
      }
    }
    return lines.map(({ letters }) =>
      letters
        .toSorted((a, b) => a.left - b.left)
        .map(({ letter }) => letter)
        .join(''),
    )
  })
