import { createRequire } from 'node:module'
import fs from 'node:fs'
import path from 'node:path'
import type { Browser } from '@playwright/test'
import type * as Pdf from 'pdfjs-dist'
import { SAMPLES } from '#app/adapters/pdf/samples/index.ts'
import { createTypstPress } from '#app/adapters/pdf/typst.server.ts'

type Reader = Pick<typeof Pdf, 'GlobalWorkerOptions' | 'getDocument'>

/** A page of A4 in points, and how many pixels a point gets: the width of the reference. */
const SCALE = 2
const HERE = 'http://pictures.invalid/'
const reader = path.join(path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist')), '/')

/** G, the laureate's certificate: the PDF itself as a browser shows it, not the source it was pressed from. */
export async function takeCertificate(browser: Browser, folder: string): Promise<void> {
  const pressed = await createTypstPress().press('laureate_certificate', SAMPLES.laureate_certificate)
  const page = await browser.newPage()
  await page.route(`${HERE}**`, (route) => {
    const name = path.basename(new URL(route.request().url()).pathname)
    if (name === '') return route.fulfill({ contentType: 'text/html', body: '<canvas></canvas>' })
    if (name === 'certificate.pdf')
      return route.fulfill({ contentType: 'application/pdf', body: Buffer.from(pressed.bytes) })
    return route.fulfill({ contentType: 'text/javascript', body: fs.readFileSync(reader + name, 'utf8') })
  })
  await page.goto(HERE)
  await page.evaluate(async (scale) => {
    const address = '/pdf.min.mjs'
    const pdf = (await import(address)) as Reader
    pdf.GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs'
    const sheet = await (await pdf.getDocument({ url: '/certificate.pdf' }).promise).getPage(1)
    const viewport = sheet.getViewport({ scale })
    const canvas = document.querySelector('canvas') as HTMLCanvasElement
    canvas.width = viewport.width
    canvas.height = viewport.height
    document.body.style.margin = '0'
    await sheet.render({ canvas, viewport }).promise
  }, SCALE)
  const file = path.join(folder, 'G-certificate-bi-a4.png')
  await page.locator('canvas').screenshot({ path: file })
  await page.close()
  process.stdout.write(`${file}\n`)
}
