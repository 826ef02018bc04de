import type { Context } from '#app/services/context.ts'
import type { PublishedEdition } from '../public/published.ts'
import { OPEN_DATA_HEADER, openDataJson, openDataRows } from './open-data.ts'

type UrlOf = (nominationId: string) => string
export type OpenDataFiles = { readonly json: string; readonly csv: Uint8Array; readonly rows: number }

/** Both files as they are served, so that the page can say their sizes. */
export async function openDataFiles(
  { workbook }: Pick<Context, 'workbook'>,
  editions: readonly PublishedEdition[],
  urlOf: UrlOf,
): Promise<OpenDataFiles> {
  const rows = openDataRows(editions, urlOf)
  const parts: Uint8Array[] = []
  for await (const part of workbook.csv(OPEN_DATA_HEADER, rows)) parts.push(part)
  return { json: openDataJson(editions, urlOf), csv: Buffer.concat(parts), rows: rows.length }
}

/** What a page says about the files: bytes and lines, not the files. */
export async function openDataSizes(
  ctx: Pick<Context, 'workbook'>,
  editions: readonly PublishedEdition[],
  urlOf: UrlOf,
) {
  const { json, csv, rows } = await openDataFiles(ctx, editions, urlOf)
  return { json: Buffer.byteLength(json), csv: csv.byteLength, rows }
}
