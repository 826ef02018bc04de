import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** `line` for names, titles and codes; `prose` keeps line breaks and tabs. */
export type TextShape = 'line' | 'prose'
export type TextRefusal = 'control-character' | 'bidi-control' | 'too-long'

/** Past this no field of the product is read further (a memory fence, not a rule of the award). */
export const LONGEST_TEXT = 50_000

const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code <= 0x9f)
/** Embeddings, overrides, isolates and marks: they make a name read otherwise than it is stored. */
const isBidiControl = (code: number): boolean =>
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069) ||
  code === 0x200e ||
  code === 0x200f ||
  code === 0x061c
const isLoneSurrogate = (character: string): boolean => {
  const code = character.charCodeAt(0)
  return character.length === 1 && code >= 0xd800 && code <= 0xdfff
}

/**
 * Decides whether a typed text may be stored and gives its stored form: NFC, line ends as LF, outer space cut
 * from a line. Refuses control characters everywhere and bidirectional controls in a line; prose loses the
 * latter silently, because word processors leave them behind and they carry no text.
 */
export function cleanText(typed: string, shape: TextShape): Result<string, TextRefusal> {
  if (typed.length > LONGEST_TEXT) return refuse('too-long', { limit: LONGEST_TEXT })
  const text = typed.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  let kept = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const isBreak = shape === 'prose' && (code === 0x0a || code === 0x09)
    if ((isControl(code) && !isBreak) || isLoneSurrogate(character)) {
      return refuse('control-character', { code: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` })
    }
    if (isBidiControl(code)) {
      if (shape === 'line') return refuse('bidi-control')
      continue
    }
    kept += character
  }
  return ok(shape === 'line' ? kept.trim() : kept)
}

/** Letters and signs that Unicode counts as such and that draw nothing: fillers of Hangul, the empty cell of Braille. */
const FILLERS = /[\u115F\u1160\u2800\u3164\uFFA0]/gu

/** Whether a text says nothing that anybody could read: spaces, joiners of no width and fillers are no reason. */
export const isBlank = (text: string): boolean => !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(FILLERS, ''))

/** Words as people count them: runs between spaces, in any script. Punctuation alone is no word. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((run) => /[\p{L}\p{N}]/u.test(run)).length
}
