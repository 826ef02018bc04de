import { beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'
import { type Heard, productionBuild, serve } from '#tests/support/web.ts'
import { addressOf, patternsOf } from './support/addresses.ts'
import { BARE, FIELDLESS } from './support/bare.ts'
import { type Control, formsOf, intentOf, type PageForm } from './support/forms.ts'
import { type Declared, declaredBy, routeAt } from './support/intents.ts'
import { type Row, TABLE } from './support/table.ts'
import { aPreparedRelease } from './support/prepared-release.ts'
import { whatWaits } from './support/waiting.ts'
import { aWorld, type Role, ROLES } from './support/world.ts'

const test = await testDb()
const context = await testContext(test)
const decided = await aPreparedRelease(test, context)
const world = await aWorld(test, context.files)
await decided.give(world)
await whatWaits(world)
const build = await productionBuild()
const web = await serve((origin) => ({ ...context, origin }), build)

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

const cookieOf = (role: Role): Record<string, string> =>
  world.cookies[role] === '' ? {} : { cookie: world.cookies[role] }

/** Whoever may write: the auditor reads everywhere and writes nowhere. */
function writersOf(row: Row): readonly Role[] {
  if (row.anyone !== undefined) return row.anyone === 'open' ? ['anonymous'] : []
  return ROLES.filter(
    (role) =>
      role !== 'anonymous' &&
      role !== 'auditor' &&
      (row.account || row.open?.includes(role) || row.moved?.includes(role)),
  )
}

const pathFor = (pattern: string, id: string): string =>
  pattern.replace(/:locale\??/, 'fr').replace(/:\w+/, id)

/** The pages of a route: a dossier has a page a section, each with fields of its own. */
function addressesOf(id: string, pattern: string): readonly string[] {
  const address = addressOf(pattern, id, 'own', world)
  if (address === null) return []
  const { desk, complaints } = world
  const at = (...ids: readonly string[]): readonly string[] => ids.map((one) => pathFor(pattern, one))
  if (id === 'routes/applicant/complaint') return at(complaints.answered)
  if (id === 'routes/applicant/category') return at(desk.asked)
  if (id === 'routes/applicant/completion') return at(desk.completing)
  if (/^routes\/organiser\/(setup|criteria)$/.test(id))
    return [address.replace(world.campaigns.judged, world.campaigns.prepared)]
  if (id === 'routes/organiser/clarifications') return at(world.campaigns.open)
  if (id === 'routes/jury/charter') return at(world.campaigns.prepared)
  if (id === 'routes/release/release') return at(decided.campaign.id)
  if (/^routes\/secretariat\/(file|completion|decision|category)$/.test(id))
    return at(desk.undecided, desk.proposed, desk.asked)
  if (id !== 'routes/applicant/section') return [address]
  return DEFAULT_FORM.sections.map(({ code }) => address.replace(/[^/]+$/, code))
}

const patterns = patternsOf(build)
/** Every route that takes a post; the one that ends a session comes last. */
const taking = Object.entries(build.routes)
  .flatMap(([id, route]) => (route?.module.action === undefined ? [] : [id]))
  .sort((a, b) => Number(a.endsWith('sign-out')) - Number(b.endsWith('sign-out')))
/** What each of them may be asked for, as it declares it itself; nothing but a post where it reads no field. */
const NO_FIELD: readonly Declared[] = [{ intent: '', fields: [] }]
const declared = new Map<string, readonly Declared[]>()
for (const id of taking) declared.set(id, await declaredBy(id))
const readsFields = (id: string): boolean => (declared.get(id) ?? []).length > 0
const asked = (id: string, intent: string): string => `${id} ${intent}`.trim()

/** `id`: the route that a form is sent to, which need not be that of its page. */
type Found = { readonly id: string; readonly address: string; readonly role: Role; readonly form: PageForm }

/** Every form with a field or an intent of its own that some page of ours shows to somebody who may write, once. */
async function everyForm(): Promise<readonly Found[]> {
  const found = new Map<string, Found>()
  for (const [page, pattern] of Object.entries(patterns)) {
    const row = TABLE[page]
    if (row === undefined || row.frameOf !== undefined || row.writesOnly) continue
    for (const [address, role] of addressesOf(page, pattern).flatMap((one) =>
      writersOf(row).map((role) => [one, role] as const),
    )) {
      const { status, body, headers } = await web.ask(address, { headers: cookieOf(role) })
      if (status !== 200 || !/text\/html/.test(String(headers['content-type']))) continue
      for (const form of formsOf(body)) {
        const isHere = form.action === '' || form.action.startsWith(address)
        const to = form.action === '' ? address : form.action
        const id = form.method === 'get' ? page : (routeAt(to, taking, patterns) ?? page)
        const names = form.controls.map(({ name }) => name)
        const shape = [isHere ? address : id, form.method, intentOf(form), form.button?.value, ...names].join(
          ' ',
        )
        if (form.isMultipart || found.has(shape)) continue
        const isRead = form.method === 'post' && readsFields(id)
        if (isRead || form.controls.some(({ kind }) => kind !== 'hidden') || (isHere && names.length > 0))
          found.set(shape, { id, address, role, form })
      }
    }
  }
  return [...found.values()]
}

function send({ address, role, form }: Found, round: Round, bareBody?: string): Promise<Heard> {
  const { button } = form
  const fields = new URLSearchParams(form.controls.flatMap((control) => [...sentFor(round, control)]))
  if (button !== null) fields.set(button.name, round === 'button' ? 'no-such-button' : button.value)
  if (round === 'more') fields.set('no-such-field', SCRIPT)
  const to = form.action === '' ? address : form.action
  if (form.method === 'get') return web.ask(`${to.split('?')[0]}?${fields}`, { headers: cookieOf(role) })
  return web.ask(to, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: web.origin,
      'sec-fetch-site': 'same-origin',
      ...cookieOf(role),
    },
    body: bareBody ?? fields.toString(),
  })
}

