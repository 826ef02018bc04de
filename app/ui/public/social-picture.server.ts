import { field } from '../motif/field.ts'
import { inset, kites, pointsOf } from '../motif/geometry.ts'
import { type Face, fitted, type Measure } from './picture-text.ts'

/** Changes whenever the drawing does: it is part of the address, and addresses are kept for ever. */
export const DRAWING = 3
export const PICTURE = { width: 1200, height: 630 } as const

/** What one language says of a laureate or of an edition. */
export type Told = {
  /** The prize and the year. */
  readonly over: string
  readonly title: string
  readonly under: string
  /** Said of what is invented; empty otherwise. */
  readonly note: string
}
export type PictureOf = { readonly fr: Told | null; readonly ar: Told | null }

const MARGIN = 64
const GUTTER = 48
const BAND = { top: 448, height: 182 } as const
const [INK, QUIET, PAPER, EMERALD] = ['#0B2A31', '#375259', '#FAF8F3', '#005F48'] as const
/** The glazes of the tokens, light theme: what `motif.css` gives the classes of the home page. */
const GLAZE: Readonly<Record<string, string>> = {
  g: '#E2A31B',
  w: '#F3EEE2',
  q0: '#C2DCCF',
  q1: '#D5E7DD',
  k0: '#DDE8E0',
  k1: '#A9CFBF',
  e0: '#00684C',
  e1: '#0B7C5D',
  e2: '#005641',
  e3: '#1B8F6E',
  e4: '#037153',
  i0: '#0B2A31',
  i1: '#133A43',
  i2: '#0A3435',
}

const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u001F\u007F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

type Side = { readonly x: number; readonly width: number; readonly isArabic: boolean }

/** The painter takes one family for a run: each script has its own. */
function face(text: string, role: 'display' | 'text', isArabic: boolean, weight = 400): Face {
  if (/\p{Script=Tifinagh}/u.test(text)) return { family: 'Noto Sans Tifinagh', weight: 400 }
  if (role === 'display') return { family: 'Fustat', weight: 600 }
  const arabic = isArabic || /\p{Script=Arabic}/u.test(text)
  return { family: arabic ? 'IBM Plex Sans Arabic' : 'IBM Plex Sans', weight }
}

/** In SVG a run has no base direction: an isolate gives the Arabic line its own (UAX 9, 2.4). */
function line(text: string, y: number, size: number, fill: string, of: Face, side: Side): string {
  const [x, anchor] = side.isArabic ? [side.x + side.width, 'end'] : [side.x, 'start']
  const said = side.isArabic ? `\u2067${escaped(text)}\u2069` : escaped(text)
  return `<text x="${x}" y="${Math.round(y)}" text-anchor="${anchor}" font-family="${of.family}" font-weight="${of.weight}" font-size="${size}" fill="${fill}">${said}</text>`
}

const TOP = 168
const FOOT = 20
const NOTE = 34
const SIZES = [58, 52, 46, 40, 36, 32, 28] as const
/** A language that stands alone has the whole width. */
const WIDE = [80, 72, 64, ...SIZES] as const

async function column(told: Told, side: Side, measure: Measure): Promise<string> {
  const { width, isArabic } = side
  const tall = isArabic ? 1.38 : 1.18
  const titled = face(told.title, 'display', isArabic)
  const under = face(told.under, 'text', isArabic)
  const over = face(told.over, 'text', isArabic, 600)
  const [first, second] = await Promise.all([
    fitted(told.over, over, { width, lines: 1, height: 40, tall: 1, sizes: [24, 22, 20] }, measure),
    fitted(told.under, under, { width, lines: 2, height: 80, tall: 1.45, sizes: [26, 24, 22] }, measure),
  ])
  const below = second.lines.length * second.size * 1.45 + FOOT + (told.note === '' ? 0 : NOTE)
  const height = BAND.top - TOP - 26 - below
  const sizes = width > PICTURE.width / 2 ? WIDE : SIZES
  const title = await fitted(told.title, titled, { width, lines: 3, height, tall, sizes }, measure)
  const marks: string[] = first.lines.map((text) => line(text, TOP, first.size, EMERALD, over, side))
  let y = TOP + 14
  for (const text of title.lines) {
    y += title.size * tall
    marks.push(line(text, y, title.size, INK, titled, side))
  }
  y += side.isArabic ? 12 : 8
  for (const text of second.lines) {
    y += second.size * 1.45
    marks.push(line(text, y, second.size, QUIET, under, side))
  }
  if (told.note !== '') {
    const noted = face(told.note, 'text', side.isArabic)
    marks.push(line(told.note, BAND.top - 16, 20, QUIET, noted, side))
  }
  return marks.join('')
}

