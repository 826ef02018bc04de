import { xmlText } from '#app/domain/kernel/xml-text.ts'
import type { Cell, Sheet } from '#app/services/ports.ts'
import { guarded, plainNumber } from './csv.ts'
import { zipped } from './zip.ts'

const KIND = 'application/vnd.oasis.opendocument.spreadsheet'
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'
const SPACES = ['office', 'style', 'text', 'table']
  .map((name) => `xmlns:${name}="${OASIS}${name}:1.0"`)
  .concat(`xmlns:fo="${OASIS}xsl-fo-compatible:1.0"`)
  .join(' ')

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="${OASIS}manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${KIND}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`

/** A number or a truth keeps its type; text is typed as text, and led by an apostrophe where a later copy into CSV could run it (T35). */
function cell(value: Cell, style = ''): string {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return '<table:table-cell/>'
  const typed =
    typeof value === 'number'
      ? `office:value-type="float" office:value="${plainNumber(value)}"`
      : typeof value === 'boolean'
        ? `office:value-type="boolean" office:boolean-value="${value}"`
        : 'office:value-type="string"'
  return `<table:table-cell${style} ${typed}><text:p>${xmlText(guarded(value))}</text:p></table:table-cell>`
}

const row = (cells: readonly Cell[], style?: string): string =>
  `<table:table-row table:style-name="row">${cells.map((value) => cell(value, style)).join('')}</table:table-row>`

/**
 * Centimetres of a column, by steps: as wide as its longest text and the longest word of its head, within limits past
 * which the text breaks.
 */
const WIDTHS = [1.8, 3, 4.5, 6]
const CM_PER_LETTER = 0.22
function widthOf({ header, rows }: Pick<Sheet, 'header' | 'rows'>, at: number): number {
  const words = header[at]?.split(' ') ?? []
  const longest = Math.max(
    ...words.map((word) => word.length),
    ...rows.map((cells) => String(cells[at] ?? '').length),
  )
  return WIDTHS.find((width) => longest * CM_PER_LETTER <= width) ?? WIDTHS.at(-1) ?? 0
}
const columnStyle = (width: number): string => `column-${width * 10}`

/** The columns of a sheet are read from its own side: an Arabic one begins at the right. */
function table({ name, language, header, rows }: Sheet): string {
  return [
    `<table:table table:name="${xmlText(name)}" table:style-name="${language}">`,
    ...header.map(
      (_, at) =>
        `<table:table-column table:style-name="${columnStyle(widthOf({ header, rows }, at))}" table:default-cell-style-name="body"/>`,
    ),
    `<table:table-header-rows>${row(header, ' table:style-name="head"')}</table:table-header-rows>`,
    ...rows.map((cells) => row(cells)),
    '</table:table>',
  ].join('')
}

const BREAKS =
  '<style:table-cell-properties fo:wrap-option="wrap" fo:padding="0.08cm" style:vertical-align="top"/>'
const sheetStyle = (language: string, mode: string): string =>
  `<style:style style:name="${language}" style:family="table" style:master-page-name="page"><style:table-properties style:writing-mode="${mode}"/></style:style>`

const styles = [
  sheetStyle('fr', 'lr-tb'),
  sheetStyle('ar', 'rl-tb'),
  ...WIDTHS.map(
    (width) =>
      `<style:style style:name="${columnStyle(width)}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
  ),
  '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
  `<style:style style:name="body" style:family="table-cell">${BREAKS}</style:style>`,
  `<style:style style:name="head" style:family="table-cell">${BREAKS}<style:text-properties fo:font-weight="bold" style:font-weight-complex="bold"/></style:style>`,
].join('')

/** Printed on its side, all columns on one page. */
const pageStyles = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${SPACES} office:version="1.3"><office:automatic-styles><style:page-layout style:name="landscape"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.2cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="page" style:page-layout-name="landscape"/></office:master-styles></office:document-styles>`

/** An OpenDocument 1.3 spreadsheet. `mimetype` comes first and as it is, so that the kind can be read off the first bytes. */
export const odsBook = (sheets: readonly Sheet[]): Uint8Array =>
  zipped([
    { name: 'mimetype', content: KIND, isStored: true },
    { name: 'META-INF/manifest.xml', content: manifest },
    { name: 'styles.xml', content: pageStyles },
    {
      name: 'content.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${SPACES} office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${sheets.map(table).join('')}</office:spreadsheet></office:body></office:document-content>`,
    },
  ])
