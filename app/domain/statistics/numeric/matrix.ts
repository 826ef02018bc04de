/** A square matrix of `size` rows, row after row. */
export type Square = { readonly size: number; readonly cells: Float64Array }

/** A pivot below this share of its diagonal cell is rounding, not rank. */
const SINGULAR = 1e-11

export const square = (size: number): Square => ({ size, cells: new Float64Array(size * size) })
export const cell = ({ size, cells }: Square, row: number, column: number): number =>
  cells[row * size + column] as number

/** The lower Cholesky factor of a symmetric positive definite matrix; null when it is singular. */
export function cholesky({ size, cells }: Square): Square | null {
  const factor = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = cells[row * size + column] as number
      for (let k = 0; k < column; k += 1)
        sum -= (factor[row * size + k] as number) * (factor[column * size + k] as number)
      if (row === column) {
        if (!(sum > SINGULAR * (cells[row * size + row] as number))) return null
        factor[row * size + row] = Math.sqrt(sum)
      } else factor[row * size + column] = sum / (factor[column * size + column] as number)
    }
  return { size, cells: factor }
}

/** x with L x = b. */
export function solveLower({ size, cells }: Square, b: Float64Array): Float64Array {
  const x = new Float64Array(size)
  for (let row = 0; row < size; row += 1) {
    let sum = b[row] as number
    for (let k = 0; k < row; k += 1) sum -= (cells[row * size + k] as number) * (x[k] as number)
    x[row] = sum / (cells[row * size + row] as number)
  }
  return x
}

/** x with Lᵀ x = b. */
export function solveUpper({ size, cells }: Square, b: Float64Array): Float64Array {
  const x = new Float64Array(size)
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = b[row] as number
    for (let k = row + 1; k < size; k += 1) sum -= (cells[k * size + row] as number) * (x[k] as number)
    x[row] = sum / (cells[row * size + row] as number)
  }
  return x
}

/** x with L Lᵀ x = b. */
export const solve = (factor: Square, b: Float64Array): Float64Array =>
  solveUpper(factor, solveLower(factor, b))

/** (L Lᵀ)⁻¹. */
export function inverse(factor: Square): Square {
  const { size } = factor
  const result = square(size)
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size)
    unit[column] = 1
    const solved = solve(factor, unit)
    for (let row = 0; row < size; row += 1) result.cells[row * size + column] = solved[row] as number
  }
  return result
}

/** ln |L Lᵀ|. */
export function logDeterminant({ size, cells }: Square): number {
  let sum = 0
  for (let row = 0; row < size; row += 1) sum += Math.log(cells[row * size + row] as number)
  return 2 * sum
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < a.length; index += 1) sum += (a[index] as number) * (b[index] as number)
  return sum
}
