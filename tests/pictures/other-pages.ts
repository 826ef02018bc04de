import fs from 'node:fs'
import path from 'node:path'
import type { Browser } from '@playwright/test'
import { signInAs } from '#tests/e2e/support/browser.ts'
import { kindOf, pagesFrom } from '#tests/e2e/support/site.ts'
import { WALKS, type Walk } from '#tests/e2e/support/walks.ts'
import { fileOf, inView, photograph, type View } from './views.ts'

const kindName = (address: string): string =>
  kindOf(address)
    .replaceAll(/[^a-z-]+/g, '_')
    .replaceAll(/^_+|_+$/g, '') || 'home'

async function walk(browser: Browser, folder: string, { who, name, starts, area }: Walk, view: View) {
  const { language } = view
  await inView(browser, view, async (page) => {
    if (name !== null) await signInAs(page, name, language)
    const from = starts.map((start) => `/${language}${start}`)
    for (const address of await pagesFrom(page, from, language, area)) {
      const file = fileOf(path.join(folder, who.replaceAll(' ', '-')), kindName(address), view)
      await photograph(page, address, file)
      process.stdout.write(`${file}\n`)
    }
  })
}

/** One picture of each kind of page that each person's links lead to. */
export async function everyOtherPage(
  browser: Browser,
  views: readonly View[],
  folder: string,
): Promise<void> {
  fs.mkdirSync(folder, { recursive: true })
  for (const view of views) for (const one of WALKS) await walk(browser, folder, one, view)
}
