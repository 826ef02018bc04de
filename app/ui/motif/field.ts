import { compactPath, inset, sequence, short } from './geometry.ts'
import { type Frame, type Tile, tiling } from './tiling.ts'

export type FieldOptions = Frame & {
  readonly seed: number
  /** Where the tiles begin, and over which share of the width they thicken. */
  readonly start: number
  readonly soft: number
  readonly joint: number
  /** Where the one saffron piece is looked for, in shares of width and height. */
  readonly gold: readonly [number, number]
}
/** One path per glaze: a field of a thousand tiles is a dozen elements. */
export type Field = {
  readonly lines: readonly { readonly opacity: string; readonly d: string }[]
  readonly circles: readonly {
    readonly x: string
    readonly y: string
    readonly r: string
    readonly opacity: string
  }[]
  readonly glazes: readonly { readonly name: string; readonly d: string }[]
}
type Laid = Tile & { readonly laid: number; readonly tone: number }

function glazeOf(tile: Laid, isGold: boolean): string {
  const pale = tile.laid < 0.62
  if (tile.kind === 'star') return isGold ? 'g' : pale ? '' : 'w'
  if (tile.kind === 'quad') return pale ? '' : `q${Math.floor(tile.tone * 2)}`
  if (tile.kind === 'kite') return pale ? (tile.tone > 0.45 ? 'k1' : '') : `e${Math.floor(tile.tone * 5)}`
  if (pale) return tile.tone > 0.35 ? 'k0' : ''
  return tile.tone < 0.62 ? `i${Math.floor((tile.tone / 0.62) * 3)}` : tile.tone < 0.86 ? 'e2' : 'e0'
}

/** The one saffron piece: the laid star nearest to where the eye rests. */
function goldOf(tiles: readonly Laid[], { width, height, gold }: FieldOptions): Laid | undefined {
  const away = ({ centre }: Laid): number =>
    Math.hypot(centre[0] - gold[0] * width, centre[1] - gold[1] * height)
  const [first, ...others] = tiles.filter(({ kind, laid }) => kind === 'star' && laid > 0.7)
  return first && others.reduce((best, tile) => (away(tile) < away(best) ? tile : best), first)
}

function append(groups: Map<string, string>, key: string, d: string): void {
  groups.set(key, (groups.get(key) ?? '') + d)
}

/** From trace to tile: three discrete states, line, pale, glazed; nothing transparent among the tiles. */
export function field(options: FieldOptions): Field {
  const random = sequence(options.seed)
  const tiles = tiling(options).map((tile): Laid => {
    const noise = (random() - 0.5) * 0.3
    return {
      ...tile,
      laid: (tile.centre[0] / options.width - options.start) / options.soft + noise,
      tone: random(),
    }
  })
  const gold = goldOf(tiles, options)
  const lines = new Map<string, string>()
  const glazes = new Map<string, string>()
  for (const tile of tiles) {
    const ink = Math.max(0, Math.min(0.8, (tile.laid + 0.75) * 0.75))
    if (tile.laid < 0.75 && ink > 0.04)
      append(lines, (Math.round(ink * 10) / 10).toFixed(1), compactPath(tile.polygon))
    if (tile.laid <= 0.3 && tile !== gold) continue
    const glaze = glazeOf(tile, tile === gold)
    if (glaze !== '') append(glazes, glaze, compactPath(inset(tile.polygon, options.joint)))
  }
  const radius = short((options.edge * (1 + Math.SQRT2)) / 2)
  const circles = tiles
    .filter((tile) => tile.kind === 'star' && tile.laid < 0.45)
    .map((tile) => ({
      x: short(tile.centre[0]),
      y: short(tile.centre[1]),
      r: radius,
      opacity: short(Math.max(0, Math.min(0.55, (tile.laid + 0.9) * 0.5))),
    }))
  return {
    lines: [...lines].map(([opacity, d]) => ({ opacity, d })),
    circles,
    glazes: [...glazes].map(([name, d]) => ({ name, d })),
  }
}
