import type { Heard } from '#tests/support/web.ts'
import { type Body, bodyOf } from './bodies.ts'
import type { Found } from './every-form.ts'
import { type Control, intentOf, type PageForm } from './forms.ts'
import { TABLE } from './table.ts'
import { verdictOf } from './verdict.ts'
import type { Hand } from './visits.ts'
import { ROLES, type World } from './world.ts'

/** What an honest hand types into an empty field, by what its page asks a browser for. */
const TYPED: Readonly<Record<string, string>> = {
  email: 'quelquun@example.ma',
  password: 'une longue phrase que nul ne devine 7',
  number: '1',
  date: '2027-03-01',
  time: '10:00',
}
const chosenIn = (controls: readonly Control[], name: string): Control | undefined =>
  controls.find((one) => one.name === name && one.sent) ?? controls.find((one) => one.name === name)

function typedIn(controls: readonly Control[], control: Control): readonly [string, string][] {
  const { kind, name, value, type, offers } = control
  if (kind === 'file') return []
  if (kind === 'hidden' || kind === 'box') return [[name, value]]
  if (kind === 'choice' && type !== 'radio') return [[name, value === '' ? (offers[0] ?? '') : value]]
  if (kind === 'choice') return chosenIn(controls, name) === control ? [[name, value]] : []
  return [[name, value === '' ? (TYPED[type] ?? 'Un texte.') : value]]
}

/** A form with nothing wrong in it: what the page wrote, and in its empty fields what they ask for. */
export function filledIn(form: PageForm): Body {
  const { controls, button } = form
  const fields = new URLSearchParams(controls.flatMap((control) => [...typedIn(controls, control)]))
  if (button !== null) fields.set(button.name, button.value)
  return bodyOf(form, [...fields.entries()])
}

/** Whoever does the same on a page of their own: the organiser takes a role of a campaign back among its offices. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'routes/admin/person revoke': ['organiser'],
}

/** Everybody to whom no page shows the form; nobody where the route is anyone's, who has the link or the account. */
function thievesOf({ id, form, shownTo }: Found, { cookies }: World): readonly Hand[] {
  if (form.method !== 'post' || TABLE[id]?.anyone !== undefined) return []
  const elsewhere = ELSEWHERE[`${id} ${intentOf(form)}`] ?? []
  return ROLES.filter((role) => !shownTo.has(role) && !elsewhere.includes(role)).map((name) => ({
    name,
    cookie: cookies[name],
  }))
}

export const REFUSED: readonly string[] = ['sign-in', 'hidden', 'forbidden', 'refused']

type By = {
  readonly send: (found: Found, hand: Hand, body: Body) => Promise<Heard>
  /** Whether the page leads that hand on to where the answer led, whatever was sent. */
  readonly isLedOn: (found: Found, hand: Hand, heard: Heard) => Promise<boolean>
}

async function isRefused(found: Found, hand: Hand, heard: Heard, { isLedOn }: By): Promise<boolean> {
  const verdict = verdictOf(heard)
  if (REFUSED.includes(verdict)) return true
  // On pages of one's own account a thing of somebody else is not there: what is asked of it may be done to nothing.
  return verdict === 'moved' && (TABLE[found.id]?.account === true || (await isLedOn(found, hand, heard)))
}

/**
 * Each form, filled in as it should be, from the hands of everybody to whom no page shows it: how many, and what went
 * through. That nothing was done is for the rows to say.
 */
export async function stolenForms(
  forms: readonly Found[],
  world: World,
  by: By,
): Promise<{ readonly tried: number; readonly passed: readonly string[] }> {
  const passed: string[] = []
  let tried = 0
  for (const found of forms) {
    const body = filledIn(found.form)
    const thieves = thievesOf(found, world)
    tried += thieves.length
    await Promise.all(
      thieves.map(async (hand) => {
        const heard = await by.send(found, hand, body)
        const { status, headers } = heard
        if (!(await isRefused(found, hand, heard, by)))
          passed.push(
            `${hand.name} ${found.id}: ${status} ${headers.location ?? ''} ${String(body.body).slice(0, 80)}`,
          )
      }),
    )
  }
  return { tried, passed }
}
