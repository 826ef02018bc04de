import type { ServerBuild } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { areaOfPath, buildsByArea } from '#app/http/express/areas.ts'

const route = (id: string, parentId?: string, path?: string) => ({ id, parentId, path, module: {} })
const build = {
  routes: {
    root: route('root'),
    front: route('front', 'root'),
    verify: route('verify', 'root', 'verify/:code'),
    locale: route('locale', 'root', ':locale'),
    layout: route('layout', 'locale'),
    jury: route('jury', 'layout', 'jury'),
    sheet: route('sheet', 'layout', 'jury/sheets/:sheetId'),
    office: route('office', 'locale', 'organiser/campaigns'),
    ethics: route('ethics', 'locale', 'jury-and-ethics/:slug?'),
    edition: route('edition', 'locale', ':slug'),
    lost: route('lost', 'locale', '*'),
  },
  assets: { url: '/assets/manifest.js', routes: { root: {}, jury: {}, office: {} } },
} as unknown as ServerBuild

describe('the parts of the route table', () => {
  it('keep for a word its own routes and every route that could match it', () => {
    const jury = buildsByArea(build).get('jury')
    expect(Object.keys(jury?.routes ?? {})).toEqual([
      'root',
      'front',
      'verify',
      'locale',
      'layout',
      'jury',
      'sheet',
      'edition',
      'lost',
    ])
  })

  it('draw from the assets of their own routes', () => {
    const { assets } = buildsByArea(build).get('jury') ?? build
    expect(assets).toEqual({ url: '/assets/manifest.js', routes: { root: {}, jury: {} } })
  })

  it('exist for the fixed words after the language and for nothing else', () => {
    expect([...buildsByArea(build).keys()]).toEqual(['jury', 'organiser', 'jury-and-ethics'])
  })

  it('are chosen by the second segment of the address', () => {
    expect(['/fr/jury/sheets/1', '/fr/jury', '/fr', '/'].map(areaOfPath)).toEqual(['jury', 'jury', '', ''])
  })
})
