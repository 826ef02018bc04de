import { beforeAll, describe, expect, it } from 'vitest'
import type { Heard } from '#tests/support/web.ts'
import { type Body, bodyOf, urlencoded } from './support/bodies.ts'
import { everyForm, type Found } from './support/every-form.ts'
import { FIELDLESS } from './support/fieldless.ts'
import { type Control, formsOf, intentOf } from './support/forms.ts'
import { hostileScripts, kindsOf, stolenScripts } from './support/hostile-scripts.ts'
import { aHouse, goesTo } from './support/house.ts'
import { rowsOf } from './support/rows.ts'
import { type Driven, runScripts, scriptBody } from './support/script-posts.ts'
import { filledIn, stolenForms } from './support/stolen.ts'
import type { Hand } from './support/visits.ts'

const { test, world, states, patterns, taking, declared, read, post } = await aHouse()

const SCRIPT = '<script>alert(1)</script>'
/** A formula, a script, a control character and one that turns the direction of the text. */
const HOSTILE = `=1+1${SCRIPT}\u0007\u202E.`
const LONG = 'x'.repeat(20_000)

/**
 * What a form is sent: bad text in every field; too long a text in every field; nothing, with choices nobody offered;
 * bad text in what the page itself had written into the form, but for what it asks for; a button that the form does not
 * have; what the page offers, and a field beside it that it does not have.
 */
const ROUNDS = ['hostile', 'long', 'empty', 'forged', 'button', 'more'] as const
type Round = (typeof ROUNDS)[number]

function sentFor(round: Round, { kind, name, value, sent }: Control): readonly [string, string][] {
  if (kind === 'hidden' && name === 'intent') return [[name, round === 'button' ? 'no-such-button' : value]]
  if (kind === 'hidden') return [[name, round === 'forged' ? HOSTILE : value]]
  if (kind === 'file') return []
  if (round === 'more') return sent ? [[name, value]] : []
  if (kind === 'text' || kind === 'secret')
    return [[name, round === 'hostile' ? HOSTILE : round === 'long' ? LONG : round === 'forged' ? 'x' : '']]
  if (round === 'empty') return [[name, 'no-such-choice']]
  // Ticked, so that what hangs on a box is read as well.
  return sent || kind === 'box' ? [[name, value]] : []
}

const readsFields = (id: string): boolean => (declared.get(id) ?? []).length > 0
const asked = (id: string, intent: string): string => `${id} ${intent}`.trim()

function send(found: Found, round: Round): Promise<Heard> {
  const { form, id, hand } = found
  const { button } = form
  const fields = new URLSearchParams(form.controls.flatMap((control) => [...sentFor(round, control)]))
  if (button !== null) fields.set(button.name, round === 'button' ? 'no-such-button' : button.value)
  if (round === 'more') fields.set('no-such-field', SCRIPT)
  const to = goesTo(found)
  if (form.method !== 'get') return post(id, to, hand, bodyOf(form, [...fields.entries()], round !== 'empty'))
  return read(id, `${to.split('?')[0]}?${fields}`, hand)
}

/** A criterion in levels reads nothing of the grid that it might have instead. */
const isUnread = (name: string): boolean => name.startsWith('scale.grid.')
/** What is never given back: the six digits of a second factor, the test account of a service. */
const isSecret = (id: string, name: string): boolean =>
  name === 'accessAccount' || (/^routes\/account\/second-factor(-enrol)?$/.test(id) && name === 'code')

/** A new password may be any text. */
const isNewPassword = (id: string, round: Round): boolean =>
  id === 'routes/account/reset-password' && round === 'hostile'

/** Some of the routes whose forms only a page in the right state shows: without them this test would prove less. */
const SHOWN = [
  'routes/applicant/start',
  'routes/applicant/section',
  'routes/applicant/file-complaint',
  'routes/secretariat/complaint',
  'routes/secretariat/appeal',
  'routes/secretariat/file',
  'routes/secretariat/completion',
  'routes/secretariat/decision',
  'routes/secretariat/category',
  'routes/applicant/category',
  'routes/applicant/complaint',
  'routes/jury/score-sheet',
  'routes/jury/plenary',
  'routes/jury/flag',
  'routes/deliberation/attendance',
  'routes/deliberation/decision',
  'routes/deliberation/dissent',
  'routes/organiser/extension',
  'routes/applicant/completion',
  'routes/applicant/merge',
  'routes/release/release',
  'routes/jury/charter',
  'routes/organiser/registrations',
  'routes/organiser/letters',
  'routes/account/notices',
] as const

const wrong = {
  status: [] as string[],
  raw: [] as string[],
  undone: [] as string[],
  summary: [] as string[],
  invalid: [] as string[],
  lost: [] as string[],
}
const tried = new Set<string>()
let posts = 0

