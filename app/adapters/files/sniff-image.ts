import type { Content } from './content.ts'
import type { Fault } from './fault.ts'

/** A hundred million points: beyond any photograph, far below what exhausts a viewer (T30). */
const MOST_POINTS = 100_000_000
const tooLarge = (width: number, height: number): boolean =>
  width * height > MOST_POINTS || width * height === 0

/** Walks the chunks from the header to the last one, which must be the end of the file. */
export async function checkPng(content: Content): Promise<Fault> {
  const header = await content.read(8, 25)
  if (header.length < 25 || header.toString('latin1', 4, 8) !== 'IHDR') return 'file-truncated'
  if (tooLarge(header.readUInt32BE(8), header.readUInt32BE(12))) return 'file-image-too-large'
  let at = 8
  while (at + 12 <= content.size) {
    const chunk = await content.read(at, 8)
    const next = at + 12 + chunk.readUInt32BE(0)
    if (next > content.size) return 'file-truncated'
    if (chunk.toString('latin1', 4, 8) === 'IEND') return next === content.size ? null : 'file-polyglot'
    at = next
  }
  return 'file-truncated'
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Walks the segments up to the picture itself, then asks for the end marker on the last bytes. */
export async function checkJpeg(content: Content): Promise<Fault> {
  let at = 2
  let framed = false
  for (;;) {
    const segment = await content.read(at, 9)
    if (segment.length < 9) return 'file-truncated'
    const marker = segment.readUInt8(1)
    if (segment.readUInt8(0) !== 0xff) return 'file-truncated'
    if (isFrame(marker)) {
      framed = true
      if (tooLarge(segment.readUInt16BE(7), segment.readUInt16BE(5))) return 'file-image-too-large'
    }
    at += 2 + segment.readUInt16BE(2)
    if (marker === 0xda) break
  }
  if (!framed) return 'file-truncated'
  const tail = (await content.read(Math.max(at, content.size - 64), 64))
    .toString('latin1')
    .replace(/\0+$/, '')
  return tail.endsWith('\xFF\xD9') ? null : 'file-truncated'
}
