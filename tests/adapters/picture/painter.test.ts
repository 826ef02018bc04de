import { afterAll, describe, expect, it } from 'vitest'
import { createPainter } from '#app/adapters/picture/painter.server.ts'

const painter = createPainter()
afterAll(() => painter.close())

/** Width and height from the header of a PNG (ISO/IEC 15948, 11.2.2). */
const sizeOf = (png: Uint8Array): [number, number] => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}
const drawing = (text: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"><text x="10" y="50" font-family="IBM Plex Sans Arabic" font-size="40">${text}</text></svg>`
const run = (text: string, family = 'IBM Plex Sans Arabic') => ({ text, family, weight: 400, size: 40 })

describe('the painter', () => {
  it('gives a PNG of the size of the drawing, the same to the byte each time', async () => {
    const [one, other] = await Promise.all([
      painter.paint(drawing('امتياز')),
      painter.paint(drawing('امتياز')),
    ])
    expect(sizeOf(one)).toEqual([300, 80])
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })

  it('joins Arabic letters: a word is narrower than its letters apart', async () => {
    const [word = 0, ...letters] = await painter.widths(['لجنة', 'ل', 'ج', 'ن', 'ة'].map((text) => run(text)))
    expect(word).toBeGreaterThan(20)
    expect(word).toBeLessThan(letters.reduce((sum, width) => sum + width, 0) * 0.9)
  })

  it('measures what markup would hide', async () => {
    const [plain = 0, marked = 0] = await painter.widths([run('a'), run('a<b>&')])
    expect(marked).toBeGreaterThan(plain * 2)
  })

  it('says what it could not paint, and paints the next', async () => {
    await expect(painter.paint('<svg')).rejects.toThrow('not painted')
    expect(sizeOf(await painter.paint(drawing('ok')))).toEqual([300, 80])
  })

  it('leaves the event loop free while it paints', async () => {
    const painted = painter.paint(
      drawing('x').replace('width="300" height="80"', 'width="2400" height="2400"'),
    )
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    await painted
    clearInterval(timer)
    expect(turns).toBeGreaterThan(3)
  })

  it('paints the mark of the letters once: eight pieces, one of them saffron', async () => {
    const mark = await painter.mark()
    expect(sizeOf(mark)).toEqual([80, 80])
    expect(mark.byteLength).toBeLessThan(4000)
    expect(await painter.mark()).toBe(mark)
  })

  it('opens a new thread after the old one has ended', async () => {
    const own = createPainter()
    await own.paint(drawing('a'))
    await own.close()
    expect(sizeOf(await own.paint(drawing('b')))).toEqual([300, 80])
    await own.close()
  })
})
