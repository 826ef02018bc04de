import type { Design } from '#app/domain/statistics/design.ts'

/** Plain matrices, for a second way to the same figures: no dual, no Woodbury, no eigenvectors. */
export type Dense = number[][]

export const zeros = (rows: number, columns: number): Dense =>
  Array.from({ length: rows }, () => Array<number>(columns).fill(0))
export const transpose = (a: Dense): Dense => (a[0] ?? []).map((_, c) => a.map((row) => row[c] ?? 0))
export const product = (a: Dense, b: Dense): Dense =>
  a.map((row) => (b[0] ?? []).map((_, c) => row.reduce((sum, value, k) => sum + value * (b[k]?.[c] ?? 0), 0)))

/** Gauss-Jordan with pivoting. */
export function inverted(a: Dense): Dense {
  const size = a.length
  const work = a.map((row, r) => [...row, ...Array.from({ length: size }, (_, c) => (c === r ? 1 : 0))])
  for (let column = 0; column < size; column += 1) {
    let pivot = column
    for (let row = column; row < size; row += 1)
      if (Math.abs(work[row]?.[column] ?? 0) > Math.abs(work[pivot]?.[column] ?? 0)) pivot = row
    const moved = work[pivot] ?? []
    work[pivot] = work[column] ?? []
    const scale = moved[column] ?? 1
    work[column] = moved.map((value) => value / scale)
    work.forEach((row, r) => {
      const factor = row[column] ?? 0
      if (r !== column && factor !== 0)
        work[r] = row.map((value, c) => value - factor * (work[column]?.[c] ?? 0))
    })
  }
  return work.map((row) => row.slice(size))
}

/** Indicator columns of an index. */
export const indicators = (index: Int32Array, size: number): Dense =>
  Array.from(index, (at) => Array.from({ length: size }, (_, c) => (c === at ? 1 : 0)))

/** Generalised least squares with V = I + θ² Z_J Z_Jᵀ: coefficients, (XᵀV⁻¹X)⁻¹ and the weighted rest. */
export function gls(design: Design, theta: number, x: Dense) {
  const z = indicators(design.juror, design.jurors.length)
  const v = product(z, transpose(z)).map((row, r) =>
    row.map((value, c) => theta * theta * value + (r === c ? 1 : 0)),
  )
  const weights = inverted(v)
  const y = Array.from(design.y, (value) => [value])
  const covariance = inverted(product(product(transpose(x), weights), x))
  const b = product(covariance, product(product(transpose(x), weights), y))
  const rest = y.map((value, s) => [(value[0] ?? 0) - (product([x[s] ?? []], b)[0]?.[0] ?? 0)])
  const quadratic = product(product(transpose(rest), weights), rest)[0]?.[0] ?? 0
  return { b: b.map((row) => row[0] ?? 0), covariance, quadratic }
}
