/** Which characters a TrueType font has a glyph for: its `cmap` table, formats 4 and 12 (OpenType specification). */
export function coverageOf(font: Buffer): Set<number> {
  const covered = new Set<number>()
  const start = tableStart(font, 'cmap')
  if (start === null) return covered
  const count = font.readUInt16BE(start + 2)
  for (let k = 0; k < count; k += 1) {
    const table = start + font.readUInt32BE(start + 4 + 8 * k + 4)
    const shape = font.readUInt16BE(table)
    if (shape === 4) addSegments(font, table, covered)
    if (shape === 12) addGroups(font, table, covered)
  }
  return covered
}

function tableStart(font: Buffer, tag: string): number | null {
  const tables = font.readUInt16BE(4)
  for (let k = 0; k < tables; k += 1) {
    const entry = 12 + 16 * k
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8)
  }
  return null
}

function addSegments(font: Buffer, table: number, covered: Set<number>): void {
  const segments = font.readUInt16BE(table + 6) / 2
  const [ends, starts] = [table + 14, table + 16 + segments * 2]
  const [deltas, offsets] = [starts + segments * 2, starts + segments * 4]
  for (let k = 0; k < segments; k += 1) {
    const [first, last] = [font.readUInt16BE(starts + 2 * k), font.readUInt16BE(ends + 2 * k)]
    const [delta, offset] = [font.readUInt16BE(deltas + 2 * k), font.readUInt16BE(offsets + 2 * k)]
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const at = offsets + 2 * k + offset + 2 * (code - first)
      const glyph = offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(at)
      if (glyph !== 0) covered.add(code)
    }
  }
}

function addGroups(font: Buffer, table: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(table + 12)
  for (let k = 0; k < groups; k += 1) {
    const group = table + 16 + 12 * k
    const [first, last] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
    for (let code = first; code <= last; code += 1) covered.add(code)
  }
}
