import type { Square } from './matrix.ts'

/** The eigenvalues of a symmetric matrix, largest first, and its eigenvectors as columns in the same order. */
export type Spectrum = { readonly values: Float64Array; readonly vectors: Float64Array }

const SWEEPS = 60

function turn(cells: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const off = cells[p * size + q] as number
  const tau = ((cells[q * size + q] as number) - (cells[p * size + p] as number)) / (2 * off)
  const tangent = Math.sign(tau || 1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau))
  const cosine = 1 / Math.sqrt(1 + tangent * tangent)
  const sine = tangent * cosine
  const mix = (array: Float64Array, first: number, second: number): void => {
    const [a, b] = [array[first] as number, array[second] as number]
    array[first] = cosine * a - sine * b
    array[second] = sine * a + cosine * b
  }
  for (let k = 0; k < size; k += 1) mix(cells, k * size + p, k * size + q)
  for (let k = 0; k < size; k += 1) mix(cells, p * size + k, q * size + k)
  for (let k = 0; k < size; k += 1) mix(vectors, k * size + p, k * size + q)
}

/** Cyclic Jacobi rotations until the off-diagonal part is rounding. */
export function eigen({ size, cells: given }: Square): Spectrum {
  const cells = Float64Array.from(given)
  const vectors = new Float64Array(size * size)
  for (let k = 0; k < size; k += 1) vectors[k * size + k] = 1
  const total = given.reduce((sum, value) => sum + value * value, 0)
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let off = 0
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) off += (cells[p * size + q] as number) ** 2
    if (off <= 1e-32 * total) break
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) if (cells[p * size + q] !== 0) turn(cells, vectors, size, p, q)
  }
  const order = Array.from({ length: size }, (_, k) => k).sort(
    (a, b) => (cells[b * size + b] as number) - (cells[a * size + a] as number),
  )
  return {
    values: Float64Array.from(order, (k) => cells[k * size + k] as number),
    vectors: Float64Array.from({ length: size * size }, (_, at) => {
      return vectors[Math.floor(at / size) * size + (order[at % size] as number)] as number
    }),
  }
}
