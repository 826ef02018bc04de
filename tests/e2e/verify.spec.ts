import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { expect, test } from './support/browser.ts'

const EDITION = '2021'

function verify(
  bundle: string,
  ...options: readonly string[]
): { readonly code: number | null; readonly said: string } {
  const done = spawnSync(process.execPath, ['app/verifier/main.ts', bundle, ...options], { encoding: 'utf8' })
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

  // The page says how the log holds the bundle: the log that it leads to does.
  await expect(page.getByText(`imtiyaz-${EDITION}-bundle.json --log imtiyaz-log.jsonl`)).toBeVisible()
  const log = await page.request.get('/open-data/log/log.jsonl')
  fs.writeFileSync(info.outputPath('log.jsonl'), await log.body())
  const held = verify(bundle, '--log', info.outputPath('log.jsonl'))
  expect(held.code, held.said).toBe(0)

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

test.describe('the check page recomputes in the browser', () => {
  const address = (language: 'fr' | 'ar') => `/${language}/editions/${EDITION}/recompute`

  test('confirms the published bundle, check by check, in the language of the page', async ({ visitor }) => {
    for (const [language, press, confirmed, ranking] of [
      ['fr', 'Recalculer dans ce navigateur', /Le résultat est confirmé/, /Classement recalculé/],
      ['ar', 'إعادة الاحتساب في هذا المتصفح', /النتيجة مؤكدة/, /الترتيب بعد إعادة احتسابه/],
    ] as const) {
      const page = await visitor()
      await page.goto(address(language))
      await page.getByRole('button', { name: press }).click()
      await expect(page.locator('[data-said]:visible')).toContainText(confirmed)
      await expect(page.locator('[data-findings] > li')).not.toHaveCount(0)
      await expect(page.locator('[data-findings] > [data-holds="false"]')).toHaveCount(0)
      await expect(page.locator('[data-about="ranking"]')).toContainText(ranking)
      await expect(page.locator('[data-about="merkle-root"]')).toHaveCount(1)
    }
  })

  test('names what was changed on the way, whether or not the forger was careful', async ({ visitor }) => {
    const page = await visitor()
    const press = page.getByRole('button', { name: 'Recalculer dans ce navigateur' })
    const served = { change: (_: Record<string, string>): void => undefined }
    await page.route('**/bundle.json', async (route) => {
      const answer = await route.fetch()
      const bundle = (await answer.json()) as { files: Record<string, string> }
      served.change(bundle.files)
      await route.fulfill({ response: answer, json: bundle })
    })
    await page.goto(address('fr'))

    // One digit of a score, and nothing else: the manifest no longer fits either.
    served.change = (files) => {
      files['results.json'] = (files['results.json'] ?? '').replace(/"score":"(\d+)/, '"score":"1$1')
    }
    await press.click()
    await expect(page.locator('[data-said]:visible')).toContainText('Le résultat n’est pas confirmé')
    await expect(page.locator('[data-about="manifest"]')).toContainText(/ne concorde pas[\s\S]*results\.json/)
    await expect(page.locator('[data-about="scores"]')).toContainText(/ne concorde pas[\s\S]*stated 1\d/)
    await expect(page.locator('[data-about="merkle-root"]')).toHaveAttribute('data-holds', 'true')

    // A level on an opened sheet: it no longer is the sheet that was sealed.
    served.change = (files) => {
      files['sheets.json'] = (files['sheets.json'] ?? '').replace(
        /("levels":\{"[^"]+":")(\d)/,
        (_, name, digit) => [name, (Number(digit) % 5) + 1].join(''),
      )
    }
    await press.click()
    await expect(page.locator('[data-about="sheets"]')).toContainText(
      /ne concorde pas[\s\S]*does not open its commitment/,
    )

    // Cut, absent, and whole again.
    await page.unroute('**/bundle.json')
    await page.route('**/bundle.json', (route) => route.fulfill({ body: '{"files": {"manifest' }))
    await press.click()
    await expect(page.locator('[data-about="bundle"]')).toContainText(/ne concorde pas[\s\S]*is not JSON/)
    await page.unroute('**/bundle.json')
    await page.route('**/bundle.json', (route) => route.abort())
    await press.click()
    await expect(page.locator('[data-said]:visible')).toContainText('Le lot n’a pas pu être téléchargé')
    await page.unroute('**/bundle.json')
    await press.click()
    await expect(page.locator('[data-said]:visible')).toContainText('Le résultat est confirmé')
  })

  test('without script says how to download the verifier, and offers no dead button', async ({ visitor }) => {
    const page = await visitor({ javaScriptEnabled: false })
    await page.goto(address('fr'))
    await expect(page.getByRole('button', { name: 'Recalculer dans ce navigateur' })).toBeHidden()
    const href = await page.getByRole('link', { name: 'Télécharger le vérificateur' }).getAttribute('href')
    const file = await page.request.get(href ?? '')
    expect([file.status(), (await file.text()).includes('Usage: npm run verify')]).toEqual([200, true])
  })
})
