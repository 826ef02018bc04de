import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { launchChromium } from '#tests/e2e/support/browser.ts'
import globalSetup from '#tests/e2e/support/global-setup.ts'
import { takeCertificate } from './certificate.ts'
import { takeComponentSheet } from './component-sheet.ts'
import { cornerstones } from './cornerstones.ts'
import { layBeside } from './sheets.ts'
import { everyOtherPage } from './other-pages.ts'
import { takeForReadme } from './readme.ts'
import { takePictures } from './take.ts'
import { nameOf, VIEWS } from './views.ts'

/**
 * `npm run pictures`: starts the built product with its demonstration and takes pictures of its screens into `pictures/`.
 * `-- --only A,C` takes some of the lettered screens (G is the certificate, S the sheet of components), `--only others` the rest, `--views fr-1440,dark-ar-390` some views;
 * `--readme` makes those of the README instead, in `.github/pictures`.
 * `--beside <folder>` also lays each picture beside the one of the same name in that folder. E2E_ORIGIN visits a product that already runs.
 */
const text = { type: 'string' } as const
const { values } = parseArgs({
  options: { only: text, views: text, beside: text, readme: { type: 'boolean' } },
})
const isAmong = (list: string | undefined, name: string): boolean =>
  list === undefined || list.split(',').includes(name)
const isWanted = (name: string): boolean => isAmong(values.only, name)
const views = VIEWS.filter((view) => isAmong(values.views, nameOf(view)))
const folder = path.resolve('pictures')
fs.mkdirSync(folder, { recursive: true })

async function takeAll(): Promise<void> {
  const lettered = cornerstones.filter(({ letter }) => isWanted(letter))
  await takePictures(browser, lettered, views, folder)
  // Drawn in one language, as its reference is.
  const sheets = views.filter(({ language, width }) => language === 'fr' && width === 1440)
  if (isWanted('G')) await takeCertificate(browser, folder)
  if (isWanted('S')) await takeComponentSheet(browser, sheets, folder)
  if (isWanted('others')) await everyOtherPage(browser, views, path.join(folder, 'others'))
  if (values.beside !== undefined) await layBeside(browser, path.resolve(values.beside), folder)
}

const end = await globalSetup()
const browser = await launchChromium()
try {
  if (values.readme === true) await takeForReadme(browser, path.resolve('.github/pictures'))
  else await takeAll()
} finally {
  await browser.close()
  await end()
}
