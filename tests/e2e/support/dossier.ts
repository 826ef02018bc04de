import { expect, type Page } from '@playwright/test'
import { smallPdf } from '#prisma/seed/demonstration/small-pdf.ts'

const SENTENCE =
  'Le service permet de déposer et de suivre une demande à toute heure, sans présenter deux fois une pièce que l’administration détient déjà.'
/** The summary is refused under 150 words. */
const SUMMARY = Array.from({ length: 8 }, () => SENTENCE).join(' ')

/** The last whole months before today, as the field of a month takes them. */
const monthsAgo = (back: number): string => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1 - back, 1)).toISOString().slice(0, 7)
}

type Answers = Readonly<Record<string, string | readonly string[]>>
const sections = (title: string): Readonly<Record<string, Answers>> => ({
  identity: {
    'title.fr': title,
    'title.ar': 'خدمة تجريبية للاختبار',
    url: 'https://service.demo.imtiyaz.invalid/',
    'goLive.day': '1',
    'goLive.month': '3',
    'goLive.year': String(new Date().getUTCFullYear() - 2),
    audience: ['citizens', 'businesses'],
    'summary.fr': SUMMARY,
  },
  lead: { 'team.0.name': 'Équipe d’essai', 'team.0.position': 'Chef de projet', 'team.0.part': 'Pilotage' },
  need: { 'problem.fr': SENTENCE, 'users.fr': SENTENCE },
  solution: {
    'solution.fr': SENTENCE,
    'simplification.0.measure': 'Pièces demandées',
    'simplification.0.before': '9',
    'simplification.0.after': '3',
  },
  results: {
    'results.0.indicator': 'Demandes faites en ligne',
    'results.0.value': '74 %',
    'results.0.period': 'Douze derniers mois',
    'results.0.source': 'Registre du service',
    'usage.0.month': monthsAgo(1),
    'usage.0.uses': '1200',
    'usage.1.month': monthsAgo(0),
    'usage.1.uses': '1350',
    'impact.fr': SENTENCE,
  },
  inclusion: {
    serviceLanguages: ['ar', 'fr'],
    accessibilityLevel: ['partial'],
    'accessibility.fr': SENTENCE,
  },
  security: { personalDataFormalities: ['declared'], securityAudit: ['yes'], 'security.fr': SENTENCE },
  sustainability: {
    budgetRange: ['internal_means'],
    'sustainability.fr': SENTENCE,
    reusedByOthers: ['no'],
    publicationConsent: ['title', 'summary'],
    accuracy: ['yes'],
  },
})

/** How a person answers: with a hand on the mouse, or from the keyboard alone. */
export type Hand = {
  readonly write: (page: Page, field: string, text: string) => Promise<void>
  readonly choose: (page: Page, field: string) => Promise<void>
  readonly press: (page: Page, button: string) => Promise<void>
}
const WITH_MOUSE: Hand = {
  write: (page, field, text) => page.locator(field).fill(text),
  choose: (page, field) => page.locator(field).check(),
  press: (page, button) => page.locator(button).click(),
}

async function fill(page: Page, answers: Answers, hand: Hand): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    if (typeof value === 'string') await hand.write(page, `[name="${name}"]`, value)
    else for (const one of value) await hand.choose(page, `[name="${name}"][value="${one}"]`)
  }
}

/** For whom, and by which hand; an administration may enter only so many services in a category. */
type Start = { readonly body?: string; readonly hand?: Hand }

/** Starts a nomination and gives the address of its first section. */
export async function startNomination(
  page: Page,
  category: string,
  { body = 'Commune de Ksar Nour', hand = WITH_MOUSE }: Start = {},
): Promise<string> {
  await page.goto('/fr/applicant/start')
  const administration = await page.getByRole('radio', { name: body }).getAttribute('value')
  await hand.choose(page, `[name="administrationId"][value="${administration}"]`)
  await hand.choose(page, `[name="categoryCode"][value="${category}"]`)
  await hand.choose(page, '[name="eligible"]')
  await hand.press(page, 'main form button[type="submit"]')
  await page.waitForURL(/\/nominations\/[0-9a-f-]{36}\/sections\/identity/)
  return page.url().replace(/\/sections\/.*/, '')
}

/** Answers every required question, section by section, each saved by its own button. */
export async function fillDossier(
  page: Page,
  dossier: string,
  title: string,
  hand = WITH_MOUSE,
): Promise<void> {
  const all = Object.entries(sections(title))
  await page.goto(`${dossier}/sections/identity`)
  for (const [at, [code, answers]] of all.entries()) {
    await expect(page).toHaveURL(new RegExp(`/sections/${code}$`))
    await fill(page, answers, hand)
    const isLast = at === all.length - 1
    await hand.press(page, `button[name="intent"][value="${isLast ? 'save' : 'next'}"]`)
    const next = all[at + 1]?.[0]
    if (next !== undefined) await page.waitForURL(`**/sections/${next}`)
  }
}

export const pdfFile = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(smallPdf(name)),
})

/** Joins a PDF to the dossier as evidence of its results. */
export async function joinPdf(page: Page, dossier: string, name: string): Promise<void> {
  await page.goto(`${dossier}/evidence`)
  await page.locator('[name="title"]').fill('Mesures de l’essai')
  await page.locator('[name="claim"]').selectOption('results')
  await page.locator('[name="file"]').setInputFiles(pdfFile(name))
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click()
  await expect(page.getByText('Pièce reçue.')).toBeVisible()
}
