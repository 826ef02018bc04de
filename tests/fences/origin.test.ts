import { describe, expect, it } from 'vitest'
import { boundedForm } from '#app/http/body.server.ts'
import { quietContext } from '#tests/support/quiet-context.ts'
import { toyBuild } from '#tests/support/toy-build.ts'
import { serve } from '#tests/support/web.ts'

let ran = 0
const action = async ({ request }: { request: Request }) => {
  await boundedForm(request)
  ran += 1
  return Response.json({ ran })
}
const build = toyBuild({
  admin: { action, loader: () => ({ read: true }) },
  resource: { action, page: false },
})
const web = await serve(() => quietContext().context, build)

/** Every door through which Remix lets an action run. */
const DOORS = {
  document: '/admin',
  data: '/admin.data',
  'data of one route': '/admin.data?_routes=routes%2Fadmin',
  _data: '/admin?_data=routes%2Fadmin',
  'resource route': '/resource',
  '_data on a resource route': '/resource?_data=routes%2Fresource',
}
const EVIL = 'https://evil.example'
const own = web.origin
const sibling = `http://sub.127.0.0.1:${web.port}`

/** What another site can make a browser send, and what a tool can add. */
const FROM_ELSEWHERE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a foreign origin': { origin: EVIL },
  'a foreign origin, said cross-site': { origin: EVIL, 'sec-fetch-site': 'cross-site' },
  'a foreign origin, said same-origin': { origin: EVIL, 'sec-fetch-site': 'same-origin' },
  'the origin null': { origin: 'null' },
  'the origin null, said same-origin': { origin: 'null', 'sec-fetch-site': 'same-origin' },
  'neither origin nor site': {},
  'an empty origin': { origin: '' },
  'a sibling domain': { origin: sibling, 'sec-fetch-site': 'same-site' },
  'another port of this host': { origin: `http://127.0.0.1:${web.port + 1}`, 'sec-fetch-site': 'same-site' },
  'another scheme of this host': { origin: own.replace('http:', 'https:') },
  'a site alone, cross-site': { 'sec-fetch-site': 'cross-site' },
  'a site alone, same-site': { 'sec-fetch-site': 'same-site' },
  'a site alone, none': { 'sec-fetch-site': 'none' },
  'our origin, said cross-site': { origin: own, 'sec-fetch-site': 'cross-site' },
  'two sites': { origin: own, 'sec-fetch-site': 'same-origin, cross-site' },
  'a foreign origin that forges X-Forwarded-Host': { origin: EVIL, 'x-forwarded-host': 'evil.example' },
  'a foreign origin that forges Host': {
    origin: EVIL,
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
  },
  'a referer alone': { referer: `${own}/admin` },
}
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const post = (door: string, headers: Readonly<Record<string, string>>) =>
  web.ask(door, { method: 'POST', headers: { ...FORM, ...headers }, body: 'a=b' })

describe.each(Object.entries(DOORS))('a write through the %s door', (_name, door) => {
  it.each(Object.entries(FROM_ELSEWHERE))('from %s does not run', async (_from, headers) => {
    const before = ran
    const { status } = await post(door, headers)
    expect([400, 403]).toContain(status)
    expect(ran).toBe(before)
  })
})

describe('a write from our own page', () => {
  const FROM_HERE = {
    'a current browser': { origin: own, 'sec-fetch-site': 'same-origin' },
    'an older browser, origin alone': { origin: own },
    'a site alone, same-origin': { 'sec-fetch-site': 'same-origin' },
    'a forged X-Forwarded-Host beside it': { origin: own, 'x-forwarded-host': 'evil.example' },
  }
  for (const [door, path] of Object.entries(DOORS).filter(([name]) => !name.startsWith('_data'))) {
    it.each(Object.entries(FROM_HERE))(
      `runs once through the ${door} door from %s`,
      async (_from, headers) => {
        const before = ran
        expect((await post(path, headers)).status).toBeLessThan(300)
        expect(ran).toBe(before + 1)
      },
    )
  }
})

describe('the door that Remix left open', () => {
  it.each([
    '/admin?_data=routes%2Fadmin',
    '/admin?x=1&_data=root',
    '/admin?%5fdata=routes%2Fadmin',
    '/admin?_data[]=routes%2Fadmin',
    `/admin?${'&'.repeat(1000)}%5Fdata=routes%2Fadmin`,
    `/resource?${'&'.repeat(1000)}%5fdata=routes%2Fresource`,
    'http://evil.example/admin?%5fdata=routes%2Fadmin',
  ])('is closed to reads as well: %s', async (path) => {
    const heard = await web.ask(path)
    expect(heard.status).toBe(400)
    expect(heard.body).not.toContain('read')
  })
})

describe('the host', () => {
  it.each(['https', 'javascript', 'a b', '%', 'file', ''])(
    'is asked by our own scheme, whatever X-Forwarded-Proto says: %s',
    async (scheme) => {
      const spy = toyBuild({ where: { loader: ({ request }) => new Response(request.url), page: false } })
      const place = await serve(() => quietContext().context, spy)
      const heard = await place.ask('/where', { headers: { 'x-forwarded-proto': scheme } })
      expect([heard.status, heard.body]).toEqual([200, `${place.origin}/where`])
    },
  )

  it('is ours whatever the asker calls it', async () => {
    const seen: string[] = []
    const spy = toyBuild({
      where: {
        loader: ({ request }) => new Response(String(seen.push(new URL(request.url).host))),
        page: false,
      },
    })
    const place = await serve(() => quietContext().context, spy)
    for (const headers of [
      { host: 'evil.example' },
      { 'x-forwarded-host': 'evil.example:1' },
      { host: 'a b\\c' },
    ]) {
      await place.ask('/where', { headers })
    }
    expect(seen).toEqual(Array(3).fill(`127.0.0.1:${place.port}`))
  })

  it('leads whoever typed localhost to the address that the cookies know', async () => {
    const heard = await web.ask('//evil.example/x', { headers: { host: `localhost:${web.port}` } })
    expect([heard.status, heard.headers.location]).toEqual([302, `${own}/evil.example/x`])
  })
})
