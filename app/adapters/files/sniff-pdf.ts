import type { Content } from './content.ts'
import type { Fault } from './fault.ts'

const TAIL = 1024

/** Header at the very first byte, and the end that ISO 32000 section 7.5.5 asks for. */
export async function checkPdf(content: Content): Promise<Fault> {
  const head = (await content.read(0, 8)).toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(head)) return 'file-type-unknown'
  const tail = (await content.read(Math.max(0, content.size - TAIL), TAIL)).toString('latin1')
  const end = tail.lastIndexOf('%%EOF')
  if (end < 0 || tail.lastIndexOf('startxref', end) < 0) return 'file-truncated'
  return tail.slice(end + 5).replace(/[\s\0]/g, '') === '' ? null : 'file-polyglot'
}
