import fs from 'node:fs/promises'
import path from 'node:path'
import { createPainter } from '#app/adapters/picture/painter.server.ts'
import { LOCALES } from '#app/i18n/locales.ts'
import { MARK_CID } from '#emails/components/style.ts'
import { catalogue, hasLetter, type LetterName } from '#emails/catalogue.ts'
import { renderNotice } from '#emails/render.tsx'
import { sampleEnvelope, sampleFacts } from '#emails/samples.ts'

/** `npm run emails`: every letter with its sample, in each language a letter is written in, as files to look at. */
const FOLDER = path.join('reports', 'emails')
const painter = createPainter()

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

async function writeLetter(name: LetterName): Promise<string> {
  const cells: string[] = []
  for (const locale of LOCALES) {
    const { subject, html, text } = await renderNotice(name, locale, sampleFacts(name), sampleEnvelope)
    const file = `${name}.${locale}`
    await fs.writeFile(path.join(FOLDER, `${file}.html`), html.replaceAll(`cid:${MARK_CID}`, 'mark.png'))
    await fs.writeFile(path.join(FOLDER, `${file}.txt`), text)
    const dir = locale === 'ar' ? 'rtl' : 'ltr'
    cells.push(
      `<td lang="${locale}" dir="${dir}"><a href="${file}.html">${escaped(subject)}</a> <a href="${file}.txt">(text)</a></td>`,
    )
  }
  return `<tr><th>${name}</th>${cells.join('')}</tr>`
}

const names = Object.keys(catalogue).filter((name): name is LetterName => hasLetter(name as LetterName))
await fs.rm(FOLDER, { recursive: true, force: true })
await fs.mkdir(FOLDER, { recursive: true })
await fs.writeFile(path.join(FOLDER, 'mark.png'), await painter.mark())
const rows: string[] = []
for (const name of names) rows.push(await writeLetter(name))
const head = '<!doctype html><meta charset="utf-8"><title>Letters</title>'
await fs.writeFile(path.join(FOLDER, 'index.html'), `${head}<table>${rows.join('\n')}</table>\n`)
process.stdout.write(
  `${names.length} letters in ${LOCALES.length} languages: ${path.resolve(FOLDER, 'index.html')}\n`,
)
process.exit(0)
