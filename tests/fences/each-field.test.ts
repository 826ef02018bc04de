import { beforeAll, describe, expect, it } from 'vitest'
import type { Heard } from '#tests/support/web.ts'
import { type Answered, answered, named } from './support/answered.ts'
import { bodyOf } from './support/bodies.ts'
import { everyForm, type Found } from './support/every-form.ts'
import { type Control, formsOf, intentOf, type PageForm } from './support/forms.ts'
import { aHouse, goesTo } from './support/house.ts'
import { filledAnew, type Sending, withAllWrong, withOneWrong } from './support/one-wrong.ts'
import { TABLE } from './support/table.ts'

const { world, states, patterns, declared, read, post } = await aHouse()

/** What is never given back: passwords, the digits of a second factor, the test account of a service. */
const isSecret = (id: string, { kind, name }: Control): boolean =>
  kind === 'secret' ||
  name === 'accessAccount' ||
  (/^routes\/account\/second-factor(-enrol)?$/.test(id) && name === 'code')

/** Two forms of one page that ask for the same: of the same thing, with the same fields. */
const isSame = (a: PageForm, b: PageForm): boolean => keyOf(a) === keyOf(b)
const keyOf = (form: PageForm): string =>
  JSON.stringify([
    ...[form.action.split('?')[0], form.method, form.button, intentOf(form)],
    ...form.controls
      .filter(({ kind, name }) => kind === 'hidden' && /Id$|^recovery$/.test(name))
      .map(({ value }) => value),
    form.controls.some(({ kind }) => kind === 'text' || kind === 'secret'),
  ])

const wrong = {
  status: [] as string[],
  summary: [] as string[],
  place: [] as string[],
  lost: [] as string[],
  told: [] as string[],
  spilt: [] as string[],
  words: [] as string[],
  ended: [] as string[],
}
let sendings = 0

/** A key that nobody wrote comes back as it is. */
const KEY = /\b(?:errors|account|campaign|common|jury|nomination|secretariat|work)\.[a-zA-Z]/
const isIn = {
  fr: (text: string) => !/\p{Script=Arabic}/u.test(text),
  ar: (text: string) => /\p{Script=Arabic}/u.test(text),
}

/** The summary leads to each field that is wrong, and the same words stand at it. */
function lookAtWords(
  where: string,
  lang: 'fr' | 'ar',
  { summary, messages, count, explains }: Answered,
): void {
  if (summary.length === 0) wrong.summary.push(where)
  for (const { at, text } of summary) {
    if (count(at) !== 1) wrong.summary.push(`${where}: #${at} is there ${count(at)} times`)
    if (!messages.some((one) => one.text === text && explains(one.at, at)))
      wrong.place.push(`${where}: ${at} ${text}`)
    if (text === '' || KEY.test(text) || !isIn[lang](text)) wrong.words.push(`${where}: ${text}`)
  }
}

function lookAtFields(where: string, of: Sending, mine: PageForm, { summary, leadsTo }: Answered): void {
  for (const name of of.wrong) {
    const its = mine.controls.filter((control) => control.name === name)
    if (its.every(({ kind }) => kind !== 'box') && !its.some(({ isInvalid }) => isInvalid))
      wrong.place.push(`${where}: ${name} is not marked`)
    if (!its.some(({ id }) => summary.some(({ at }) => leadsTo(at, id === '' ? named(name) : id))))
      wrong.summary.push(`${where}: nothing leads to ${name}`)
  }
}

/** What was typed, chosen and ticked is there again, and no secret. */
function lookAtTyped(where: string, id: string, of: Sending, mine: PageForm): void {
  for (const control of mine.controls) {
    const { name, kind, value, sent, type } = control
    const typed = of.entries.flatMap(([at, text]) => (at === name ? [text] : []))
    if (isSecret(id, control)) {
      if (value !== '') wrong.told.push(`${where}: ${name}`)
    } else if (kind === 'text' || (kind === 'choice' && type !== 'radio' && !of.wrong.includes(name))) {
      // A table gives more rows than it was sent with: they are empty.
      if (!typed.includes(value) && !(typed.length === 0 && value === ''))
        wrong.lost.push(`${where}: ${name} ${value}`)
    } else if ((kind === 'box' || type === 'radio') && sent !== typed.includes(value)) {
      // One box says yes by being there, whatever its value.
      if (!of.wrong.includes(name)) wrong.lost.push(`${where}: ${name} ${value}`)
    }
  }
}

/** Nothing of it stands in another form of the page. */
function lookAtOthers(
  where: string,
  before: readonly PageForm[],
  after: readonly PageForm[],
  mine: PageForm,
): void {
  for (const other of after) {
    const was = before.find((one) => isSame(one, other))
    const isAnother =
      !isSame(other, mine) &&
      other.controls.map(({ name }) => name).join() !== mine.controls.map(({ name }) => name).join()
    if (was === undefined || !isAnother) continue
    other.controls.forEach((control, i) => {
      const first = was.controls[i]
      const isSpilt = control.isInvalid || control.value !== first?.value || control.sent !== first.sent
      if (control.kind !== 'hidden' && isSpilt)
        wrong.spilt.push(`${where}: ${intentOf(other)} ${control.name}`)
    })
  }
}

