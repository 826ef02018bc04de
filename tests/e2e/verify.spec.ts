import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { expect, test } from './support/browser.ts'

const EDITION = '2021'

function verify(bundle: string): { readonly code: number | null; readonly said: string } {
  const done = spawnSync(process.execPath, ['app/verifier/main.ts', bundle], { encoding: 'utf8' })
  return { code: done.status, said: done.stdout + done.stderr }
}

test('anybody downloads the results of an edition and recomputes them; one changed level is found', async ({
  visitor,
}, info) => {
  const page = await visitor()
  await page.goto(`/fr/editions/${EDITION}/recompute`)
  const href = await page.locator('a[href$="bundle.json"]').first().getAttribute('href')
  const answer = await page.request.get(href ?? '')
  expect(answer.status()).toBe(200)
  const text = await answer.text()
  const bundle = info.outputPath('bundle.json')
  fs.mkdirSync(info.outputDir, { recursive: true })
  fs.writeFileSync(bundle, text)
  const untouched = verify(bundle)
  expect(untouched.code, untouched.said).toBe(0)

  // The files of a bundle are texts inside a text: quotes are escaped once more.
  const changed = text.replace(
    /(\\?"level\\?":\s*)(\d)/,
    (_, name: string, digit: string) => name + ((Number(digit) + 1) % 5),
  )
  expect(changed).not.toBe(text)
  fs.writeFileSync(bundle, changed)
  const touched = verify(bundle)
  expect(touched.code, touched.said).not.toBe(0)
})

test('a page with synthetic scores says so', async ({ visitor }) => {
  const page = await visitor()
  await page.goto(`/fr/editions/${EDITION}`)
  await expect(page.getByText(/synthétique/).first()).toBeVisible()
})