/** The mark in one colour: the saffron piece of the picture is in the field. */
function mark(x: number, y: number, size: number): string {
  const half = size / 2
  const pieces = kites(half, half, half).map((kite, k) => {
    const points = pointsOf(inset(kite, ((k === 1 ? 1.5 : 0.9) * size) / 40))
    const paint = k === 1 ? `fill="none" stroke="${EMERALD}" stroke-width="1.6"` : `fill="${EMERALD}"`
    return `<polygon points="${points}" ${paint}/>`
  })
  return `<g transform="translate(${x} ${y})">${pieces.join('')}</g>`
}

function tiles(): string {
  const drawn = field({
    width: PICTURE.width,
    height: BAND.height,
    edge: 44,
    seed: 11,
    start: -0.06,
    soft: 0.62,
    joint: 1.7,
    gold: [0.72, 0.5],
  })
  const rings = drawn.circles.map(
    ({ x, y, r, opacity }) => `<circle cx="${x}" cy="${y}" r="${r}" opacity="${opacity}"/>`,
  )
  const traces = drawn.lines.map(({ opacity, d }) => `<path d="${d}" opacity="${opacity}"/>`)
  const glazes = drawn.glazes.map(({ name, d }) => `<path d="${d}" fill="${GLAZE[name] ?? PAPER}"/>`)
  return `<svg y="${BAND.top}" width="${PICTURE.width}" height="${BAND.height}" viewBox="0 0 ${PICTURE.width} ${BAND.height}"><g fill="none" stroke="#00624A" stroke-width="0.8">${rings.join('')}${traces.join('')}</g>${glazes.join('')}</svg>`
}

/**
 * A picture for those who share a page, 1200 by 630: French on the left, Arabic on the right as on a certificate, and
 * below them the field of the home page with its one saffron piece. A language without a name leaves its room to the other.
 */
export async function socialPicture({ fr, ar }: PictureOf, measure: Measure): Promise<string> {
  const whole = PICTURE.width - 2 * MARGIN
  const half = (whole - GUTTER) / 2
  const width = fr !== null && ar !== null ? half : whole
  const columns = await Promise.all([
    fr === null ? '' : column(fr, { x: MARGIN, width, isArabic: false }, measure),
    ar === null ? '' : column(ar, { x: PICTURE.width - MARGIN - width, width, isArabic: true }, measure),
  ])
  const left: Side = { x: MARGIN + 66, width: half, isArabic: false }
  const right: Side = { x: PICTURE.width - MARGIN - half, width: half, isArabic: true }
  const brand = { family: 'Fustat', weight: 600 }
  const names = line('Imtiyaz', 87, 30, INK, brand, left) + line('امتياز', 87, 33, INK, brand, right)
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE.width}" height="${PICTURE.height}" viewBox="0 0 ${PICTURE.width} ${PICTURE.height}">`
  const ground = `<rect width="${PICTURE.width}" height="${PICTURE.height}" fill="${PAPER}"/>`
  return `${frame}${ground}${mark(MARGIN, 50, 50)}${names}${columns.join('')}${tiles()}</svg>`
}
