import { expect, type Page } from '@playwright/test'
import type { Hand } from './dossier.ts'

/** More stops than the longest form has between two of its fields. */
const FAR = 60

/** Whether what has the focus shows it: in the window, with a ring about itself or about what stands for it. */
const isShown = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const one = document.activeElement
    if (!one || one === document.body) return true
    const drawn = [one, one.nextElementSibling, one.closest('label'), one.parentElement]
    const box = (one.getBoundingClientRect().width < 8 ? one.closest('label') : one)?.getBoundingClientRect()
    const isInWindow = box !== undefined && box.bottom > 0 && box.top < innerHeight
    return isInWindow && drawn.some((at) => at !== null && getComputedStyle(at).outlineStyle !== 'none')
  })

/** Goes forward, stop by stop, until the field has the focus; every stop on the way can be seen. */
export async function tabTo(page: Page, field: string): Promise<void> {
  const wanted = page.locator(field)
  const has = (): Promise<boolean> => wanted.evaluate((one) => one === document.activeElement)
  for (let stops = 0; !(await has()); stops += 1) {
    if (stops > FAR) throw new Error(`${field} is not reached with ${FAR} presses of the tabulator`)
    await page.keyboard.press('Tab')
    if (!(await isShown(page)))
      throw new Error(
        `unseen focus: ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))}`,
      )
  }
}

/** A group of radio buttons is one stop, its arrows go through it; a box is a stop of its own. */
async function choose(page: Page, field: string): Promise<void> {
  const wanted = page.locator(field)
  const { type, group } = await wanted.evaluate((one) => ({
    type: one.getAttribute('type'),
    group: `[name="${one.getAttribute('name') ?? ''}"]`,
  }))
  if (type !== 'radio') {
    await tabTo(page, field)
    if (!(await wanted.isChecked())) await page.keyboard.press('Space')
  } else {
    const checked = page.locator(`${group}:checked`)
    await tabTo(page, (await checked.count()) > 0 ? `${group}:checked` : `${group} >> nth=0`)
    await page.keyboard.press('Space')
    for (let left = await page.locator(group).count(); left > 0 && !(await wanted.isChecked()); left -= 1)
      await page.keyboard.press('ArrowDown')
  }
  await expect(wanted).toBeChecked()
}

/** No hand on the mouse. */
export const BY_KEYBOARD: Hand = {
  write: async (page, field, text) => {
    await tabTo(page, field)
    await page.keyboard.press('Control+A')
    // How the parts of a month are typed is the browser's own affair, and differs with its language.
    if ((await page.locator(field).getAttribute('type')) === 'month') await page.locator(field).fill(text)
    else await page.keyboard.insertText(text)
    await expect(page.locator(field)).toHaveValue(text)
  },
  choose,
  press: async (page, button) => {
    await tabTo(page, button)
    await page.keyboard.press('Enter')
  },
}
