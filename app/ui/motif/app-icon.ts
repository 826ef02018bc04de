import { inset, kites, pointsOf } from './geometry.ts'

/** The sizes that systems ask for, in pixels: a home screen, a splash screen, the touch icon of iOS. */
export const ICON_SIZES = [180, 192, 512] as const

const GROUND = '#FAF8F3'
const PIECE = '#005F48'
const SET_APART = '#E2A31B'
/** A system may cut an icon to a circle of four fifths: the mark stays inside (W3C manifest, safe zone). */
const SAFE = 0.36

/** The mark on paper, as the icon of an installed application. */
export function appIcon(size: number): string {
  const middle = size / 2
  const pieces = kites(middle, middle, size * SAFE).map(
    (kite, k) =>
      `<polygon points="${pointsOf(inset(kite, (0.9 * size * SAFE * 2) / 40))}" fill="${k === 1 ? SET_APART : PIECE}"/>`,
  )
  const ground = `<rect width="${size}" height="${size}" fill="${GROUND}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">${ground}${pieces.join('')}</svg>`
}
