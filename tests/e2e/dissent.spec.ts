import type { Page } from '@playwright/test'
import { BOTH_WAYS } from './support/both-ways.ts'
import { expect, test } from './support/browser.ts'

const AWARD = 'Prix à consigner ('
const MEMBER = 'Karim Benjelloun'

/** The meeting of the award, from the list of one's own. */
async function meetingOf(page: Page): Promise<string> {
  await page.goto('/fr/deliberation')
  const award = page.locator('section').filter({ has: page.getByRole('heading', { name: AWARD }) })
  await award.locator('.decisions').getByRole('link').first().click()
  await page.waitForURL(/\/sessions\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.replace(/\/seat$/, '')
}
/** The minutes drawn up from the record as it stands now. */
async function draft(clerk: Page, meeting: string): Promise<void> {
  await clerk.goto(`${meeting}/minutes`)
  await clerk.getByRole('button', { name: /^Établir/ }).click()
  await expect(clerk.getByText('Le procès-verbal est établi.')).toBeVisible()
}

// The meeting is over and nobody has signed. What is asked for is taken back, so that the second way begins as the first.
for (const { how, without, options } of BOTH_WAYS) {
  test(`a member has a dissent recorded, reads it in the minutes, and takes it back${how}`, async ({
    as,
  }) => {
    const words = `Le service est inachevé à mes yeux${without}.`
    const member = await as(MEMBER, options)
    const meeting = await meetingOf(member)
    await member.getByRole('link', { name: 'Faire consigner une opinion divergente' }).click()
    await expect(member.getByRole('heading', { level: 1 })).toHaveText('Opinion divergente')

    // Without a point it is refused; the reasons that were typed are still there.
    await member.locator('[name="reasons"]').fill(words)
    await member.getByRole('button', { name: 'Demander l’inscription' }).click()
    await expect(member.locator('#errors')).toBeVisible()
    await expect(member.locator('[name="reasons"]')).toHaveValue(words)
    await member.getByRole('radio').first().check()
    await member.getByRole('button', { name: 'Demander l’inscription' }).click()
    await expect(member.getByText('Votre opinion divergente sera consignée')).toBeVisible()
    await expect(member.getByRole('main').getByText(words)).toBeVisible()

    const clerk = await as('Hanane Chraïbi', options)
    await draft(clerk, meeting)
    const record = clerk.locator('article.minutes')
    await expect(record).toContainText(
      `${MEMBER}, membre du jury (démonstration) a demandé que son opinion divergente`,
    )
    await expect(record).toContainText(words)

    // In Arabic the same dissent and the same minutes, the member's words as they were written.
    const arabic = meeting.replace(/^\/fr\//, '/ar/')
    await member.goto(`${arabic}/dissent`)
    await expect(member.getByRole('heading', { level: 1 })).toHaveText('رأي مخالف')
    await expect(member.getByRole('main').getByText(words)).toBeVisible()
    await expect(member.getByRole('button', { name: 'سحب رأيي المخالف' })).toBeVisible()
    await member.goto(`${arabic}/minutes`)
    const minutes = member.locator('article.minutes')
    await expect(minutes).toContainText('تدوين رأيه المخالف بشأن هذه النقطة في المحضر')
    await expect(minutes).toContainText(words)

    await member.goto(`${meeting}/dissent`)
    await member.getByRole('button', { name: 'Retirer mon opinion divergente' }).click()
    await expect(member.getByText('Votre opinion divergente est retirée.')).toBeVisible()
    await expect(member.getByRole('main').getByText(words)).toHaveCount(0)
    await draft(clerk, meeting)
    await expect(record).not.toContainText('opinion divergente')
  })
}
