import express from 'express'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { publicCache } from '#app/http/express/public-cache.ts'
import { themeOf } from '#app/http/locale.server.ts'

let server: Server | null = null
afterEach(() => new Promise((done) => (server ? server.close(done) : done(null))))

/** A site that counts how often it is really asked. */
async function site(
  answer: (request: express.Request, response: express.Response) => void = (request, response) =>
    void response.set('cache-control', 'public, max-age=0').send(`page ${request.url}`),
) {
  const state = { generation: 'a', now: 0, made: 0, reads: 0 }
  const web = express()
  const read = () => ((state.reads += 1), Promise.resolve(state.generation))
  web.use(publicCache(read, { clock: () => state.now, entries: 3 }))
  web.use((request, response) => {
    state.made += 1
    answer(request, response)
  })
  const opened = (server = web.listen(0))
  await new Promise((done) => opened.once('listening', done))
  const origin = `http://127.0.0.1:${(opened.address() as AddressInfo).port}`
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(origin + path, { headers })
    return {
      hit: response.headers.get('x-cache') === 'hit',
      status: response.status,
      text: await response.text(),
    }
  }
  return { state, ask }
}

describe('the copies of public pages', () => {
  it('serve the second reader, each address and theme its own', async () => {
    const { ask, state } = await site()
    expect(await ask('/fr')).toMatchObject({ hit: false, text: 'page /fr' })
    expect(await ask('/fr')).toMatchObject({ hit: true, text: 'page /fr' })
    expect(await ask('/ar')).toMatchObject({ hit: false, text: 'page /ar' })
    expect(await ask('/fr?year=2019')).toMatchObject({ hit: false })
    expect(await ask('/fr', { cookie: '__Host-imtiyaz-theme=dark' })).toMatchObject({ hit: false })
    expect(state.made).toBe(4)
  })

  it.each([
    ['no theme, for a name that only ends in it', 'x__Host-imtiyaz-theme=dark', ''],
    ['no theme, for a word that only begins as one', '__Host-imtiyaz-theme=dark-x', ''],
    ['the dark theme, for its encoded name', '__Host-imtiyaz-theme=%64ark', 'dark'],
    ['the first of two themes', '__Host-imtiyaz-theme=light; __Host-imtiyaz-theme=dark', 'light'],
  ])('go by the theme that the page itself reads: %s', async (_what, cookie, theme) => {
    const { ask } = await site((asked, response) => {
      const read = themeOf(
        new Request('http://own.invalid', { headers: { cookie: asked.headers.cookie ?? '' } }),
      )
      response.set('cache-control', 'public').send(`drawn ${read ?? ''}`)
    })
    expect((await ask('/fr', { cookie })).text).toBe(`drawn ${theme}`)
    for (const honest of ['', 'light', 'dark'])
      expect((await ask('/fr', { cookie: `__Host-imtiyaz-theme=${honest}` })).text).toBe(`drawn ${honest}`)
  })

  it('never serve nor learn from a person who is signed in or awaits a message', async () => {
    const { ask } = await site(
      (request, response) =>
        void response.set('cache-control', 'public').send(`for ${request.headers.cookie ?? 'nobody'}`),
    )
    for (const cookie of ['__Host-imtiyaz-session=abc', '__Host-imtiyaz-flash=common.saved']) {
      expect(await ask('/fr', { cookie })).toMatchObject({ hit: false, text: `for ${cookie}` })
      expect((await ask('/fr')).text).toBe('for nobody')
      expect(await ask('/fr', { cookie })).toMatchObject({ hit: false, text: `for ${cookie}` })
    }
  })

  it('end with their ten seconds, and at once with a release', async () => {
    const { ask, state } = await site()
    await ask('/fr')
    state.now = 9_999
    expect((await ask('/fr')).hit).toBe(true)
    state.now = 10_001
    expect((await ask('/fr')).hit).toBe(false)
    state.generation = 'b'
    state.now = 11_002
    expect((await ask('/fr')).hit).toBe(false)
    expect((await ask('/fr')).hit).toBe(true)
  })

  it('keep nothing that is not whole, public and free of cookies', async () => {
    const answers: [string, (response: express.Response) => void][] = [
      ['/fr/missing', (response) => void response.status(404).set('cache-control', 'public').send('no')],
      ['/fr/private', (response) => void response.set('cache-control', 'no-store, private').send('mine')],
      ['/fr/silent', (response) => void response.send('silent')],
      ['/fr/cookie', (response) => void response.set('cache-control', 'public').cookie('a', 'b').send('set')],
      ['/fr/large', (response) => void response.set('cache-control', 'public').send('x'.repeat(200_000))],
      ['/elsewhere', (response) => void response.set('cache-control', 'public').send('not a public path')],
    ]
    const { ask } = await site((request, response) =>
      answers.find(([path]) => path === request.path)?.[1](response),
    )
    for (const [path] of answers) {
      await ask(path)
      expect((await ask(path)).hit, path).toBe(false)
    }
  })

  it('are few, and ask for the generation once a second', async () => {
    const { ask, state } = await site()
    for (let i = 0; i < 20; i += 1) await ask(`/fr?page=${i}`)
    expect(state.reads).toBe(1)
    expect((await ask('/fr?page=0')).hit).toBe(false)
    expect((await ask('/fr?page=19')).hit).toBe(true)
  })
})
