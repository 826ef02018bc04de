import { crc32, deflateRawSync } from 'node:zlib'

/** One entry: a path with `/`, its bytes, and whether they are kept as they are. */
export type ZipEntry = { readonly name: string; readonly content: string; readonly isStored?: boolean }

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** The first day that the format knows: bytes follow from the content alone, never from the hour. */
const DAY = (1 << 5) | 1
const NAMES_ARE_UTF8 = 1 << 11

/** What both headers of an entry say alike: version needed, flags, method, time, day, check sum, both sizes, length of the name. */
function described({ name, content, isStored = false }: ZipEntry) {
  const plain = Buffer.from(content, 'utf8')
  const body = isStored ? plain : deflateRawSync(plain)
  const path = Buffer.from(name, 'utf8')
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(NAMES_ARE_UTF8, 2)
  common.writeUInt16LE(isStored ? 0 : 8, 4)
  common.writeUInt16LE(DAY, 8)
  common.writeUInt32LE(crc32(plain), 10)
  common.writeUInt32LE(body.length, 14)
  common.writeUInt32LE(plain.length, 18)
  common.writeUInt16LE(path.length, 22)
  return { path, body, common }
}

const signed = (signature: number, ...parts: readonly Buffer[]): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(signature)
  return Buffer.concat([head, ...parts])
}

/** A ZIP archive (APPNOTE 6.3.3, no ZIP64: below 4 GiB) of a few texts, in their order. The same texts give the same bytes. */
export function zipped(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = []
  const index: Buffer[] = []
  let offset = 0
  for (const { path, body, common } of entries.map(described)) {
    const file = signed(LOCAL, common, path, body)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    index.push(signed(CENTRAL, Buffer.from([20, 0]), common, place, path))
    files.push(file)
    offset += file.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(Buffer.concat(index).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, ...index, signed(END, end)])
}
