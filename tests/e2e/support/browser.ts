import fs from 'node:fs'
import path from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  expect,
  type Page,
  test as base,
} from '@playwright/test'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A system Chromium when there is one, else the one from npm, unpacked into a folder of the project's own. */
export async function chromiumPath(): Promise<string> {
  const system = SYSTEM.find((file) => fs.existsSync(file))
  if (system && !process.env['E2E_NPM_CHROMIUM']) return system
  const folder = path.resolve('.data/chromium')
  fs.mkdirSync(folder, { recursive: true })
  process.env['TMPDIR'] = folder
  // The package unpacks the system libraries that a bare container lacks only where it knows this variable.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  const executable = await packaged.executablePath()
  process.env['FONTCONFIG_PATH'] = ownFonts(folder)
  return executable
}

/**
 * Without a single font to fall back on, this Chromium ends as soon as a page shows a letter that the page's own fonts
 * lack; the configuration it brings looks only in folders that exist in a cloud.
 */
function ownFonts(folder: string): string {
  const configuration = path.join(folder, 'fontconfig')
  fs.mkdirSync(configuration, { recursive: true })
  const folders = [path.join(folder, 'fonts'), path.resolve('node_modules/@expo-google-fonts')]
  const lines = [...folders.map((one) => `<dir>${one}</dir>`), `<cachedir>${configuration}</cachedir>`]
  // Whole at once: another lane may begin just now, and its browser ends over half of a configuration.
  const written = path.join(configuration, `fonts.conf.${process.pid}`)
  fs.writeFileSync(written, `<?xml version="1.0"?>\n<fontconfig>\n${lines.join('\n')}\n</fontconfig>\n`)
  fs.renameSync(written, path.join(configuration, 'fonts.conf'))
  return configuration
}

// A bare container offers neither user namespaces nor a graphics card; the pages visited are our own.
const BARE = ['--no-sandbox', '--no-zygote', '--disable-gpu']
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const launchChromium = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await chromiumPath(), args: [...BARE, ...QUIET] })

type Locale = 'fr' | 'ar'
type Fixtures = {
  /** A new visitor's page, without an account. */
  readonly visitor: (options?: BrowserContextOptions) => Promise<Page>
  /** A page signed in as the demonstration person whose name holds this text. */
  readonly as: (name: string, options?: BrowserContextOptions & { language?: Locale }) => Promise<Page>
}

/** What a page may not do unseen: break, or ask for something that its policy forbids. */
function watch(context: BrowserContext, complaints: string[]): void {
  context.on('weberror', (error) => complaints.push(`script error: ${error.error().message}`))
  context.on('console', (message) => {
    const text = message.text()
    if (/Content.Security.Policy|Refused to|hydrat/i.test(text)) complaints.push(`console: ${text}`)
  })
}

export async function signInAs(page: Page, name: string, language: Locale = 'fr'): Promise<void> {
  await page.goto(`/${language}/account/demonstration`)
  const person = page.locator('.people-list li').filter({ hasText: name }).first()
  await person.getByRole('button').click()
  await page.waitForURL(`**/${language}/account`)
}

export const test = base.extend<Fixtures, { browser: Browser }>({
  browser: [
    async ({}, use) => {
      const browser = await launchChromium()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  visitor: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    const complaints: string[] = []
    await use(async (options = {}) => {
      // The worker of the offline page has a journey of its own; elsewhere it would hide requests from their routes.
      const context = await browser.newContext({
        baseURL: process.env['E2E_ORIGIN'] ?? '',
        serviceWorkers: 'block',
        ...options,
      })
      context.setDefaultTimeout(10_000)
      contexts.push(context)
      watch(context, complaints)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
    expect(complaints, 'no script error, nothing against the content security policy').toEqual([])
  },
  as: async ({ visitor }, use) => {
    await use(async (name, { language = 'fr', ...options } = {}) => {
      const page = await visitor(options)
      await signInAs(page, name, language)
      return page
    })
  },
})
export { expect }
