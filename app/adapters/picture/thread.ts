import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js'
import type { PictureText } from './port.ts'

/** What is asked of the thread: a drawing to paint, or words to measure. Answered in the order of asking. */
export type Order = { readonly id: number } & (
  { readonly svg: string; readonly words?: never } | { readonly words: readonly PictureText[] }
)
export type Answer = { readonly id: number } & (
  | { readonly png: Uint8Array; readonly widths?: never; readonly error?: never }
  | { readonly widths: readonly number[]; readonly error?: never }
  | { readonly error: string }
)

const FONTS = [
  'ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  'ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf',
  'ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
  'ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf',
  'fustat/600SemiBold/Fustat_600SemiBold.ttf',
  'noto-sans-tifinagh/400Regular/NotoSansTifinagh_400Regular.ttf',
] as const
const { resolve } = createRequire(import.meta.url)
/** Only the fonts of the house: a picture is the same to the byte on every machine. */
const OPTIONS: ResvgRenderOptions = {
  font: {
    loadSystemFonts: false,
    fontFiles: FONTS.map((file) => resolve(`@expo-google-fonts/${file}`)),
    defaultFontFamily: 'IBM Plex Sans',
  },
}

/** Text has no width before it is shaped; its box leaves out the white before the first and after the last letter. */
function widthOf({ text, family, weight, size }: PictureText): number {
  const escaped = text.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0) ?? 63};`)
  const face = `font-family="${family}" font-weight="${weight}" font-size="${size}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><text y="${size}" ${face}>${escaped}</text></svg>`
  const box = new Resvg(svg, OPTIONS).getBBox()
  return box === undefined ? 0 : box.x + box.width
}

function answer(order: Order): Answer {
  try {
    if (order.words !== undefined) return { id: order.id, widths: order.words.map(widthOf) }
    return { id: order.id, png: new Resvg(order.svg, OPTIONS).render().asPng() }
  } catch (error) {
    return { id: order.id, error: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (order: Order) => parentPort?.postMessage(answer(order)))
