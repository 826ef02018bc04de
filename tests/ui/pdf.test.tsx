import { describe, expect, it } from 'vitest'
import { foldText, markFound, pageHolding } from '#app/ui/pdf/find-in-pdf.ts'
import { moveOf, zoomed } from '#app/ui/pdf/pdf-keys.ts'
import type { PdfDocument } from '#app/ui/pdf/pdf-lib.ts'
import { pdfLink } from '#app/ui/pdf/pdf-place.tsx'

const key = (name: string, also = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...also,
})
const middle = { atTop: false, atEnd: false, isWide: false }

describe('the keys of the reader', () => {
  it('let the horizontal arrows follow the screen', () => {
    expect(moveOf(key('ArrowRight'), middle, false)).toBe('next')
    expect(moveOf(key('ArrowRight'), middle, true)).toBe('previous')
    expect(moveOf(key('ArrowLeft'), middle, true)).toBe('next')
  })

  it('scroll a page to its end before they turn it', () => {
    expect(moveOf(key('PageDown'), middle, false)).toBeNull()
    expect(moveOf(key('PageDown'), { ...middle, atEnd: true }, false)).toBe('next')
    expect(moveOf(key(' ', { shiftKey: true }), { ...middle, atTop: true, atEnd: true }, false)).toBe(
      'previous',
    )
  })

  it('leave selecting, panning and the browser’s own keys alone', () => {
    expect(moveOf(key('ArrowRight', { shiftKey: true }), middle, false)).toBeNull()
    expect(moveOf(key('ArrowRight'), { ...middle, isWide: true }, false)).toBeNull()
    expect(moveOf(key('+', { ctrlKey: true }), middle, false)).toBeNull()
  })

  it('keep the size between half and three times', () => {
    expect([zoomed(1, 1), zoomed(3, 1), zoomed(0.5, -1)]).toEqual([1.25, 3, 0.5])
  })
})

const file = (...pages: string[]): PdfDocument =>
  ({
    numPages: pages.length,
    getPage: async (number: number) => ({
      getTextContent: async () => ({ items: [{ str: pages[number - 1], hasEOL: false }] }),
    }),
  }) as unknown as PdfDocument

describe('the search of the reader', () => {
  it('folds accents, vowel marks, tatweel, ligatures and case', () => {
    expect(foldText('ÉTÉ')).toBe('ete')
    expect(foldText('ﻻ')).toBe(foldText('لا'))
    expect(foldText('مُحـمّد')).toBe('محمد')
  })

  it('goes on from the page one is on and comes round', async () => {
    const pdf = file('Usages', 'Délai', 'usages')
    expect(await pageHolding(pdf, 'USAGES', 2)).toBe(3)
    expect(await pageHolding(pdf, 'delai', 3)).toBe(2)
    expect(await pageHolding(pdf, 'absent', 1)).toBeNull()
    expect(await pageHolding(pdf, '   ', 1)).toBeNull()
  })

  it('marks what holds the words, and unmarks it', () => {
    const layer = document.createElement('div')
    layer.append(document.createElement('span'), document.createElement('span'))
    layer.children[1]!.textContent = 'Délai moyen'
    markFound(layer, 'delai')
    expect([...layer.children].map((one) => one.className)).toEqual(['', 'pdf__found'])
    markFound(layer, '')
    expect(layer.querySelector('.pdf__found')).toBeNull()
  })
})

describe('a link to a PDF', () => {
  const clicked = (html: string, init: MouseEventInit = {}): boolean => {
    document.body.innerHTML = html
    const link = document.querySelector('a') as HTMLAnchorElement
    let taken = false
    link.addEventListener('click', (event) => {
      taken = pdfLink(event) !== null
      event.preventDefault()
    })
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }))
    return taken
  }

  it('is opened in place by a plain click, and left to the browser otherwise', () => {
    expect(clicked('<a href="/resources/file/1" data-pdf="" download>x</a>')).toBe(true)
    expect(clicked('<a href="/resources/file/1" data-pdf="" download>x</a>', { ctrlKey: true })).toBe(false)
    expect(clicked('<a href="/resources/file/1" download>x</a>')).toBe(false)
    expect(clicked('<a href="https://elsewhere.invalid/a.pdf" data-pdf="">x</a>')).toBe(false)
  })
})
