import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safePath } from '#app/http/locale.server.ts'
import { action } from '#app/routes/resources/preference.ts'
import { answerOf } from '#tests/routes/account/ask.ts'

const ORIGIN = 'https://imtiyaz.example'
const piece = fc.constantFrom(
  '/',
  '//',
  '\\',
  '..',
  '.',
  'evil.example',
  '%2F',
  '%5C',
  '\t',
  '\n',
  '\r',
  ':',
  '@',
  'http:',
  'https:',
  '?',
  '#',
  'a',
  ' ',
  '\u0000',
  '\u2028',
  '%00',
)

describe('safePath', () => {
  it('gives back a path of this site whatever it is handed', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = safePath(pieces.join(''), '/fr')
        expect(path).toMatch(/^\/(?![/\\])/)
        expect(new URL(path, ORIGIN).origin).toBe(ORIGIN)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps an honest path with its query and drops what is no text or too long', () => {
    expect(safePath('/fr/applicant?x=1', '/fr')).toBe('/fr/applicant?x=1')
    expect(safePath('/\t/', '/fr')).toBe('/fr')
    expect(safePath(null, '/fr')).toBe('/fr')
    expect(safePath(`/${'a'.repeat(600)}`, '/fr')).toBe('/fr')
  })
})

describe('the preference resource', () => {
  const post = (form: Record<string, string>) =>
    answerOf(() =>
      action({
        request: new Request('http://127.0.0.1:3000/preference', {
          method: 'POST',
          body: new URLSearchParams(form),
        }),
        params: {},
        context: {},
      } as never),
    )

  it('sets a theme and leads back', async () => {
    const answer = await post({ theme: 'dark', returnTo: '/fr/account' })
    expect(answer).toMatchObject({ status: 303, location: '/fr/account' })
    expect(answer.cookies).toEqual([
      expect.stringMatching(/^__Host-imtiyaz-theme=dark; Path=\/; Secure; HttpOnly/),
    ])
  })

  it('changes the language of the page one is on', async () => {
    expect(await post({ locale: 'ar', returnTo: '/fr/account?x=1' })).toMatchObject({
      status: 303,
      location: '/ar/account?x=1',
    })
  })

  it('refuses another value or field, and never leads elsewhere', async () => {
    expect((await post({ theme: 'purple' })).status).toBe(400)
    expect((await post({ theme: 'dark', role: 'x' })).status).toBe(400)
    expect((await post({ theme: 'dark', returnTo: '//evil.example' })).location).toBe('/ar')
  })
})
