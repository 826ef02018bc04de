import type { Content } from './content.ts'
import type { Fault } from './fault.ts'

const BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|M4V |dash|MSNV|f4v |mmp4)$/
const MOST_BOXES = 100_000

/** Top-level boxes (ISO 14496-12 section 4.2) must fill the file exactly, and hold both the index and the media. */
export async function checkMp4(content: Content): Promise<Fault> {
  const brand = (await content.read(8, 4)).toString('latin1')
  if (!BRANDS.test(brand)) return 'file-type-unknown'
  const seen = new Set<string>()
  let at = 0
  for (let count = 0; at < content.size; count += 1) {
    const head = await content.read(at, 16)
    if (head.length < 8 || count > MOST_BOXES) return 'file-truncated'
    const name = head.toString('latin1', 4, 8)
    const short = head.readUInt32BE(0)
    if (short === 1 && head.length < 16) return 'file-truncated'
    const length = short === 0 ? content.size - at : short === 1 ? Number(head.readBigUInt64BE(8)) : short
    if (!/^[\x20-\x7E\xA9]{4}$/.test(name) || length < (short === 1 ? 16 : 8)) return 'file-polyglot'
    seen.add(name)
    at += length
  }
  if (at !== content.size) return 'file-truncated'
  return seen.has('moov') && (seen.has('mdat') || seen.has('moof')) ? null : 'file-truncated'
}
