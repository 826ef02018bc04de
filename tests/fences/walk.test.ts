import { beforeAll, describe, expect, it } from 'vitest'
import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'
import { type Heard, productionBuild, serve } from '#tests/support/web.ts'
import { addressOf, type Kind, KINDS, patternsOf } from './support/addresses.ts'
import { aPublishedCampaign } from './support/published.ts'
import { rowsOf } from './support/rows.ts'
import { brokenRules, missingHeaders, nonceIn, weakCookies } from './support/html-rules.ts'
import { expected, type Row, TABLE } from './support/table.ts'
import { verdictOf } from './support/verdict.ts'
import { aWorld, CANARY, type Role, ROLES } from './support/world.ts'

const test = await testDb()
const context = await testContext(test)
const world = await aWorld(test, context.files, await aPublishedCampaign(test, context))
const build = await productionBuild()
const web = await serve((origin) => ({ ...context, origin }), build)
const patterns = patternsOf(build)
const routes = Object.entries(patterns).flatMap(([id, pattern]) => {
  const row = TABLE[id]
  return row === undefined ? [] : [{ id, pattern, row }]
})

/** Thousands of requests: only what hangs meets this, however busy the machine. */
const PATIENCE = 1_200_000

const CHANNELS = ['document', 'data', 'alone'] as const
type Channel = (typeof CHANNELS)[number]
const through = (channel: Channel, address: string, id: string): string => {
  if (channel === 'document') return address
  const [path = '', query] = address.split('?')
  const data = path === '/' ? '/_root.data' : `${path}.data`
  const asked = [
    ...(query === undefined ? [] : [query]),
    ...(channel === 'data' ? [] : [`_routes=${encodeURIComponent(id)}`]),
  ]
  return asked.length === 0 ? data : `${data}?${asked.join('&')}`
}
const as = (role: Role): Record<string, string> =>
  world.cookies[role] === '' ? {} : { cookie: world.cookies[role] }

type Visit = {
  readonly id: string
  readonly role: Role
  readonly kind: Kind
  readonly channel: Channel
  readonly address: string
}
const wrong = {
  verdicts: [] as string[],
  canaries: [] as string[],
  html: new Set<string>(),
  headers: new Set<string>(),
  cookies: new Set<string>(),
  kept: new Set<string>(),
}
let read = 0

/** Who may read a sheet at all while the evaluation runs: the juror whose sheet it is, on its own pages. */
const OWN_SHEET = new Set(['routes/jury/score-sheet', 'routes/jury/seal', 'routes/jury/abstain'])
const mayRead = (visit: Visit): boolean =>
  visit.role === 'juror' && visit.kind === 'own' && OWN_SHEET.has(visit.id)

function look(visit: Visit, heard: Heard, want: string): void {
  read += 1
  const { id, role, kind, channel } = visit
  const where = `${role} ${kind} ${channel} ${id}`
  const got = verdictOf(heard)
  if (got !== want) wrong.verdicts.push(`${where}: ${got}, not ${want}`)
  const everything = heard.body + JSON.stringify(heard.headers)
  for (const [name, token] of Object.entries(CANARY))
    if (everything.includes(token) && (name === 'otherJuror' || !mayRead(visit)))
      wrong.canaries.push(`${where}: ${name}`)
  for (const one of missingHeaders(heard.headers)) wrong.headers.add(`${id}: ${one}`)
  for (const one of weakCookies(heard.headers['set-cookie'] ?? [])) wrong.cookies.add(`${id}: ${one}`)
  if (role !== 'anonymous' && !/no-store/.test(String(heard.headers['cache-control'])))
    wrong.kept.add(`${where}: ${heard.headers['cache-control']}`)
  if (/text\/html/.test(String(heard.headers['content-type'])))
    for (const one of brokenRules(heard.body, nonceIn(heard.headers), web.origin))
      wrong.html.add(`${id}: ${one}`)
}

