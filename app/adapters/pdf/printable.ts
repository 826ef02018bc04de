/** Stands on the page for a character that no embedded font has; the attached record keeps the original. */
const SUBSTITUTE = '\uFFFD'
const SPACES = /[\u2000-\u200A\u202F\u205F\u3000]/u
/** Controls, joiners and directional marks that a stranger could have typed: they would reorder or break the page. */
const UNPRINTED = /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]/u

type Covers = (codePoint: number) => boolean

/** NFC, and every character either has a glyph or becomes a replacement mark: PDF/A refuses a page with a missing glyph. */
export function printableText(text: string, covers: Covers): string {
  let out = ''
  for (const character of text.normalize('NFC')) {
    if (character === '\n') out += ' '
    else if (UNPRINTED.test(character)) continue
    else if (covers(character.codePointAt(0) ?? 0)) out += character
    else if (SPACES.test(character)) out += '\u00A0'
    else out += SUBSTITUTE
  }
  return out
}

/** The same for every text of a view, however deep. */
export function printable<T>(value: T, covers: Covers): T {
  if (typeof value === 'string') return printableText(value, covers) as T
  if (Array.isArray(value)) return value.map((member: unknown) => printable(member, covers)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, printable(member, covers)]),
  ) as T
}