/** A criterion in levels reads nothing of the grid that it might have instead. */
const isUnread = (name: string): boolean => name.startsWith('scale.grid.')
/** What is never given back: the six digits of a second factor, the test account of a service. */
const isSecret = (id: string, name: string): boolean =>
  name === 'accessAccount' || (id === 'routes/account/second-factor-enrol' && name === 'code')

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
  summary: [] as string[],
  invalid: [] as string[],
  lost: [] as string[],
}
const tried = new Set<string>()
let posts = 0

function look(found: Found, round: Round, heard: Heard): void {
  const { form, id } = found
  const where = `${id} ${found.role} ${round} ${form.button?.value ?? ''}`
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
    hostile: [400],
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

const bare = new Set<string>()

/** What no page of ours sends: fields that nobody offers, and bad text in each that the route reads. */
function bareBodies(id: string, { intent, fields }: Declared): readonly string[] {
  const named = intent === '' ? {} : { intent }
  const body = (more: Readonly<Record<string, string>>) =>
    new URLSearchParams({ ...named, ...more }).toString()
  const isFirst = ![...bare].some((one) => one.split(' ')[0] === id)
  const more = [body({ 'no-such-field': SCRIPT }), ...(isFirst ? [`intent=${LONG}`] : [])]
  if (!readsFields(id)) return [...more, '']
  if (fields.length === 0) return more
  return [...more, body({}), body(Object.fromEntries(fields.map((name) => [name, HOSTILE])))]
}

/** Where no page of the world shows it: by each hand that may write, and by nobody. */
async function sendBare(id: string, what: Declared): Promise<void> {
  const row = TABLE[id]
  const address = addressOf(patterns[id] ?? '', id, 'own', world)
  if (row === undefined || address === null) return
  const bodies = bareBodies(id, what)
  for (const role of ['anonymous', ...writersOf(row)] as const)
    for (const body of bodies) {
      const form = { method: 'post', action: '', isMultipart: false, controls: [], button: null } as const
      const heard = await send({ id, address, role, form }, 'forged', body)
      const where = `${asked(id, what.intent)} ${role} bare`
      bare.add(asked(id, what.intent))
      if (heard.body.includes(SCRIPT)) wrong.raw.push(where)
      if (heard.status === 303 && (role === 'anonymous' || !readsFields(id))) continue
      // Whoever has nothing to do on a page is led on by it, whatever was sent.
      const read = heard.status === 303 ? await web.ask(address, { headers: cookieOf(role) }) : null
      const isLedOn = read?.status === 303 && read.headers.location === heard.headers.location
      if (!isLedOn && ![400, 403, 404, 405, 409, 413, 415].includes(heard.status))
        wrong.status.push(`${where}: ${heard.status} ${heard.headers.location ?? ''} ${body.slice(0, 60)}`)
    }
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

describe('every form, filled with what no honest hand types', () => {
  beforeAll(async () => {
    const forms = await everyForm()
    // A form without a text may be sent empty: what it does must not hide the forms that are still to be tried.
    for (const rounds of [ROUNDS.filter((round) => round !== 'empty'), ['empty'] as const])
      for (const found of forms)
        for (const round of roundsOf(found).filter((one) => rounds.some((now) => now === one)))
          look(found, round, await send(found, round))
    for (const id of taking)
      for (const what of readsFields(id) ? (declared.get(id) ?? []) : NO_FIELD)
        if (!tried.has(asked(id, what.intent))) await sendBare(id, what)
  }, 600_000)

  it('asks each route for each intent that it declares: by a form that a page shows, else by a post that none makes', () => {
    const all = taking.flatMap((id) =>
      readsFields(id) ? (declared.get(id) ?? []).map(({ intent }) => asked(id, intent)) : [id],
    )
    expect(taking.filter((id) => !readsFields(id)).sort()).toEqual(FIELDLESS)
    expect(all.length).toBeGreaterThan(taking.length)
    expect(all.filter((one) => !tried.has(one) && !bare.has(one))).toEqual([])
    expect([...bare].filter((one) => tried.has(one))).toEqual([])
    expect([...tried].filter((one) => !all.includes(one))).toEqual([])
    expect([...bare].sort()).toEqual(BARE)
  })
  it('is shown by the pages of the world', () => {
    expect([...tried].map((one) => one.split(' ')[0])).toEqual(expect.arrayContaining([...SHOWN]))
    expect(posts).toBeGreaterThan(450)
  })
  it('is answered by the right status', () => expect(wrong.status).toEqual([]))
  it('comes back without one raw script', () => expect(wrong.raw).toEqual([]))
  it('says at its head what is wrong', () => expect(wrong.summary).toEqual([]))
  it('marks each wrong field', () => expect(wrong.invalid).toEqual([]))
  it('gives back what was typed', () => expect(wrong.lost).toEqual([]))
})