async function walk(): Promise<void> {
  for (const { id, pattern, row } of routes) {
    for (const kind of KINDS) {
      const address =
        row.frameOf === undefined ? addressOf(pattern, id, kind, world) : kind === 'own' ? row.frameOf : null
      if (address === null) continue
      const channels =
        row.frameOf !== undefined ? (['alone'] as const) : row.writesOnly ? (['document'] as const) : CHANNELS
      for (const channel of channels)
        await Promise.all(
          ROLES.map(async (role) => {
            const heard = await web.ask(through(channel, address, id), { headers: as(role) })
            look({ id, role, kind, channel, address }, heard, expected(id, row, role, kind))
          }),
        )
    }
  }
}

describe('every route, as everybody, for every id, through every channel', () => {
  beforeAll(walk, PATIENCE)

  it('is in the table', () => {
    expect(Object.keys(patterns).filter((id) => TABLE[id] === undefined)).toEqual([])
    expect(Object.keys(TABLE).filter((id) => patterns[id] === undefined)).toEqual([])
  })

  it('answers as the table says', () => {
    expect(wrong.verdicts).toEqual([])
    expect(read).toBeGreaterThan(3000)
  })

  it('shows no score nor comment to whoever may not read it', () => expect(wrong.canaries).toEqual([]))
  it('carries every header of the house', () => expect([...wrong.headers]).toEqual([]))
  it('keeps nothing of a signed-in person in any cache', () => expect([...wrong.kept]).toEqual([]))
  it('sets no cookie that another host or a script could read', () => expect([...wrong.cookies]).toEqual([]))
  it('holds no style attribute, no handler, no script without nonce, nothing from elsewhere', () =>
    expect([...wrong.html]).toEqual([]))
})

describe('every write, as everybody who may not', () => {
  const writing = routes.filter(({ id, row }) => build.routes[id]?.module.action !== undefined && !row.anyone)

  /** Whose write would be let in to be judged by what it holds: those are tried below. */
  function mayWrite(row: Row, role: Role, kind: Kind): boolean {
    // The auditor reads everywhere and writes nowhere but in their own account.
    if (role === 'anonymous' || (role === 'auditor' && !row.account)) return false
    const isIn =
      row.account ||
      row.open?.includes(role) ||
      row.moved?.includes(role) ||
      (row.writesOnly && ['editor', 'signatory'].includes(role))
    return isIn === true && (kind === 'own' || (kind === 'foreign' && row.foreign?.includes(role) === true))
  }

  it('is refused and changes not one row', { timeout: PATIENCE }, async () => {
    const before = await rowsOf(test)
    const passed: string[] = []
    for (const { id, pattern, row } of writing) {
      for (const kind of KINDS) {
        const address = addressOf(pattern, id, kind, world)
        if (address === null) continue
        const refused = ROLES.filter((role) => !mayWrite(row, role, kind))
        const tries = refused.flatMap((role) => [address, `${address}.data`].map((to) => ({ role, to })))
        await Promise.all(
          tries.map(async ({ role, to }) => {
            const heard = await web.send(to, { version: '1', intent: 'save' }, world.cookies[role])
            const verdict = verdictOf(heard)
            if (!['sign-in', 'hidden', 'forbidden', 'refused'].includes(verdict))
              passed.push(`${role} ${kind} ${to.slice(-5)} ${id}: ${verdict} ${heard.status}`)
          }),
        )
      }
    }
    expect(passed).toEqual([])
    expect(await rowsOf(test)).toBe(before)
  })

  it(
    'by those who may, with nothing filled in, is answered without breaking',
    { timeout: PATIENCE },
    async () => {
      const broken: string[] = []
      for (const { id, pattern, row } of writing) {
        const address = addressOf(pattern, id, 'own', world)
        for (const role of ROLES) {
          if (
            address === null ||
            role === 'anonymous' ||
            !(row.account || row.open?.includes(role) || row.moved?.includes(role))
          )
            continue
          const heard = await web.send(address, {}, world.cookies[role])
          if (heard.status >= 500) broken.push(`${role} ${id}: ${heard.status}`)
        }
      }
      expect(broken).toEqual([])
    },
  )
})
