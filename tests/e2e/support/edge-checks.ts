import type { Page } from '@playwright/test'

/**
 * Fields, boxes and switches whose edge does not stand out from what is around them, three to one (WCAG 1.4.11): the
 * border or, where there is none, the fill. A button says what it is by its words and is left out.
 */
export const faintEdges = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    type Colour = readonly [number, number, number, number]
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    const read = (css: string): Colour => {
      if (!canvas) return [0, 0, 0, 0]
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = css
      canvas.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data
      return [r, g, b, a / 255]
    }
    const light = ([r, g, b]: Colour): number => {
      const linear = (c: number): number =>
        c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }
    const contrast = (one: Colour, other: Colour): number => {
      const [a, b] = [light(one), light(other)]
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    }
    const groundOf = (one: Element | null): Colour => {
      if (one === null) return read(getComputedStyle(document.documentElement).backgroundColor)
      const own = read(getComputedStyle(one).backgroundColor)
      return own[3] > 0.9 ? own : groundOf(one.parentElement)
    }
    const edgeOf = (one: Element): number => {
      const { borderBottomColor, borderBottomStyle, borderBottomWidth } = getComputedStyle(one)
      const around = groundOf(one.parentElement)
      const inside = groundOf(one)
      const edge = read(borderBottomColor)
      const hasBorder = borderBottomStyle !== 'none' && Number.parseFloat(borderBottomWidth) > 0
      const ofBorder =
        hasBorder && edge[3] > 0.9 ? Math.max(contrast(edge, around), contrast(edge, inside)) : 1
      return Math.max(contrast(inside, around), ofBorder)
    }
    const fields = document.body.querySelectorAll<HTMLElement>(
      'input:not([type=hidden], [type=submit], [type=button], [type=file]), select, textarea',
    )
    return [...fields].flatMap((one) => {
      const style = getComputedStyle(one)
      const box = one.getBoundingClientRect()
      // What the browser draws itself is its own affair; what is drawn by its label is looked at by the eye.
      if (!one.checkVisibility() || box.width < 8 || style.opacity === '0') return []
      if (style.appearance !== 'none' && one.matches('[type=radio], [type=checkbox]')) return []
      // Both languages of a field stand in one frame, and each in a pane of it.
      const framed = [one, one.closest('.bi__pane'), one.closest('.bi')].filter((at) => at !== null)
      const best = Math.max(...framed.map(edgeOf))
      return best >= 3 ? [] : [`${one.tagName.toLowerCase()} ${one.getAttribute('name')}: ${best.toFixed(2)}`]
    })
  })
