import { isStorable } from '#app/domain/kernel/storable.ts'

/** Rows of a list page (reliability.md section 3: a list never loads more than it shows, plus one). */
export const PAGE_SIZE = 50

/** Where the next page begins: the sort value of the last row shown, then its id, which breaks ties. */
export type Cursor = { readonly value: string; readonly id: string }
export type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

/** An instant as the pages write it: what a database would refuse to read never reaches it. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const encodeCursor = ({ value, id }: Cursor): string =>
  Buffer.from(JSON.stringify([value, id]), 'utf8').toString('base64url')

/** Null for no cursor, and for one that no page of ours wrote: the list then begins at its beginning. */
export function decodeCursor(text: string | null | undefined): Cursor | null {
  if (!text || text.length > 600 || !/^[A-Za-z0-9_-]+$/.test(text)) return null
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(parsed) || parsed.length !== 2) return null
    const [value, id] = parsed as unknown[]
    return typeof value === 'string' && typeof id === 'string' && UUID.test(id) && isStorable(value)
      ? { value, id }
      : null
  } catch {
    return null
  }
}

/** The same for a list in the order of an instant. */
export function decodeInstantCursor(
  text: string | null | undefined,
): { readonly at: Date; readonly id: string } | null {
  const cursor = decodeCursor(text)
  if (!cursor || !INSTANT.test(cursor.value)) return null
  const at = new Date(cursor.value)
  return Number.isNaN(at.getTime()) || cursor.value.startsWith('0000') ? null : { at, id: cursor.id }
}

/** Cuts a result that was asked with `size + 1` rows: the last one only says that there is more. */
export function pageOf<Row>(
  rows: readonly Row[],
  cursorOf: (row: Row) => Cursor,
  size: number = PAGE_SIZE,
): Page<Row> {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > size && last ? encodeCursor(cursorOf(last)) : null }
}

/** A search text for LIKE: its own wildcards are letters. */
export const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