function look(found: Found, round: Round, heard: Heard): void {
  const { form, id } = found
  const where = `${id} ${found.hand.name} ${round} ${form.button?.value ?? ''}`
  posts += 1
  if (form.method === 'post' && round !== 'button') tried.add(asked(id, intentOf(form)))
  if (heard.body.includes(SCRIPT)) wrong.raw.push(where)
  if (form.method === 'get') {
    if (heard.status !== 200) wrong.status.push(`${where}: ${heard.status}`)
    return
  }
  // A draft keeps a text that is too long for sending, reads no field whose mark no page of ours wrote, and is saved
  // whatever button sent it.
  const isDraft =
    (id === 'routes/applicant/section' && round !== 'hostile' && round !== 'empty') ||
    (id === 'routes/applicant/merge' && round === 'long')
  if (isDraft && heard.status === 303) return
  const allowed = {
    hostile: isNewPassword(id, round) ? [303] : [400],
    long: [400, 413],
    empty: [303, 400, 409],
    forged: [400, 404, 409],
    button: [400],
    more: [400],
  }[round]
  // A preference is kept, and the way back that was forged leads home.
  const isHome = id === 'routes/resources/preference' && /^\/\w*$/.test(heard.headers.location ?? '')
  if (round === 'forged' && heard.status === 303 && isHome) return
  if (!allowed.includes(heard.status))
    wrong.status.push(`${where}: ${heard.status} ${heard.headers.location ?? ''}`)
  if (heard.status !== 400 || round === 'forged' || round === 'button' || round === 'more') return
  if (!heard.body.includes('id="errors"')) wrong.summary.push(where)
  // An empty form without a text does what it asks for: what stood beside it is not offered any more.
  const isGone = !formsOf(heard.body).some((one) => intentOf(one) === intentOf(form))
  if (round === 'empty' && isGone) return
  const answered = formsOf(heard.body).flatMap(({ controls }) => controls)
  const texts = form.controls.filter(({ kind }) => kind === 'text').map(({ name }) => name)
  const isInvalid = (name: string) => answered.some((one) => one.name === name && one.isInvalid)
  for (const name of texts)
    if (round === 'hostile' && !isUnread(name) && !isInvalid(name)) wrong.invalid.push(`${where}: ${name}`)
  if (!answered.some((one) => one.isInvalid)) wrong.invalid.push(`${where}: none`)
  if (round === 'empty') return
  const value = round === 'hostile' ? HOSTILE : LONG
  for (const name of texts)
    if (!isSecret(id, name) && !answered.some((one) => one.name === name && one.value === value))
      wrong.lost.push(`${where}: ${name}`)
}

/** Whoever has nothing to do on a page is led on by it, whatever was sent. */
async function isLedOn(id: string, address: string, hand: Hand, heard: Heard): Promise<boolean> {
  if (heard.status !== 303) return false
  const page = await read(id, address, hand)
  return page.status === 303 && page.headers.location === heard.headers.location
}

/** A form without any field is one act: it is done, and nothing of a field that somebody added comes back. */
async function sendFieldless(found: Found): Promise<void> {
  const { id, hand } = found
  const heard = await post(id, goesTo(found), hand, urlencoded([['no-such-field', SCRIPT]]))
  tried.add(asked(id, ''))
  if (heard.body.includes(SCRIPT)) wrong.raw.push(`${id} ${hand.name}`)
  if (![200, 303].includes(heard.status)) wrong.undone.push(`${id} ${hand.name}: ${heard.status}`)
}

/** A form with a file, sent as its page has it sent by the hand that it is shown to, is taken. */
async function sendWhole(found: Found): Promise<void> {
  const { id, hand, form } = found
  const { status } = await post(id, goesTo(found), hand, filledIn(form))
  if (status !== 303) wrong.undone.push(`${id} ${hand.name}: ${status}`)
}

/** Without a field to write in there is no bad text; an address so long is refused by the server before any page. */
const roundsOf = ({ id, form }: Found): readonly Round[] =>
  ROUNDS.filter((round) => {
    if (round === 'more') return form.method === 'post' && readsFields(id)
    if (round === 'button') return form.method === 'post' && (form.button !== null || intentOf(form) !== '')
    if (round === 'forged')
      return form.controls.some(({ kind, name }) => kind === 'hidden' && name !== 'intent')
    if (round === 'empty') return form.controls.some(({ kind }) => kind !== 'hidden')
    return (
      form.controls.some(({ kind }) => kind === 'text' || kind === 'secret') &&
      (form.method === 'post' || round !== 'long')
    )
  })

