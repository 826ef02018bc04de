/**
 * Typst maps every glyph of a cluster to the whole text of the cluster, and keeps what it met first: after one `تُ` each
 * plain `ت` of the page would be read as `تُ`. Here a letter is given back its letters and a vowel mark its mark, so that
 * words can be searched and copied whole. The maps stand uncompressed in the file and never grow: no offset moves.
 */
const MARKS = /\p{Mn}/gu

type Font = { readonly widths: string; readonly map: number }

/** Zero-width glyphs are the marks. `/W` lists `first last width` in a font that `/DW 0` says nothing else of. */
function spacing(widths: string): (glyph: number) => boolean {
  const numbers = widths.trim().split(/\s+/).map(Number)
  const wide = new Set<number>()
  for (let k = 0; k + 2 < numbers.length; k += 3) {
    const [first = 0, last = 0, width = 0] = numbers.slice(k, k + 3)
    for (let glyph = first; glyph <= last && width > 0; glyph += 1) wide.add(glyph)
  }
  return (glyph) => wide.has(glyph)
}

function fontsOf(text: string): Font[] {
  const object = (id: string): number => text.indexOf(`\n${id} 0 obj`)
  return [...text.matchAll(/\/DescendantFonts \[(\d+) 0 R\]\s*\/ToUnicode (\d+) 0 R/g)].flatMap((hit) => {
    const [descendant, map] = [object(hit[1] ?? ''), object(hit[2] ?? '')]
    const widths = /\/W \[([\d\s.]*)\]/.exec(text.slice(descendant, text.indexOf('endobj', descendant)))
    return descendant < 0 || map < 0 || widths === null ? [] : [{ widths: widths[1] ?? '', map }]
  })
}

const fromHex = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')
const toHex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()

/** What one glyph of a cluster says by itself; null when the file is right already. */
export function ownText(cluster: string, isSpacing: boolean): string | null {
  if ([...cluster].length < 2 || !/\p{Mn}/u.test(cluster)) return null
  const own = isSpacing ? cluster.replaceAll(MARKS, '') : (cluster.match(MARKS) ?? []).join('')
  return own === '' || own === cluster ? null : own
}

/** The same file, byte for byte, with the maps of its fonts put right in their places. */
export function withTrueText(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1')
  const out = Buffer.from(pdf)
  for (const { widths, map } of fontsOf(text)) {
    const isSpacing = spacing(widths)
    const body = text.slice(map, text.indexOf('endstream', map))
    for (const line of body.matchAll(/^<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>$/gm)) {
      const [whole, glyph = '', hex = ''] = line
      const own = ownText(fromHex(hex), isSpacing(Number.parseInt(glyph, 16)))
      if (own !== null)
        out.write(`<${glyph}> <${toHex(own)}>`.padEnd(whole.length), map + line.index, 'latin1')
    }
  }
  return out
}
