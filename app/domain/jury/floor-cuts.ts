import { at, scoreAt } from './instance.ts'
import type { Cells, Instance } from './instance.ts'

/**
 * What a floor means for one row: how far its readers may fall short of its best score, all together. With
 * d = best - score, "the sum reaches the floor" reads Σ d ≤ room.
 */
type Room = { readonly best: number; readonly room: number }

function roomOf(instance: Instance, row: number, floor: number): Room {
  const best = (instance.score[row] ?? []).reduce<number>((most, score) => Math.max(most, score ?? 0), 0)
  return { best, room: at(instance.wanted, row, 0) * best + at(instance.base, row, 0) - floor }
}

/** The cells that a plan above the floor can use: one that falls short by more than the whole room is never chosen. */
export function cellsAbove(instance: Instance, floor: number): Cells {
  return instance.score.flatMap((scores, row) => {
    const { best, room } = roomOf(instance, row, floor)
    return scores.flatMap((score, column) =>
      score === null || best - score > room ? [] : [[row, column] as const],
    )
  })
}

/** More distinct scores than this, and the cuts would outgrow what they save. */
const FEW = 12

export type Cut = { readonly entries: readonly (readonly [number, number])[]; readonly most: number }

/**
 * Cuts that hold for whole plans and not for fractions (Chvátal-Gomory): from Σ d z ≤ room follows, for every k,
 * Σ ⌊d/k⌋ z ≤ ⌊room/k⌋. With few distinct scores they bring the linear bound down to what whole plans reach.
 */
export function cutsAbove(instance: Instance, cells: Cells, floor: number): readonly Cut[] {
  const ofRow = Map.groupBy(cells.keys(), (index) => cells[index]?.[0] ?? 0)
  return [...ofRow].flatMap(([row, indices]): Cut[] => {
    const { best, room } = roomOf(instance, row, floor)
    const short = indices.map(
      (index) => [index, best - (scoreAt(instance, row, cells[index]?.[1] ?? 0) ?? 0)] as const,
    )
    const steps = [...new Set(short.map(([, d]) => d))].filter((d) => d > 0)
    if (room < 0 || steps.length > FEW) return []
    return steps.map((k) => ({
      entries: short
        .map(([index, d]) => [index, Math.floor(d / k)] as const)
        .filter(([, times]) => times > 0),
      most: Math.floor(room / k),
    }))
  })
}