/** A form without a text may be sent empty, and a link is used up: what is done must not hide what is still to be tried. */
const turnOf = (id: string, round: Round): 1 | 2 | 3 =>
  isNewPassword(id, round) ? 3 : round === 'empty' ? 2 : 1

/** A page shows the form of a route that reads no field: it is its button alone. */
const isShown = (forms: readonly Found[], id: string): boolean =>
  !readsFields(id) && forms.some((one) => one.id === id && one.form.method === 'post')

/** What the scripts of the pages posted by themselves. */
const driven: Partial<Driven> = {}
const stolen = { count: 0, passed: [] as readonly string[], before: '', after: '' }

describe('every form, filled with what no honest hand types', () => {
  beforeAll(async () => {
    const forms = await everyForm({ world, states, patterns, declared, read })
    const scripts = await runScripts(
      world,
      (name) => ({ name, cookie: world.cookies[name] }),
      (one) => post(one.id, one.to, one.hand, scriptBody(one)),
    )
    Object.assign(driven, scripts)
    stolen.before = await rowsOf(test)
    const { tried: count, passed } = await stolenForms(forms, world, {
      send: (found, hand, body) => post(found.id, goesTo(found), hand, body),
      isLedOn: (found, hand, heard) => isLedOn(found.id, goesTo(found), hand, heard),
    })
    const line = {
      send: (to: { id: string; to: string }, hand: Hand, body: Body) => post(to.id, to.to, hand, body),
    }
    const kinds = kindsOf(scripts)
    const taken = await stolenScripts(kinds, world, line)
    Object.assign(stolen, {
      ...{ count: count + taken.tried, passed: [...passed, ...taken.passed], after: await rowsOf(test) },
    })
    for (const turn of [1, 2, 3] as const)
      for (const found of forms)
        for (const round of roundsOf(found).filter((one) => turnOf(found.id, one) === turn))
          look(found, round, await send(found, round))
    const {
      status,
      raw,
      tried: more,
    } = await hostileScripts(kinds, { hostile: HOSTILE, long: LONG, script: SCRIPT }, line)
    wrong.status.push(...status)
    wrong.raw.push(...raw)
    posts += more
    for (const one of scripts.held) {
      const { status: last, body } = await post(one.id, one.to, one.hand, scriptBody(one))
      if (last !== 200 || !body.includes('evidenceId')) wrong.undone.push(`${one.id}: ${last}`)
    }
    for (const { post: made, status: heard } of scripts.made) if (heard === 200) tried.add(made.id)
    for (const found of forms) if (found.form.isMultipart) await sendWhole(found)
    // They do what they are for: all else is tried by then. The one that ends a session is the last of them.
    for (const id of taking)
      for (const found of forms.filter((one) => one.id === id && isShown([one], id)))
        await sendFieldless(found)
  }, 600_000)

  it('asks each route for each intent that it declares: by a form that a page shows, or by the script of one', () => {
    const all = taking.flatMap((id) =>
      readsFields(id) ? (declared.get(id) ?? []).map(({ intent }) => asked(id, intent)) : [id],
    )
    expect(taking.filter((id) => !readsFields(id)).sort()).toEqual(FIELDLESS)
    expect(all.length).toBeGreaterThan(taking.length)
    expect(all.filter((one) => !tried.has(one))).toEqual([])
    expect([...tried].filter((one) => !all.includes(one))).toEqual([])
  })
  it('takes what the scripts of the pages post as they make it', () => {
    expect(driven.made?.filter(({ status }) => status !== 200)).toEqual([])
    expect(driven.ended).toEqual(['received', 'stopped'])
    expect(driven.held).toHaveLength(1)
    expect(driven.made?.filter(({ post: { id } }) => id.endsWith('presence'))).toHaveLength(4)
  })
  it('is shown by the pages of the world', () => {
    expect([...tried].map((one) => one.split(' ')[0])).toEqual(expect.arrayContaining([...SHOWN]))
    expect(posts).toBeGreaterThan(450)
  })
  it('is refused, filled in as it should be, to everybody to whom no page shows it, and changes not one row', () => {
    expect(stolen.count).toBeGreaterThan(800)
    expect(stolen.passed).toEqual([])
    expect(stolen.after).toBe(stolen.before)
  })
  it('does what it is for where it has no field', () => expect(wrong.undone).toEqual([]))
  it('is answered by the right status', () => expect(wrong.status).toEqual([]))
  it('comes back without one raw script', () => expect(wrong.raw).toEqual([]))
  it('says at its head what is wrong', () => expect(wrong.summary).toEqual([]))
  it('marks each wrong field', () => expect(wrong.invalid).toEqual([]))
  it('gives back what was typed', () => expect(wrong.lost).toEqual([]))
})
