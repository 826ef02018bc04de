import { field, inset, khatim, kites, polar, type Point, type Polygon, type Tile } from './geometry.ts'

const EMERALDS = ['#00684C', '#0B7C5D', '#005641', '#1B8F6E', '#037153'] as const
const INKS = ['#0B2A31', '#133A43', '#0A3435'] as const
const SQUARES = ['#C2DCCF', '#D5E7DD'] as const
const [TRACE, IVORY, SAFFRON] = ['#00624A', '#F3EEE2', '#E2A31B'] as const
const BISQUE = { kite: '#A9CFBF', hexagon: '#DDE8E0', star: null, square: null } as const

/** Half-widths in px: glazed core, bisque around it, compass lines fading out. */
const CORE = 84
const PALE = 128
const REACH = 166
const EDGE = 60
const JOINT = 1.5

const places = (polygon: Polygon): string =>
  polygon.map(([x, y]) => `${Number(x.toFixed(2))},${Number(y.toFixed(2))}`).join(' ')
const piece = (polygon: Polygon, paint: string): string => `<polygon points="${places(polygon)}" ${paint}/>`
const svg = (width: number, height: number, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body}</svg>`

/** Mulberry32: the same seed lays the same wall, on every machine. */
function sequence(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const pick = (colours: readonly string[], share: number): string =>
  colours[Math.min(colours.length - 1, Math.floor(share * colours.length))] ?? IVORY

function glaze(shape: Tile['shape'], tone: number): string {
  if (shape === 'star') return IVORY
  if (shape === 'kite') return pick(EMERALDS, tone)
  if (shape === 'square') return pick(SQUARES, tone)
  if (tone < 0.62) return pick(INKS, tone / 0.62)
  return tone < 0.85 ? EMERALDS[2] : EMERALDS[0]
}

export type CentreMark = 'excellence' | 'encouragement' | 'jury' | 'other' | 'participation'

/** The one saffron piece, drawn as the prize's own mark (experience.md section 5, point 7). */
function centrePiece(mark: CentreMark, centre: Point, star: Polygon): string {
  const radius = Math.hypot((star[0]?.[0] ?? 0) - centre[0], (star[0]?.[1] ?? 0) - centre[1])
  const full = inset(star, JOINT)
  if (mark === 'excellence' || mark === 'other') return piece(full, `fill="${SAFFRON}"`)
  const ground = piece(full, `fill="${IVORY}"`)
  if (mark === 'participation')
    return ground + piece(inset(star, JOINT + 4), `fill="none" stroke="${SAFFRON}" stroke-width="4"`)
  if (mark === 'encouragement') {
    const outline = piece(inset(star, JOINT + 3), `fill="none" stroke="${SAFFRON}" stroke-width="3"`)
    return ground + outline + piece(khatim(centre, radius * 0.52, 22.5), `fill="${SAFFRON}"`)
  }
  const diamond = [0, 90, 180, 270].map((angle) => polar(centre, radius * 0.68, angle))
  return ground + piece(diamond, `fill="${SAFFRON}"`)
}

/** The tile spine of the certificate: glazed in the middle, bisque, then lines, fading both ways; saffron at the centre. */
export function spine(width: number, height: number, mark: CentreMark, seed = 3): string {
  const next = sequence(seed)
  const centre: Point = [width / 2, height / 2]
  let [lines, tiles] = ['', '']
  for (const tile of field({ left: 0, top: -80, right: width, bottom: height + 80 }, EDGE, centre)) {
    const distance = Math.abs(tile.centre[0] - centre[0])
    const noise = (next() - 0.5) * 34 * (tile.shape === 'star' ? 0.2 : 1)
    const tone = next()
    const strength = Math.min(1, 1 - (distance - CORE) / (REACH - CORE)) * 0.55
    if (distance > CORE - 20 && strength > 0.01) {
      lines += piece(tile.polygon, `stroke-opacity="${strength.toFixed(2)}"`)
    }
    const bisque = distance + noise < PALE ? BISQUE[tile.shape] : null
    const colour = distance + noise < CORE ? glaze(tile.shape, tone) : bisque
    const isCentre = tile.shape === 'star' && distance < 1 && Math.abs(tile.centre[1] - centre[1]) < 1
    if (isCentre) tiles += centrePiece(mark, tile.centre, tile.polygon)
    else if (colour !== null) tiles += piece(inset(tile.polygon, JOINT), `fill="${colour}"`)
  }
  return svg(width, height, `<g fill="none" stroke="${TRACE}" stroke-width="0.7">${lines}</g><g>${tiles}</g>`)
}

/** Px of the spine at the head of an act: its width and where it has faded to nothing. */
const CROWN = { width: 336, height: 208, edge: 34, star: 96 } as const

/** The same wall at the head of every act: glazed above, fading downwards and to both sides; one saffron star. */
export function crown(seed = 5): string {
  const next = sequence(seed)
  const { width, height, edge, star } = CROWN
  const centre: Point = [width / 2, star]
  let [lines, tiles] = ['', '']
  for (const tile of field({ left: 0, top: -40, right: width, bottom: height }, edge, centre)) {
    const across = Math.abs(tile.centre[0] - centre[0]) / (width / 2)
    const down = Math.max(0, tile.centre[1] - star) / (height - star)
    const worn = Math.hypot(across, down) + (next() - 0.5) * (tile.shape === 'star' ? 0.04 : 0.16)
    const tone = next()
    const isCentre =
      tile.shape === 'star' && Math.hypot(tile.centre[0] - centre[0], tile.centre[1] - star) < 1
    const colour = worn < 0.36 ? glaze(tile.shape, tone) : worn < 0.56 ? BISQUE[tile.shape] : null
    if (isCentre) tiles += centrePiece('excellence', tile.centre, tile.polygon)
    else if (colour !== null) tiles += piece(inset(tile.polygon, JOINT * 0.7), `fill="${colour}"`)
    if (worn > 0.36 && worn < 0.95)
      lines += piece(tile.polygon, `stroke-opacity="${((0.95 - worn) * 0.9).toFixed(2)}"`)
  }
  return svg(width, height, `<g fill="none" stroke="${TRACE}" stroke-width="0.7">${lines}</g><g>${tiles}</g>`)
}

/** The mark of the award: eight kites, the one at the upper right set apart. */
export function brandMark(size: number): string {
  const half = size / 2
  const pieces = kites([half, half], half).map((kite, k) =>
    piece(inset(kite, (0.9 * size) / 40), `fill="${k === 1 ? SAFFRON : TRACE}"`),
  )
  return svg(size, size, pieces.join(''))
}
