import type { Content } from './content.ts'
import type { Fault } from './fault.ts'

const STEP = 64 * 1024
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/

/** Text in UTF-8 from end to end, without controls, whose first line has columns. */
export async function checkCsv(content: Content): Promise<Fault> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = ''
  try {
    for (let at = 0; at < content.size; at += STEP) {
      const text = decoder.decode(await content.read(at, STEP), { stream: true })
      if (CONTROLS.test(text)) return 'file-type-unknown'
      if (at === 0) first = text.split(/\r\n|\r|\n/, 1)[0] ?? ''
    }
    decoder.decode()
  } catch {
    return 'file-type-unknown'
  }
  return /[,;\t]/.test(first) && !first.trimStart().startsWith('<') ? null : 'file-type-unknown'
}
