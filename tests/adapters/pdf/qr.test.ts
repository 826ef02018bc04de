import jsQR from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { SAMPLES } from '#app/adapters/pdf/samples/index.ts'
import { createTypstPress } from '#app/adapters/pdf/typst.server.ts'

type Canvases = {
  create: (width: number, height: number) => { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D }
}
/** Points of a page are a seventy-second of an inch: as a printer of 216 dots to the inch, or a telephone near the sheet, would have it. */
const SCALE = 3

/** What a telephone reads in the last page of a PDF, drawn as a reader of PDF draws it. */
async function readByCamera(bytes: Uint8Array): Promise<string | undefined> {
  const document = await getDocument({ data: Uint8Array.from(bytes) }).promise
  const page = await document.getPage(document.numPages)
  const viewport = page.getViewport({ scale: SCALE })
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
  const { canvas, context } = (document.canvasFactory as Canvases).create(width, height)
  await page.render({ canvas, canvasContext: context, viewport }).promise
  const { data } = context.getImageData(0, 0, width, height)
  await document.loadingTask.destroy()
  return jsQR(data, width, height)?.data
}

it.each(['laureate_certificate', 'minutes'] as const)(
  'sets into the %s a square that a camera reads as the address of its check',
  async (kind) => {
    const { bytes } = await createTypstPress().press(kind, SAMPLES[kind])
    expect(await readByCamera(bytes)).toBe(SAMPLES[kind].checkUrl)
  },
)
