import type { Content } from './content.ts'

const END = Buffer.from('PK\x05\x06', 'latin1')
const ENTRY = 'PK\x01\x02'
/** The end record and its longest comment (ZIP APPNOTE 4.3.16). */
const TAIL = 22 + 65_535

/** True when an archive reader would open the file: an end record whose directory really lies where it says. */
export async function endsAsZip(content: Content): Promise<boolean> {
  const from = Math.max(0, content.size - TAIL)
  const tail = await content.read(from, TAIL)
  for (let at = tail.lastIndexOf(END); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(END, at - 1)) {
    if (at + 22 > tail.length) continue
    const [size, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
    // Readers accept bytes before the archive, so the directory is looked for on both accounts.
    for (const place of [from + at - size, offset]) {
      if (place >= 0 && (await content.read(place, 4)).toString('latin1') === ENTRY) return true
    }
  }
  return false
}
