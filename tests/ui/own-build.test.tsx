import { describe, expect, it } from 'vitest'
import { wholePage } from '#app/ui/shells/own-build.ts'

const here = new URL('http://own.invalid/fr/applicant') as unknown as Location
function answer(path: string, build: string | null) {
  const response = new Response('', build === null ? {} : { headers: { 'x-build': build } })
  Object.defineProperty(response, 'url', { value: new URL(path, here.href).href })
  return response
}
const goes = (path: string, build: string | null) => wholePage(answer(path, build), 'b1', here)

describe('a tab whose server has another build', () => {
  it('goes to the next page as a whole, with what its address asks', () => {
    expect(goes('/fr/jury.data', 'b2')).toBe('/fr/jury')
    expect(goes('/fr/jury.data?after=x&_routes=routes%2Fjury', 'b2')).toBe('/fr/jury?after=x')
  })

  it('stays where it is while the builds are the same or unknown', () => {
    expect(goes('/fr/jury.data', 'b1')).toBeNull()
    expect(goes('/fr/jury.data', null)).toBeNull()
    expect(wholePage(answer('/fr/jury.data', 'b2'), '', here)).toBeNull()
  })

  it('never leaves the page that is open, nor for what is no page of ours', () => {
    expect(goes('/fr/applicant.data?_routes=root', 'b2')).toBeNull()
    expect(goes('/resources/presence/1', 'b2')).toBeNull()
    expect(goes('http://elsewhere.invalid/fr/jury.data', 'b2')).toBeNull()
  })
})
