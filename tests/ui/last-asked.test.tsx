import { describe, expect, it } from 'vitest'
import { hearAnswer, hearAsking, lastAsked } from '#app/ui/shells/last-asked.tsx'

const form = (fields: Readonly<Record<string, string>>): FormData => {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  return made
}
const WORDS = { remark: 'Une remarque' }
const SECRETS = {
  ...{ password: 'a', newPassword: 'b', current: 'c', code: '123456', token: 'd', sealed: 'e' },
  accessAccount: 'compte : mot de passe',
}
const submit = (fields: Readonly<Record<string, string>>): void =>
  hearAsking({ state: 'submitting', formMethod: 'POST', formData: form(fields) })
const idle = (errors: unknown): void => hearAsking({ state: 'idle' }, errors)
const answer = (status: number, code: string): void =>
  hearAnswer(new Response(null, { status, headers: { 'x-request-id': code } }))

describe('what the script of a page asked for last', () => {
  it('is told to the page of an error, with every word that was sent and no secret', () => {
    submit({ ...WORDS, ...SECRETS })
    answer(503, 'code-of-it')
    idle({ root: 'an error' })
    expect(lastAsked()).toEqual({ posted: true, typed: WORDS, code: 'code-of-it' })
  })

  it('is forgotten as soon as a page came of it', () => {
    submit(WORDS)
    expect(lastAsked()?.typed).toEqual(WORDS)
    idle(null)
    expect(lastAsked()).toBeNull()
    answer(503, 'of something else')
    expect(lastAsked()).toBeNull()
  })

  it('of a page that is only read holds no words, and not the code of what failed before', () => {
    submit(WORDS)
    answer(500, 'first')
    idle({ root: 'an error' })
    hearAsking({ state: 'loading' })
    expect(lastAsked()).toEqual({ posted: false, typed: {}, code: undefined })
    idle(null)
  })
})
