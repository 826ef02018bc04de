import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { build } from 'esbuild'
import { fileOf, inView, type View } from './views.ts'

/** The sheet as markup: its components are bundled as the product's own programs are. */
async function markup(): Promise<string> {
  const bundled = path.resolve('build/pictures/sheet.js')
  await build({
    entryPoints: ['tests/pictures/components/sheet.tsx'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    jsx: 'automatic',
    outfile: bundled,
    logLevel: 'warning',
  })
  const { componentSheet } = (await import(pathToFileURL(bundled).href)) as { componentSheet: () => string }
  return componentSheet()
}

/** A pointer and a focus are in one place at a time: the states that a component names are held by the browser. */
async function forceStates(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '[data-force]',
  })
  const states = await page
    .locator('[data-force]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['force'] ?? ''))
  for (const [at, nodeId] of nodeIds.entries())
    await session.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: [states[at] ?? ''] })
}

/** S: every component in its states, in the styles that the product serves. */
export async function takeComponentSheet(
  browser: Browser,
  views: readonly View[],
  folder: string,
): Promise<void> {
  // The scoring page brings its own style sheet; the others are in the one that every page loads.
  const css = ['tests/pictures/components/sheet.css', 'app/ui/scoring/score-sheet.css']
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n')
  const body = await markup()
  for (const view of views) {
    await inView(browser, view, async (page) => {
      await page.goto('/fr')
      await page.evaluate(
        ([html, styles]) => {
          const layout = new CSSStyleSheet()
          layout.replaceSync(styles)
          document.adoptedStyleSheets = [layout]
          document.body.innerHTML = html
          document.documentElement.dataset['scripts'] = 'on'
          for (const swatch of document.querySelectorAll<HTMLElement>('[data-colour]')) {
            swatch.style.background = `var(--${swatch.dataset['colour']})`
          }
        },
        [body, css] as const,
      )
      await page.evaluate(() => document.fonts.ready)
      await forceStates(page)
      const file = fileOf(folder, 'S-components', view)
      await page.screenshot({ path: file, fullPage: true, animations: 'disabled' })
      process.stdout.write(`${file}\n`)
    })
  }
}
