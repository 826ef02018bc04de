import { inflateSync } from 'node:zlib'

export const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')

/** The text of every compressed stream, so that attachments and page trees can be looked at. */
function streams(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  return [...text.matchAll(/stream\r?\n/g)].flatMap((hit) => {
    const start = hit.index + hit[0].length
    try {
      return [inflateSync(bytes.subarray(start, text.indexOf('endstream', start))).toString('utf8')]
    } catch {
      return []
    }
  })
}

export const attachments = (pdf: Uint8Array): string[] => streams(pdf).filter((text) => text.startsWith('{'))

export function pagesOf(pdf: Uint8Array): number {
  const all = [latin(pdf), ...streams(pdf)].join('\n')
  return Number(
    /\/Type\s*\/Pages[^>]*?\/Count\s+(\d+)/.exec(all)?.[1] ??
      /\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages/.exec(all)?.[1],
  )
}
