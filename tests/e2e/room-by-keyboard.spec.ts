import type { Page } from '@playwright/test'
import { expect, test } from './support/browser.ts'
import { BY_KEYBOARD, tabTo } from './support/keyboard.ts'

const AWARD = 'Prix au clavier ('
const CHAIR = 'رئيسة لجنة'
const DEPUTY = 'Mehdi Kettani'
/** Four of five seats are two thirds of the jury. */
const PRESENT = [CHAIR, DEPUTY, 'Karim Benjelloun', 'نادية الفاسي']
const { press, write, choose } = BY_KEYBOARD

const act = (intent: string, kind?: string): string => {
  const of = kind === undefined ? '' : `:has(input[name="kind"][value="${kind}"])`
  return `main form:has(input[name="intent"][value="${intent}"])${of} button`
}
const link = (words: string): string => `main a:has-text("${words}")`

/** React has the page: an act is done by script, and nothing but the page itself can keep the focus somewhere. */
const byScript = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactProps')),
  )
/** After an act the keyboard goes on from a place of the content that is in the window. */
async function goesOn(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const one = document.activeElement
        const box = one?.getBoundingClientRect()
        const isSeen = box !== undefined && box.bottom > 0 && box.top < innerHeight
        return one?.closest('main') && one.id !== 'content' && isSeen
          ? 'in the content'
          : one?.outerHTML.slice(0, 90)
      }),
    )
    .toBe('in the content')
}
async function does(page: Page, button: string, said: string): Promise<void> {
  await press(page, button)
  await expect(page.getByText(said).first()).toBeVisible()
  await goesOn(page)
}
async function at(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await byScript(page)
}

test('a jury meets, votes, decides, signs and agrees to the release from the keyboard alone', async ({
  as,
}) => {
  test.setTimeout(180_000)
  const clerk = await as('Hanane Chraïbi')
  await at(clerk, '/fr/deliberation')
  const award = `section:has(h2:has-text("${AWARD}"))`
  await press(clerk, `${award} >> a:has-text("Convoquer le jury")`)
  await clerk.waitForURL(/\/convene$/)
  await goesOn(clerk)
  await write(clerk, '[name="place.fr"]', 'Rabat')
  await write(clerk, '[name="place.ar"]', 'الرباط')
  await tabTo(clerk, '[name="secretarySeatId"]')
  await clerk.keyboard.type(DEPUTY)
  await does(clerk, 'main form button.btn--pri', 'Le jury est convoqué.')
  await press(clerk, `${award} >> .decisions a >> nth=0`)
  await clerk.waitForURL(/\/sessions\/[0-9a-f-]{36}/)
  await goesOn(clerk)
  const room = new URL(clerk.url()).pathname

  await at(clerk, `${room}/attendance`)
  const arrivals = clerk.getByRole('button', { name: 'Noter l’arrivée' })
  const seats = await arrivals.count()
  for (const [before, name] of PRESENT.entries()) {
    await press(clerk, `main :is(tr, li):has-text("${name}") >> button >> nth=0`)
    await expect(arrivals).toHaveCount(seats - before - 1)
    await goesOn(clerk)
  }
  const chair = await as(CHAIR)
  await at(chair, room)
  await does(chair, act('open-session'), 'La séance est ouverte.')
  await does(chair, act('open-item'), 'Le point est ouvert.')
  await does(chair, act('open-vote', 'award'), 'Le vote est ouvert.')

  const seat = `${room}/seat`
  for (const name of PRESENT) {
    const member = name === CHAIR ? chair : await as(name)
    await at(member, seat)
    await press(member, link('Voter'))
    await member.waitForURL(/\/ballot/)
    await goesOn(member)
    await choose(member, '[name="choice"][value="award"]')
    await does(member, 'main form button.btn--pri', 'Un bulletin déposé ne peut plus changer.')
    await does(member, 'main form button.btn--pri', 'Ce code prouve que vous avez voté.')
  }
  await at(chair, room)
  await does(chair, act('close-vote'), 'Le vote est clos et dépouillé.')
  await press(chair, link('Statuer'))
  await chair.waitForURL(/\/decision$/)
  await goesOn(chair)
  // Refused, with its summary, since nothing is decided yet.
  await press(chair, 'main form button.btn--pri')
  await expect(chair.locator('#errors')).toBeFocused()
  await choose(chair, '[name="outcome"][value="awarded"]')
  await choose(chair, '[name="winners"] >> nth=0')
  await does(chair, 'main form button.btn--pri', 'La décision est enregistrée.')
  await does(chair, act('close-session'), 'La séance est levée.')

  await at(clerk, `${room}/minutes`)
  await does(clerk, act('draft'), 'Le procès-verbal est établi.')
  for (const name of [CHAIR, DEPUTY]) {
    const signer = name === CHAIR ? chair : await as(name)
    await at(signer, `${room}/minutes`)
    await write(signer, '[name="phrase"]', 'Je signe ce procès-verbal')
    await does(signer, act('sign'), 'Procès-verbal signé.')
  }

  const publisher = await as('Leïla Bouazza')
  await at(publisher, '/fr/release')
  await press(publisher, link(AWARD))
  await publisher.waitForURL(/\/release\/campaigns\//)
  await goesOn(publisher)
  const release = new URL(publisher.url()).pathname
  await does(publisher, act('prepare'), 'La publication est préparée.')
  const second = await as('Tarik Naciri')
  await at(second, release)
  await does(second, act('approve'), '1 approbation sur 2')
  await at(chair, release)
  await does(chair, act('approve'), '2 approbations sur 2')
  await at(publisher, release)
  await does(publisher, act('schedule'), 'La publication est programmée.')
})
