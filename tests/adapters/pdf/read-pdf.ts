import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a reader of the file finds in it, by pdf.js: pages, tags, attachments, and words as their fonts name them. */
export type ReadPdf = {
  readonly pages: number
  readonly title: string
  /** Roles of the structure tree of every page, outermost first. */
  readonly roles: readonly string[]
  readonly attachments: Readonly<Record<string, string>>
  readonly words: ReadonlySet<string>
}

type Matrix = readonly [number, number, number, number, number, number]
type Glyph = { readonly unicode: string; readonly width: number }
type Run = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  text: string
}
type Node = { role?: string; children?: Node[] }

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]
const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text)
/** Words as they are compared: without vowel marks, which PDF readers place as they like. */
export const bare = (text: string): string => text.normalize('NFC').replace(/[\p{Mn}\u0640]/gu, '')

/** The runs of a page with their places. A run of Arabic lies in the file in the order in which it is seen. */
async function runsOf(page: PDFPageProxy): Promise<Run[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const runs: Run[] = []
  const stack: Matrix[] = []
  let [matrix, text, size] = [IDENTITY, IDENTITY, 10]
  fnArray.forEach((fn: number, at: number) => {
    const args = (argsArray as unknown[][])[at] ?? []
    if (fn === OPS.save) stack.push(matrix)
    else if (fn === OPS.restore) matrix = stack.pop() ?? IDENTITY
    else if (fn === OPS.transform) matrix = times(matrix, args as unknown as Matrix)
    else if (fn === OPS.setFont) size = Number(args[1])
    else if (fn === OPS.beginText) text = IDENTITY
    else if (fn === OPS.setTextMatrix) text = Object.values(args[0] as Matrix) as unknown as Matrix
    else if (fn === OPS.showText) {
      const glyphs = (args[0] as (Glyph | number)[]).filter((one): one is Glyph => typeof one === 'object')
      const found = glyphs.map(({ unicode }) => unicode)
      const place = times(matrix, text)
      const stretch = Math.hypot(place[0], place[1])
      const width = (stretch * size * glyphs.reduce((sum, glyph) => sum + glyph.width, 0)) / 1000
      const ordered = isArabic(found.join('')) ? found.reverse() : found
      runs.push({ x: place[4], y: place[5], width, size, text: ordered.join('') })
    }
  })
  return runs
}

const onOneLine = (a: Run, b: Run): boolean => Math.abs(a.y - b.y) < 0.45 * Math.max(a.size, b.size)

/** Words of a page: runs that touch on a line belong together, from right to left where they are Arabic. */
function wordsOf(runs: readonly Run[]): string[] {
  const solid = runs.filter(({ text }) => bare(text) !== '')
  const lines: Run[][] = []
  for (const run of solid) {
    const line = lines.find((known) => known[0] !== undefined && onOneLine(known[0], run))
    if (line) line.push(run)
    else lines.push([run])
  }
  return lines.flatMap((line) => {
    const joined: string[] = []
    for (const script of [true, false]) {
      const ordered = line
        .filter(({ text }) => isArabic(text) === script)
        .sort((a, b) => (script ? b.x - a.x : a.x - b.x))
      let sentence = ''
      ordered.forEach((run, at) => {
        const before = ordered[at - 1]
        const gap = before ? (script ? before.x - run.x - run.width : run.x - before.x - before.width) : 0
        sentence += (gap > 0.12 * run.size ? ' ' : '') + run.text
      })
      joined.push(sentence)
    }
    return joined.flatMap((sentence) => bare(sentence).split(/[\s\u00A0]+/))
  })
}

export const wordsIn = (text: string): string[] =>
  bare(text)
    .split(/[\s\u00A0\u202F]+/)
    .map((word) => word.replace(/^[«»"(]+|[«»")،؛,;:.]+$/g, ''))
    .filter((word) => word !== '')

const rolesOf = (node: Node | null): string[] =>
  node === null ? [] : [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesOf)]

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const [roles, words]: [string[], Set<string>] = [[], new Set()]
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    roles.push(...rolesOf((await page.getStructTree()) as Node | null))
    for (const word of wordsOf(await runsOf(page)).flatMap(wordsIn)) words.add(word)
  }
  const { info } = await pdf.getMetadata()
  const files = ((await pdf.getAttachments()) ?? new Map()) as Map<
    string,
    { filename: string; content?: Uint8Array }
  >
  const attachments: Record<string, string> = {}
  for (const [name, file] of files) {
    const content = file.content ?? ((await pdf.getAttachmentContent?.(name)) as Uint8Array | undefined)
    attachments[file.filename] = Buffer.from(content ?? []).toString('utf8')
  }
  await pdf.loadingTask.destroy()
  return { pages: pdf.numPages, title: String((info as { Title?: string }).Title), roles, attachments, words }
}

/** Every run of each page with its place, points from the lower left corner of the page. */
export async function runsIn(bytes: Uint8Array): Promise<readonly (readonly Run[])[]> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const pages: Run[][] = []
  for (let number = 1; number <= pdf.numPages; number += 1)
    pages.push(await runsOf(await pdf.getPage(number)))
  await pdf.loadingTask.destroy()
  return pages
}

export const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')
