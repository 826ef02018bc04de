import { matchRoutes } from '@remix-run/react'
import type { ServerBuild } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { buildOf, chainFinder } from '#app/http/express/chains.ts'
import table from '#app/routes.ts'

type Entry = {
  readonly file: string
  readonly path?: string
  readonly index?: boolean
  readonly children?: readonly Entry[]
}

const manifest: Record<string, unknown> = { root: { id: 'root', path: '', module: {} } }
const nested = (entries: readonly Entry[], parentId: string): object[] =>
  entries.map(({ file, path, index, children }, i) => {
    const id = `${parentId}/${i}:${file}`
    manifest[id] = { id, parentId, path, index, module: {} }
    return { id, path, index, ...(children ? { children: nested(children, id) } : {}) }
  })
const tree = [{ id: 'root', path: '', children: nested(table as readonly Entry[], 'root') }]
const routes = manifest as ServerBuild['routes']
const find = chainFinder(routes)
const byRouter = (path: string): readonly string[] =>
  (matchRoutes(tree as never, path) ?? []).map(({ route }) => route.id ?? '')

const samples = Object.keys(routes)
  .map((id) => {
    const above = (one: string): string => {
      const { parentId, path } = routes[one] ?? {}
      return `${parentId === undefined ? '' : above(parentId)}/${path ?? ''}`
    }
    return above(id)
  })
  .map((pattern) =>
    pattern
      .replace(/\/+/g, '/')
      .replace(/(.)\/$/, '$1')
      .replace(':locale', 'fr')
      .replace(/:\w+\??/g, '7')
      .replace('*', 'nowhere'),
  )

describe('the routes that an address means', () => {
  it('are those that the router finds, for every pattern of the table', () => {
    for (const path of samples) expect([path, find(path) ?? byRouter(path)]).toEqual([path, byRouter(path)])
    const found = samples.filter((path) => find(path) !== null)
    expect(found.length).toBeGreaterThan(samples.length * 0.9)
  })

  it('are the same for the data of the page and with a slash at the end', () => {
    const ids = find('/fr/jury/sheets/7')
    expect(ids?.length).toBeGreaterThan(2)
    expect(find('/fr/jury/sheets/7.data')).toEqual(ids)
    expect(find('/fr/jury/sheets/7/')).toEqual(ids)
    expect(find('/FR/Jury/Sheets/7')).toEqual(ids)
  })

  it.each(['/_root.data', '/fr/j%75ry', '//fr/jury', '/fr/nowhere/at/all/in/this/table'])(
    'are left to the whole table for %s',
    (path) => expect(find(path)).toBeNull(),
  )

  it('make a build that draws from the assets of its own routes', () => {
    const build = {
      routes: { root: { id: 'root' }, jury: { id: 'jury' }, office: { id: 'office' } },
      assets: { url: '/assets/manifest.js', routes: { root: {}, jury: {}, office: {} } },
    } as unknown as ServerBuild
    const { routes: kept, assets } = buildOf(build, ['root', 'jury'])
    expect(Object.keys(kept)).toEqual(['root', 'jury'])
    expect(assets).toEqual({ url: '/assets/manifest.js', routes: { root: {}, jury: {} } })
  })
})
