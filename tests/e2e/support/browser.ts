import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Browser, chromium, test as base } from '@playwright/test'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A system Chromium when there is one, else the one from npm, unpacked into a folder of the project's own. */
export async function chromiumPath(): Promise<string> {
  const system = SYSTEM.find((file) => fs.existsSync(file))
  if (system && !process.env['E2E_NPM_CHROMIUM']) return system
  const folder = path.resolve('.data/chromium')
  fs.mkdirSync(folder, { recursive: true })
  process.env['TMPDIR'] = folder
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Every journey runs in a fresh context of one browser; pages know the product's address. */
export const test = base.extend<object, { browser: Browser }>({
  browser: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's dependencies from this pattern
    async ({}, use) => {
      const root = os.userInfo().uid === 0
      const browser = await chromium.launch({
        executablePath: await chromiumPath(),
        args: [...QUIET, ...(root ? ['--no-sandbox'] : [])],
        chromiumSandbox: !root,
      })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({}, use) => use(process.env['E2E_ORIGIN'] ?? ''),
})
export { expect } from '@playwright/test'
