import type { Page, Route } from '@playwright/test'
import { expect, test } from './support/browser.ts'

const WORDS = 'Une question écrite avec soin,\nsur deux lignes.'

/** A form of a work page in which somebody has written; its script sends it. */
async function writtenForm(page: Page): Promise<void> {
  await page.goto('/fr/organiser')
  await page.locator('main a[href*="/organiser/campaigns/"]:not([href$="/new"])').first().click()
  await page.waitForURL(/campaigns\/[0-9a-f-]{36}/)
  await page.goto(`${page.url()}/clarifications`)
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main form') ?? {}).some((key) => key.startsWith('__reactProps')),
  )
  for (const field of await page.locator('main textarea').all()) await field.fill(WORDS)
}

const NAME = '0b9d3f52-1111-4222-8333-444455556666'
const answers: readonly (readonly [string, (route: Route) => Promise<void>, string | null])[] = [
  [
    'answers 500',
    (route) => route.fulfill({ status: 500, headers: { 'x-request-id': NAME }, body: '' }),
    NAME,
  ],
  [
    'answers 503',
    (route) => route.fulfill({ status: 503, headers: { 'x-request-id': NAME }, body: '' }),
    NAME,
  ],
  ['never answers', (route) => route.abort(), null],
]

for (const [how, answer, name] of answers)
  test(`an act sent by script to a house that ${how}: no word that nothing is lost, and what was written stays`, async ({
    as,
  }) => {
    const page = await as('Rachid El Khattabi')
    await writtenForm(page)
    const here = page.url()
    await page.route('**/*.data*', (route) =>
      route.request().method() === 'POST' ? answer(route) : route.continue(),
    )
    await page.locator('main form button').last().click()
    const main = page.locator('#content')
    await expect(main).toContainText('Cette page ne peut pas dire si votre envoi a été enregistré')
    await expect(page.locator('body')).not.toContainText(/Rien n.(est perdu|a été enregistré)/)
    await expect(main.getByRole('link', { name: 'Réessayer' })).toHaveCount(0)
    if (name === null) await expect(main).not.toContainText('Code à citer')
    else await expect(main).toContainText(`Code à citer : ${name}`.replace(' :', '\u00A0:'))
    const kept = page.locator('#kept-words textarea')
    await expect(kept.first()).toHaveValue(WORDS)
    await expect(kept.first()).toHaveAttribute('readonly', '')
    await page.unroute('**/*.data*')
    await main.getByRole('link', { name: 'Rouvrir la page' }).click()
    await page.waitForURL(here)
    await expect(page.locator('main textarea').first()).toBeVisible()
  })

test('a page that is only read by script and fails says that nothing is lost, with its own code', async ({
  as,
}) => {
  const page = await as('Rachid El Khattabi')
  await page.goto('/fr/organiser')
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactProps')),
  )
  await page.route('**/*.data*', (route) =>
    route.fulfill({ status: 500, headers: { 'x-request-id': NAME }, body: '' }),
  )
  await page.locator('main a[href*="/organiser/campaigns/"]:not([href$="/new"])').first().click()
  await expect(page.locator('#content')).toContainText('Rien n’est perdu')
  await expect(page.locator('#content')).toContainText(NAME)
  await expect(page.locator('#kept-words')).toHaveCount(0)
})
