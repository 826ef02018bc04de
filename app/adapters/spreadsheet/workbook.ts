import type { Workbook } from '#app/services/ports.ts'
import { csvRows } from './csv.ts'
import { odsBook } from './ods.ts'

/** Tables as files: rows that stream as CSV, sheets as one OpenDocument spreadsheet. */
export const workbook: Workbook = { csv: csvRows, ods: odsBook }
