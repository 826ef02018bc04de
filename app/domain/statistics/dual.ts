import type { Design } from './design.ts'
import { square } from './numeric/matrix.ts'
import type { Square } from './numeric/matrix.ts'

/**
 * The system of the jurors once nominations are eliminated: K - Aᵀ S A, K the sheets of each juror, A the incidence
 * of nominations and jurors, S diagonal. With S = 1/n_i it is the dual of the normal equations (section 2.1): J x J,
 * smaller than I x I wherever jurors are fewer than nominations.
 */
export function dualMatrix(design: Design, s: Float64Array): Square {
  const size = design.jurors.length
  const dual = square(size)
  for (let j = 0; j < size; j += 1) dual.cells[j * size + j] = design.m[j] as number
  const { cells } = dual
  const { juror } = design
  // Sheets are sorted by nomination: those of one stand together.
  for (let from = 0; from < design.y.length;) {
    const i = design.nomination[from] as number
    const to = from + (design.n[i] as number)
    const share = s[i] as number
    for (let a = from; a < to; a += 1) {
      const row = (juror[a] as number) * size
      // Sheets of one nomination are sorted by juror: what lies beyond the diagonal is mirrored once, at the end.
      for (let b = from; b <= a; b += 1) {
        const at = row + (juror[b] as number)
        cells[at] = (cells[at] as number) - share
        // Two sheets of one juror on one nomination meet twice, on the diagonal.
        if (b < a && juror[a] === juror[b]) cells[at] = (cells[at] as number) - share
      }
    }
    from = to
  }
  for (let j = 0; j < size; j += 1)
    for (let k = 0; k < j; k += 1) cells[k * size + j] = cells[j * size + k] as number
  return dual
}

/** The sum over each nomination's sheets of a value per sheet: I values. */
export function byNomination(design: Design, values: Float64Array): Float64Array {
  const sums = new Float64Array(design.nominations.length)
  for (let s = 0; s < values.length; s += 1) {
    const i = design.nomination[s] as number
    sums[i] = (sums[i] as number) + (values[s] as number)
  }
  return sums
}

/** The sum over each juror's sheets of a value per sheet: J values. */
export function byJuror(design: Design, values: Float64Array): Float64Array {
  const sums = new Float64Array(design.jurors.length)
  for (let s = 0; s < values.length; s += 1) {
    const j = design.juror[s] as number
    sums[j] = (sums[j] as number) + (values[s] as number)
  }
  return sums
}

/** Zᵀ(v - S-weighted part of each nomination): the right-hand side that belongs to `dualMatrix`. */
export function dualSide(design: Design, s: Float64Array, values: Float64Array): Float64Array {
  const sums = byNomination(design, values)
  const reduced = values.map((value, at) => {
    const i = design.nomination[at] as number
    return value - (s[i] as number) * (sums[i] as number)
  })
  return byJuror(design, reduced)
}

/** 1/n_i. */
export const inverseCounts = (design: Design): Float64Array => design.n.map((count) => 1 / count)

/** a_i, the jurors of each nomination as counts, row after row: I x J. */
export function incidence(design: Design): Float64Array {
  const J = design.jurors.length
  const cells = new Float64Array(design.nominations.length * J)
  design.juror.forEach((j, s) => {
    const at = (design.nomination[s] as number) * J + j
    cells[at] = (cells[at] as number) + 1
  })
  return cells
}
