import fs from 'node:fs'
import path from 'node:path'
import type { Browser } from '@playwright/test'
import { cornerstones } from './cornerstones.ts'
import { addressOf } from './take.ts'
import { inView, type Language } from './views.ts'

/** The pictures of the README: what a reader of it sees first, in both languages. */
const SHOWN: readonly (readonly [letter: string, language: Language])[] = [
  ['A', 'fr'],
  ['B', 'ar'],
  ['D', 'fr'],
  ['F', 'ar'],
]
const WIDTH = 1200

/** One screen as it opens, of 1440 pixels, made smaller by the browser itself: a README is read on a line, too. */
export async function takeForReadme(browser: Browser, folder: string): Promise<void> {
  fs.mkdirSync(folder, { recursive: true })
  for (const [letter, language] of SHOWN) {
    const screen = cornerstones.find((one) => one.letter === letter)
    if (!screen) throw new Error(`no screen ${letter}`)
    await inView(browser, { dark: false, width: 1440 }, async (page) => {
      await page.goto(await addressOf(page, screen, { language }))
      await page.evaluate(() => document.fonts.ready)
      const taken = (await page.screenshot({ animations: 'disabled' })).toString('base64')
      await page.goto('about:blank')
      const smaller = await page.evaluate(
        async ([png, width]) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
          const canvas = document.createElement('canvas')
          canvas.width = width
          canvas.height = Math.round((bitmap.height * width) / bitmap.width)
          const pen = canvas.getContext('2d') as CanvasRenderingContext2D
          pen.imageSmoothingQuality = 'high'
          pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
          return canvas.toDataURL('image/webp', 0.85).split(',')[1] ?? ''
        },
        [taken, WIDTH] as const,
      )
      const file = path.join(folder, `${screen.name}-${language}.webp`)
      fs.writeFileSync(file, Buffer.from(smaller, 'base64'))
      process.stdout.write(`${file}\n`)
    })
  }
}
