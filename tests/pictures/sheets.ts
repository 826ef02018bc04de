import fs from 'node:fs'
import path from 'node:path'
import type { Browser } from '@playwright/test'

const asData = (file: string): string => `data:image/png;base64,${fs.readFileSync(file).toString('base64')}`

const sheet = (reference: string, ours: string): string => `<!doctype html>
<style>
  body { margin: 0; padding: 24px; background: #777; display: flex; gap: 24px; align-items: start; width: max-content }
  img { display: block; background: #fff }
</style>
<img src="${asData(reference)}" alt=""><img src="${asData(ours)}" alt="">`

/** Lays each picture beside the one of the same name in `references`: reference left, ours right. */
export async function layBeside(browser: Browser, references: string, folder: string): Promise<void> {
  const sheets = path.join(folder, 'beside')
  fs.mkdirSync(sheets, { recursive: true })
  const page = await browser.newPage()
  for (const name of fs.readdirSync(references).filter((file) => file.endsWith('.png'))) {
    const ours = path.join(folder, name)
    if (!fs.existsSync(ours)) continue
    await page.setContent(sheet(path.join(references, name), ours))
    const { width, height } = await page.evaluate(() => ({
      width: document.body.offsetWidth,
      height: document.body.offsetHeight,
    }))
    await page.setViewportSize({ width: Math.max(width, 100), height: Math.max(height, 100) })
    await page.screenshot({ path: path.join(sheets, name) })
    process.stdout.write(`${path.join(sheets, name)}\n`)
  }
  await page.close()
}
