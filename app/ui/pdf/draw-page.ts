import { type PdfPage, pdfLibrary } from './pdf-lib.ts'

/** Sharper than this a phone pays in memory what no eye sees. */
const MOST_SHARP = 2

type Drawing = {
  readonly page: PdfPage
  readonly canvas: HTMLCanvasElement
  /** Width of the drawn page, CSS pixels. */
  readonly width: number
  /** Quarter turns to the right, in degrees. */
  readonly turn: number
}

const viewportOf = ({ page, width, turn }: Pick<Drawing, 'page' | 'width' | 'turn'>) => {
  const rotation = (page.rotate + turn) % 360
  return page.getViewport({ scale: width / page.getViewport({ scale: 1, rotation }).width, rotation })
}

/** Draws one page into its canvas; the task can be cancelled while it runs. Sizes go through the object model: the policy of the page forbids style attributes. */
export function drawPage(drawing: Drawing) {
  const viewport = viewportOf(drawing)
  const { canvas, page } = drawing
  const sharp = Math.min(window.devicePixelRatio || 1, MOST_SHARP)
  canvas.width = Math.floor(viewport.width * sharp)
  canvas.height = Math.floor(viewport.height * sharp)
  canvas.style.inlineSize = `${Math.floor(viewport.width)}px`
  canvas.style.blockSize = `${Math.floor(viewport.height)}px`
  return page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] })
}

/** Lays the words of the page over its picture, unseen, so that they can be selected, copied, read aloud and found. */
export async function layText({
  page,
  width,
  turn,
  container,
}: Omit<Drawing, 'canvas'> & { readonly container: HTMLElement }): Promise<void> {
  const { TextLayer } = await pdfLibrary()
  const viewport = viewportOf({ page, width, turn })
  container.replaceChildren()
  container.style.setProperty('--total-scale-factor', String(viewport.scale))
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport })
  const upright = viewport.rotation % 180 === 0
  container.style.width = `${Math.floor(upright ? viewport.width : viewport.height)}px`
  container.style.height = `${Math.floor(upright ? viewport.height : viewport.width)}px`
  await layer.render()
}
