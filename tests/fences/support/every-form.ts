import type { patternsOf } from './addresses.ts'
import { formsOf, intentOf, type PageForm } from './forms.ts'
import { type Declared, routeAt } from './intents.ts'
import type { Heard } from '#tests/support/web.ts'
import type { States } from './states.ts'
import { TABLE } from './table.ts'
import { type Hand, visitsOf } from './visits.ts'
import type { World } from './world.ts'

/** `id`: the route that a form is sent to, which need not be that of its page. */
export type Found = {
  readonly id: string
  readonly address: string
  readonly hand: Hand
  readonly form: PageForm
  /** Everybody whom a page there shows a form that asks for the same. */
  readonly shownTo: ReadonlySet<string>
}
type Of = {
  readonly world: World
  readonly states: States
  readonly patterns: ReturnType<typeof patternsOf>
  /** Every route that takes a post, with what it declares; empty where it reads no field. */
  readonly declared: ReadonlyMap<string, readonly Declared[]>
  readonly read: (page: string, address: string, hand: Hand) => Promise<Heard>
}
type Here = { readonly page: string; readonly address: string; readonly hand: Hand }

/** Where a form leads, and under which name it is known: that of its page, or of its route where it leads elsewhere. */
function placeOf(form: PageForm, { page, address }: Here, { declared, patterns }: Of) {
  const isHere = form.action === '' || form.action.startsWith(address)
  const to = form.action === '' ? address : form.action
  const id = form.method === 'get' ? page : (routeAt(to, [...declared.keys()], patterns) ?? page)
  return { id, isHere, place: isHere ? address : id }
}

/** A form that asks for something: it has a field to fill in, or leads to a route that takes a post. */
function asks(form: PageForm, id: string, isHere: boolean, { declared }: Of): boolean {
  if (form.method === 'post' && declared.has(id)) return true
  return form.controls.some(({ kind }) => kind !== 'hidden') || (isHere && form.controls.length > 0)
}

/** A script saves a form without pressing any button of it: as such it is sent, where the route says that it may be. */
function withoutButton(forms: readonly Found[], { declared }: Of): readonly Found[] {
  return [...declared].flatMap(([id, of]) => {
    const posted = forms.filter((one) => one.id === id && one.form.method === 'post')
    const isAsked = of.length > 1 && of.some(({ intent }) => intent === '')
    if (!isAsked || posted.some(({ form }) => intentOf(form) === '')) return []
    return posted.slice(0, 1).map((one) => ({ ...one, form: { ...one.form, button: null } }))
  })
}

/** Where a route has several acts, a form that names none asks for any: it is shown to everybody whom its page shows one. */
function ofAnyAct(found: Found, forms: readonly Found[], { declared }: Of): Found {
  if (intentOf(found.form) !== '' || (declared.get(found.id) ?? []).length < 2) return found
  const there = forms.filter(({ id, address }) => id === found.id && address === found.address)
  return { ...found, shownTo: new Set(there.flatMap(({ shownTo }) => [...shownTo])) }
}

/** Every form with a field or an act of its own that some page of ours shows to somebody who may write, once. */
export async function everyForm(of: Of): Promise<readonly Found[]> {
  const { patterns, world, states, read } = of
  const found = new Map<string, Found>()
  const shown = new Map<string, Set<string>>()
  for (const [page, pattern] of Object.entries(patterns)) {
    const row = TABLE[page]
    if (row === undefined || row.frameOf !== undefined || row.writesOnly) continue
    for (const { address, hand } of visitsOf({ id: page, pattern, row }, world, states)) {
      const { status, body, headers } = await read(page, address, hand)
      if (status !== 200 || !/text\/html/.test(String(headers['content-type']))) continue
      for (const form of formsOf(body)) {
        const { id, isHere, place } = placeOf(form, { page, address, hand }, of)
        if (!asks(form, id, isHere, of)) continue
        const names = form.controls.map(({ name }) => name)
        const asked = `${place} ${intentOf(form)}`
        const shownTo = shown.get(asked) ?? new Set<string>()
        shown.set(asked, shownTo.add(hand.name))
        const shape = [place, form.method, intentOf(form), form.button?.value, ...names].join(' ')
        if (!found.has(shape)) found.set(shape, { id, address, hand, form, shownTo })
      }
    }
  }
  const forms = [...found.values()]
  return [...forms, ...withoutButton(forms, of)].map((one) => ofAnyAct(one, forms, of))
}
