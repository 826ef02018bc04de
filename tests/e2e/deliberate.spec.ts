import type { Page } from '@playwright/test'
import { BOTH_WAYS } from './support/both-ways.ts'
import { expect, test } from './support/browser.ts'

/** Five for the prize, none against, no blank. */
const totals = /: 5\..*: 0\..*: 0\./
const MEMBERS = ['رئيسة لجنة', 'Mehdi Kettani', 'Karim Benjelloun', 'نادية الفاسي', 'Hicham Ouazzani']

/** The button of one act of the room, whatever its words. */
const act = (page: Page, intent: string, kind?: string) =>
  page
    .locator('form')
    .filter({ has: page.locator(`input[name="intent"][value="${intent}"]`) })
    .filter(kind === undefined ? {} : { has: page.locator(`input[name="kind"][value="${kind}"]`) })
    .getByRole('button')

/** Reads the paper back, then puts it in the box. */
async function vote(page: Page, seat: string): Promise<void> {
  await page.goto(seat)
  await page.getByRole('link', { name: 'Voter' }).click()
  await page.locator('[name="choice"][value="award"]').check()
  await page.getByRole('button', { name: 'Relire mon bulletin' }).click()
  await expect(page.getByText('Un bulletin déposé ne peut plus changer.')).toBeVisible()
  await page.getByRole('button', { name: 'Déposer mon bulletin' }).click()
  await expect(page.getByText('Ce code prouve que vous avez voté.', { exact: false })).toBeVisible()
}

for (const { how, without, options } of BOTH_WAYS) {
  test(`the jury is convened, is enough, votes in secret and decides a prize${how}`, async ({ as }) => {
    test.setTimeout(120_000)
    const clerk = await as('Hanane Chraïbi', options)
    await clerk.goto('/fr/deliberation')
    const campaign = clerk
      .locator('section')
      .filter({ has: clerk.getByRole('heading', { name: `Prix à délibérer${without} (` }) })
    await campaign.getByRole('link', { name: 'Convoquer le jury' }).click()
    await clerk.locator('[name="place.fr"]').fill('Rabat, salle d’essai')
    await clerk.locator('[name="place.ar"]').fill('الرباط، قاعة الاختبار')
    await clerk.locator('[name="secretarySeatId"]').selectOption({ index: 1 })
    await clerk.getByRole('button', { name: 'Convoquer le jury' }).click()
    await expect(clerk.getByText('Le jury est convoqué.')).toBeVisible()
    await campaign.locator('.decisions').getByRole('link').first().click()
    await clerk.waitForURL(/\/sessions\/[0-9a-f-]{36}/)
    const room = new URL(clerk.url()).pathname

    const chair = await as(MEMBERS[0] ?? '', options)
    await chair.goto(room)
    await act(chair, 'open-session').click()
    await expect(chair.getByRole('alert').first()).toContainText('quorum')

    await clerk.goto(`${room}/attendance`)
    const arrivals = clerk.getByRole('button', { name: 'Noter l’arrivée' })
    await expect(arrivals).toHaveCount(MEMBERS.length)
    for (let left = MEMBERS.length; left > 0; left -= 1) {
      await expect(clerk.getByRole('status').filter({ hasText: 'quorum' })).toContainText(
        left > 1 ? /quorum/ : /quorum atteint/,
      )
      await arrivals.first().click()
      await expect(arrivals).toHaveCount(left - 1)
    }
    await chair.goto(room)
    await act(chair, 'open-session').click()
    await expect(chair.getByText('La séance est ouverte.')).toBeVisible()
    await act(chair, 'open-item').click()
    await act(chair, 'open-vote', 'award').click()
    await expect(chair.getByText('Le vote est ouvert.')).toBeVisible()

    await vote(chair, `${room}/seat`)
    for (const name of MEMBERS.slice(1)) await vote(await as(name, options), `${room}/seat`)
    await chair.goto(room)
    await expect(chair.getByText('5 bulletins déposés')).toBeVisible()
    await expect(chair.locator('.ballot').getByText(totals)).toHaveCount(0)
    await act(chair, 'close-vote').click()
    await expect(chair.locator('.ballot').getByText(totals)).toBeVisible()

    await chair.getByRole('link', { name: 'Statuer' }).click()
    await chair.locator('[name="outcome"][value="awarded"]').check()
    await chair.getByRole('button', { name: 'Enregistrer la décision' }).click()
    await expect(chair.getByRole('alert').first()).toBeVisible()
    await chair.locator('[name="winners"]').first().check()
    await chair.locator('[name="outcome"][value="awarded"]').check()
    await chair.getByRole('button', { name: 'Enregistrer la décision' }).click()
    await expect(chair.getByText('La décision est enregistrée.')).toBeVisible()
    await expect(chair.locator('.decisions').getByText('Attribué').first()).toBeVisible()
  })
}
