import type { Page } from '@playwright/test'
import { BOTH_WAYS } from './support/both-ways.ts'
import { expect, test } from './support/browser.ts'
import { atInstant } from './support/clock.ts'

const HOUR = 3_600_000

async function openRelease(page: Page, award: string): Promise<void> {
  await page.goto('/fr/release')
  await page.getByRole('link', { name: award }).click()
  // The list and the release have the same title: only the address tells them apart.
  await page.waitForURL(/\/release\/campaigns\//)
}

for (const { how, without, options } of BOTH_WAYS) {
  test(`two people release, nothing is public before the instant, and then the laureate is${how}`, async ({
    as,
    visitor,
  }) => {
    const award = `Prix à publier${without} (`
    const publisher = await as('Leïla Bouazza', options)
    await openRelease(publisher, award)
    await expect(publisher.getByText('Rien n’empêche la publication.')).toBeVisible()
    const embargo = await publisher.locator('aside time[datetime]').first().getAttribute('datetime')
    await publisher.getByRole('button', { name: 'Préparer la publication' }).click()
    await expect(publisher.getByText('La publication est préparée.')).toBeVisible()
    await expect(publisher.getByRole('button', { name: 'Programmer la publication' })).toHaveCount(0)

    const second = await as('Tarik Naciri', options)
    await openRelease(second, award)
    await second.getByRole('button', { name: 'Approuver cette publication' }).click()
    await expect(second.getByText('1 approbation sur 2')).toBeVisible()
    await expect(second.getByRole('button', { name: 'Approuver cette publication' })).toHaveCount(0)
    await expect(second.getByRole('button', { name: 'Programmer la publication' })).toHaveCount(0)

    const chair = await as('رئيسة لجنة', options)
    await openRelease(chair, award)
    await chair.getByRole('button', { name: 'Approuver cette publication' }).click()
    await expect(chair.getByText('2 approbations sur 2')).toBeVisible()

    await openRelease(publisher, award)
    await publisher.getByRole('button', { name: 'Programmer la publication' }).click()
    await expect(publisher.getByText('La publication est programmée.')).toBeVisible()

    const reader = await visitor(options)
    const edition = `/fr/editions/essai-publication${without.replaceAll(' ', '-')}`
    await reader.goto(edition)
    await expect(reader.getByText('Administration d’essai')).toHaveCount(0)

    const instant = Date.parse(embargo ?? '')
    expect(instant).toBeGreaterThan(Date.now())
    await atInstant(instant + HOUR / 60, async () => {
      const publish = publisher.getByRole('button', { name: 'Publier maintenant' })
      const published = publisher.locator('.tag').filter({ hasText: 'Publiée' })
      // The timed act of the worker may be quicker than the button.
      await expect(async () => {
        await openRelease(publisher, award)
        if (await publish.isVisible()) await publish.click()
        await expect(published.first()).toBeVisible({ timeout: 3000 })
      }).toPass({ timeout: 20_000 })
      // A copy of the public page may be a second old.
      await expect(async () => {
        await reader.goto(edition)
        await expect(reader.getByText('Administration d’essai').first()).toBeVisible({ timeout: 1000 })
      }).toPass({ timeout: 10_000 })
      await expect(reader.getByText(/synthétique/).first()).toBeVisible()
    })
  })
}