function look(found: Found, of: Sending, lang: 'fr' | 'ar', heard: Heard, before: readonly PageForm[]): void {
  const { form, id, hand } = found
  const where = `${id} ${intentOf(form)} ${hand.name} ${lang} ${of.what}`
  sendings += 1
  if (heard.status !== 400) {
    wrong.status.push(`${where}: ${heard.status} ${heard.headers.location ?? ''}`)
    return
  }
  const after = formsOf(heard.body)
  const mine = after.find(
    (one) => isSame(one, form) || (form.button === null && isSame({ ...one, button: null }, form)),
  )
  if (mine === undefined) {
    wrong.lost.push(`${where}: the form is not there`)
    return
  }
  // A choice that nobody offered has no place in the form: it may stand below it.
  if (!of.what.includes('no box of ours') && heard.body.includes('id="kept-words"'))
    wrong.spilt.push(`${where}: words that stand in their form`)
  for (const control of form.controls.filter((one) => isSecret(id, one)))
    for (const [name, value] of of.entries)
      if (name === control.name && value.length > 6 && heard.body.includes(value))
        wrong.told.push(`${where}: ${name} somewhere on the page`)
  const page = answered(heard.body)
  lookAtWords(where, lang, page)
  lookAtFields(where, of, mine, page)
  lookAtTyped(where, id, of, mine)
  lookAtOthers(where, before, after, mine)
}

const inArabic = (found: Found): Found => ({
  ...found,
  address: found.address.replace(/^\/fr(?=\/|$)/, '/ar'),
  form: { ...found.form, action: found.form.action.replace(/^\/fr(?=\/|$)/, '/ar') },
})
const send = (found: Found, { entries }: Sending): Promise<Heard> =>
  post(found.id, goesTo(found), found.hand, bodyOf(found.form, entries))

/** The same form when the session has ended: what was written comes back beside the door, but for secrets. */
async function tryEnded(found: Found, of: Sending): Promise<void> {
  const { form, id, hand } = found
  if (hand.cookie === '' || TABLE[id]?.anyone !== undefined) return
  const { status, body } = await post(
    id,
    goesTo(found),
    { name: 'nobody', cookie: '' },
    bodyOf(form, of.entries),
  )
  const back = formsOf(body).flatMap(({ controls }) => controls.map(({ name, value }) => `${name} ${value}`))
  const written = form.controls.filter((one) => one.kind === 'text' && !isSecret(id, one))
  const lost = of.entries.filter(
    ([name, value]) =>
      value !== '' && written.some((one) => one.name === name) && !back.includes(`${name} ${value}`),
  )
  if (written.length > 0 && (status !== 401 || lost.length > 0))
    wrong.ended.push(
      `${id} ${intentOf(form)} ${hand.name}: ${status} ${lost.map(([name]) => name).join(', ')}`,
    )
}

async function tryForm(found: Found): Promise<void> {
  const { form, id, address, hand } = found
  const sendingsOf = withOneWrong(form, id === 'routes/applicant/section')
  if (sendingsOf.length === 0) return
  const before = formsOf((await read(id, address, hand)).body)
  for (const of of sendingsOf) look(found, of, 'fr', await send(found, of), before)
  await tryEnded(found, { what: 'nothing wrong', entries: filledAnew(form), wrong: [] })
  const all = withAllWrong(form)
  if (all === null) return
  const there = inArabic(found)
  look(there, all, 'ar', await send(there, all), formsOf((await read(id, there.address, hand)).body))
}

describe('each field of every form, the only one that is wrong', () => {
  beforeAll(async () => {
    const forms = await everyForm({ world, states, patterns, declared, read })
    for (const found of forms.filter(({ form }) => form.method === 'post')) await tryForm(found)
  }, 600_000)

  it('is tried', () => expect(sendings).toBeGreaterThan(600))
  it('is refused as bad input', () => expect(wrong.status).toEqual([]))
  it('is named in a summary that leads to it', () => expect(wrong.summary).toEqual([]))
  it('is marked, and says at its place what the summary says', () => expect(wrong.place).toEqual([]))
  it('leaves all else as it was typed, chosen and ticked', () => expect(wrong.lost).toEqual([]))
  it('tells no secret back', () => expect(wrong.told).toEqual([]))
  it('touches no other form of its page', () => expect(wrong.spilt).toEqual([]))
  it('is kept with all others beside the door when the session has ended', () =>
    expect(wrong.ended).toEqual([]))
  it('is spoken of in the language of the page', () => expect(wrong.words).toEqual([]))
})
