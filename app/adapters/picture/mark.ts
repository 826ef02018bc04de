import { inset, khatim, kites, type Polygon } from '../pdf/geometry.ts'

const places = (polygon: Polygon): string =>
  polygon.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ')

/**
 * The mark for letters, `size` pixels square: eight kites, the one at the upper right set apart, on a white khatim. On
 * white paper the ground is not seen; where a program turns the paper dark, it keeps the joints between the tiles.
 */
export function markDrawing(size: number): string {
  const half = size / 2
  const pieces = kites([half, half], half * 0.94).map(
    (kite, k) =>
      `<polygon points="${places(inset(kite, (0.9 * size) / 40))}" fill="${k === 1 ? '#E2A31B' : '#00624A'}"/>`,
  )
  const ground = `<polygon points="${places(khatim([half, half], half))}" fill="#FFFFFF"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">${ground}${pieces.join('')}</svg>`
}
