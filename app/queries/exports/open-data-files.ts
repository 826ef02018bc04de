import type { Context } from '#app/services/context.ts'
import type { PublishedEdition } from '../public/published.ts'
import { OPEN_DATA_HEADER, openDataJson, openDataRows } from './open-data.ts'
import { rollSheets, type RollWords } from './roll-book.ts'

type Ctx = Pick<Context, 'workbook'>
type Told = { readonly urlOf: (nominationId: string) => string; readonly languages: readonly RollWords[] }
export type OpenDataFiles = {
  readonly json: string
  readonly csv: Uint8Array
  readonly ods: Uint8Array
  readonly rows: number
}

/** Every file as it is served, so that the page can say their sizes. */
export async function openDataFiles(
  { workbook }: Ctx,
  editions: readonly PublishedEdition[],
  { urlOf, languages }: Told,
): Promise<OpenDataFiles> {
  const rows = openDataRows(editions, urlOf)
  const parts: Uint8Array[] = []
  for await (const part of workbook.csv(OPEN_DATA_HEADER, rows)) parts.push(part)
  return {
    json: openDataJson(editions, urlOf),
    csv: Buffer.concat(parts),
    ods: workbook.ods(rollSheets(editions, languages)),
    rows: rows.length,
  }
}

/** What a page says about the files: bytes and lines, not the files. */
export async function openDataSizes(ctx: Ctx, editions: readonly PublishedEdition[], told: Told) {
  const { json, csv, ods, rows } = await openDataFiles(ctx, editions, told)
  return { json: Buffer.byteLength(json), csv: csv.byteLength, ods: ods.byteLength, rows }
}
