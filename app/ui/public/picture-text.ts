/** A run of text as the painter measures it. */
export type Run = {
  readonly text: string
  readonly family: string
  readonly weight: number
  readonly size: number
}
export type Measure = (runs: readonly Run[]) => Promise<readonly number[]>
export type Block = { readonly size: number; readonly lines: readonly string[] }
export type Face = { readonly family: string; readonly weight: number }
export type Room = {
  readonly width: number
  readonly lines: number
  /** How high all lines may stand together, and one line as a share of the size. */
  readonly height: number
  readonly tall: number
  /** From the largest to the smallest size in pixels; the last one cuts what does not fit. */
  readonly sizes: readonly number[]
}

/** Widths grow with the size: words are measured once, at this one. */
const AT = 100
/** A word longer than this is broken like a line: names without a space must not leave the picture. */
const LONGEST = 22

/** `15 h 30`, `« e-mtiaz »`: a line does not break at a space that joins. The painter draws it as any other. */
const BREAKS = /[^\S\u00A0\u202F]+/u
const JOINS = /[\u00A0\u202F]/gu

const parts = (text: string): readonly string[] =>
  text
    .split(BREAKS)
    .map((word) => word.replace(JOINS, ' ').trim())
    .filter((word) => word !== '')
    .flatMap((word) => {
      const signs = Array.from(word)
      return signs.length <= LONGEST
        ? [word]
        : Array.from({ length: Math.ceil(signs.length / LONGEST) }, (_, k) =>
            signs.slice(k * LONGEST, (k + 1) * LONGEST).join(''),
          )
    })

function broken(words: readonly string[], widths: readonly number[], space: number, room: number): string[] {
  const lines: string[] = []
  let [line, used] = ['', 0]
  words.forEach((word, k) => {
    const width = widths[k] ?? 0
    if (line !== '' && used + space + width > room) {
      lines.push(line)
      ;[line, used] = [word, width]
    } else {
      ;[line, used] = line === '' ? [word, width] : [`${line} ${word}`, used + space + width]
    }
  })
  return line === '' ? lines : [...lines, line]
}

/** The largest size at which the text stands in the lines given; at the smallest the rest is cut, and said to be. */
export async function fitted(
  text: string,
  { family, weight }: Face,
  room: Room,
  measure: Measure,
): Promise<Block> {
  const words = parts(text)
  const run = (of: string): Run => ({ text: of, family, weight, size: AT })
  const [apart = 0, together = 0, ...widths] = await measure([run('n n'), run('nn'), ...words.map(run)])
  const smallest = room.sizes.at(-1) ?? AT
  for (const size of room.sizes) {
    const scale = size / AT
    const lines = broken(
      words,
      widths.map((width) => width * scale),
      (apart - together) * scale,
      room.width,
    )
    const most = Math.max(1, Math.min(room.lines, Math.floor(room.height / (size * room.tall))))
    const isWide = words.some((_, k) => (widths[k] ?? 0) * scale > room.width)
    if (lines.length <= most && !isWide) return { size, lines }
    if (size !== smallest) continue
    const kept = lines.slice(0, most)
    return lines.length <= most
      ? { size, lines }
      : { size, lines: kept.map((line, k) => (k === kept.length - 1 ? `${line}…` : line)) }
  }
  return { size: smallest, lines: [] }
}
