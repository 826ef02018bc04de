import { describe, expect, it } from 'vitest'
import { quietContext } from '#tests/support/quiet-context.ts'
import { productionBuild, serve } from '#tests/support/web.ts'
import { patternsOf } from './support/addresses.ts'

const quiet = quietContext()
const build = await productionBuild()
const web = await serve((origin) => ({ ...quiet.context, origin }), build)
const ID = '00000000-0000-4000-8000-00000000dead'
const addressOf = (pattern: string): string =>
  pattern.replaceAll(/:(\w+)\??/g, (_, name: string) => (name === 'locale' ? 'fr' : ID)).replace('*', 'x')
const oneWay = (has: 'loader' | 'action') =>
  Object.entries(patternsOf(build)).flatMap(([id, pattern]) => {
    const module = build.routes[id]?.module
    const other = has === 'loader' ? module?.action : module?.loader
    return module && module.default === undefined && module[has] !== undefined && other === undefined
      ? [{ id, address: addressOf(pattern) }]
      : []
  })

describe('an address of a file', () => {
  const files = oneWay('loader')

  it('answers a write with 405, the methods there are and one sentence', async () => {
    expect(files.map(({ id }) => id)).toContain('routes/release/matrix-file')
    for (const { id, address } of files) {
      const heard = await web.send(address, { x: '1' })
      expect([id, heard.status, heard.headers.allow]).toEqual([id, 405, 'GET, HEAD'])
      expect(heard.headers['content-type']).toMatch(/^text\/plain/)
      expect(heard.body).toMatch(
        address.startsWith('/fr') ? /^Cette adresse est en lecture seule/ : /^هذا العنوان/,
      )
    }
    expect(quiet.lines).toEqual([])
  })
})

describe('an address that takes an upload', () => {
  it('answers a read with 405', async () => {
    const [upload] = oneWay('action')
    const heard = await web.ask(upload?.address ?? '', { headers: { 'accept-language': 'fr' } })
    expect([heard.status, heard.headers.allow]).toEqual([405, 'POST'])
    expect(heard.body).toMatch(/^Cette adresse ne sert qu’à un envoi/)
  })
})
