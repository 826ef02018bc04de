import { beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'
import { type Heard, productionBuild, serve } from '#tests/support/web.ts'
import { addressOf, patternsOf } from './support/addresses.ts'
import { type Control, formsOf, type PageForm } from './support/forms.ts'
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
 * bad text in what the page itself had written into the form; a button that the form does not have.
 */
const ROUNDS = ['hostile', 'long', 'empty', 'forged', 'button'] as const
type Round = (typeof ROUNDS)[number]

function sentFor(round: Round, { kind, name, value, sent }: Control): readonly [string, string][] {
  if (kind === 'hidden') return [[name, round === 'forged' ? HOSTILE : value]]
  if (kind === 'file') return []
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

type Found = { readonly id: string; readonly address: string; readonly role: Role; readonly form: PageForm }

/** Every form with a field of its own that some page of ours shows to somebody who may write, once. */
async function everyForm(): Promise<readonly Found[]> {
  const found = new Map<string, Found>()
  for (const [id, pattern] of Object.entries(patternsOf(build))) {
    const row = TABLE[id]
    if (row === undefined || row.frameOf !== undefined || row.writesOnly) continue
    for (const [address, role] of addressesOf(id, pattern).flatMap((one) =>
      writersOf(row).map((role) => [one, role] as const),
    )) {
      const { status, body, headers } = await web.ask(address, { headers: cookieOf(role) })
      if (status !== 200 || !/text\/html/.test(String(headers['content-type']))) continue
      for (const form of formsOf(body)) {
        const shape = [
          address,
          form.method,
          form.button?.value,
          ...form.controls.map(({ name }) => name),
        ].join(' ')
        if (form.isMultipart || found.has(shape)) continue
        const isHere = form.action === '' || form.action.startsWith(address)
        if (form.controls.some(({ kind }) => kind !== 'hidden' || isHere) || (isHere && form.button !== null))
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
  tried.add(id)
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
  }[round]
  if (!allowed.includes(heard.status))
    wrong.status.push(`${where}: ${heard.status} ${heard.headers.location ?? ''}`)
  if (heard.status !== 400 || round === 'forged' || round === 'button') return
  if (!heard.body.includes('id="errors"')) wrong.summary.push(where)
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

/** Every route that takes a post; the one that ends a session comes last. */
const taking = Object.entries(build.routes)
  .flatMap(([id, route]) => (route?.module.action === undefined ? [] : [id]))
  .sort((a, b) => Number(a.endsWith('sign-out')) - Number(b.endsWith('sign-out')))
const bare = new Set<string>()

/** Where no page of the world shows a form of it: fields that nobody offers, by each hand that may write, and by nobody. */
async function sendBare(id: string): Promise<void> {
  const row = TABLE[id]
  const address = addressOf(patternsOf(build)[id] ?? '', id, 'own', world)
  if (row === undefined || address === null) return
  for (const role of ['anonymous', ...writersOf(row)] as const)
    for (const body of ['no-such-field=%3Cscript%3Ealert(1)%3C%2Fscript%3E', `intent=${LONG}`, '']) {
      const form = { method: 'post', action: '', isMultipart: false, controls: [], button: null } as const
      const heard = await send({ id, address, role, form }, 'forged', body)
      const where = `${id} ${role} bare`
      bare.add(id)
      if (heard.body.includes(SCRIPT)) wrong.raw.push(where)
      if (![303, 400, 403, 404, 405, 409, 413, 415].includes(heard.status))
        wrong.status.push(`${where}: ${heard.status}`)
    }
}

/** Without a field to write in there is no bad text; an address so long is refused by the server before any page. */
const roundsOf = ({ form }: Found): readonly Round[] =>
  ROUNDS.filter((round) => {
    if (round === 'button') return form.method === 'post' && form.button !== null
    if (round === 'forged') return form.controls.some(({ kind }) => kind === 'hidden')
    if (round === 'empty') return form.controls.some(({ kind }) => kind !== 'hidden')
    return (
      form.controls.some(({ kind }) => kind === 'text' || kind === 'secret') &&
      (form.method === 'post' || round !== 'long')
    )
  })

describe('every form, filled with what no honest hand types', () => {
  beforeAll(async () => {
    for (const found of await everyForm())
      for (const round of roundsOf(found)) look(found, round, await send(found, round))
    for (const id of taking) if (!tried.has(id)) await sendBare(id)
  }, 600_000)

  it('reaches each route that takes a post: by a form that a page shows, else by a post that no page of ours makes', () => {
    expect(taking.filter((id) => !tried.has(id) && !bare.has(id))).toEqual([])
    expect([...bare].filter((id) => tried.has(id))).toEqual([])
    expect(bare.size).toBeLessThanOrEqual(20)
  })
  it('is shown by the pages of the world', () => {
    expect([...tried]).toEqual(expect.arrayContaining([...SHOWN]))
    expect(posts).toBeGreaterThan(140)
  })
  it('is answered by the right status', () => expect(wrong.status).toEqual([]))
  it('comes back without one raw script', () => expect(wrong.raw).toEqual([]))
  it('says at its head what is wrong', () => expect(wrong.summary).toEqual([]))
  it('marks each wrong field', () => expect(wrong.invalid).toEqual([]))
  it('gives back what was typed', () => expect(wrong.lost).toEqual([]))
})
