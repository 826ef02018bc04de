import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { boundedForm } from '#app/http/body.server.ts'
import { toTree } from '#app/forms/tree.ts'
import { typedValues } from '#app/forms/typed.ts'
import { parseForm, sentFields } from '#app/http/form.server.ts'

const urlencoded = (body: string): Request =>
  new Request('http://own.invalid/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  })
const form = (pairs: readonly (readonly [string, string])[]): FormData => {
  const made = new FormData()
  for (const [name, value] of pairs) made.append(name, value)
  return made
}
const depth = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0

const POISONS = [
  '__proto__',
  '__proto__.polluted',
  'a.__proto__.polluted',
  'constructor',
  'constructor.prototype.polluted',
  'a.constructor.prototype.polluted',
  'prototype.polluted',
  'a.prototype',
]
const SHAPES = [
  'a[b]',
  'a[]',
  'a..b',
  '.a',
  'a.',
  'a b',
  'é',
  'a\u0000',
  '$where',
  'a/b',
  '',
  '"',
  '<x>',
  'a\r\nb',
]

describe('the names of fields', () => {
  it.each(POISONS)('never reach a prototype: %s', (name) => {
    const tree = toTree(
      form([
        [name, 'yes'],
        ['title', 'x'],
      ]),
    )
    expect(Object.keys(tree)).toEqual(['title'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.keys(typedValues(form([[name, 'yes']])))).toEqual([])
  })

  it.each(SHAPES)('of another shape are not fields: %j', (name) => {
    expect(Object.keys(toTree(form([[name, 'yes']])))).toEqual([])
    expect(Object.keys(typedValues(form([[name, 'yes']])))).toEqual([])
  })

  it('leave every prototype as it was, whatever they are', () => {
    const part = fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'a', '0', 'length'),
      fc.string(),
    )
    const name = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('.'))
    const before = [Object.getOwnPropertyNames(Object.prototype), Object.getOwnPropertyNames(Array.prototype)]
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string()), { maxLength: 20 }), (pairs) => {
        const tree = toTree(form(pairs))
        expect(Object.getPrototypeOf(tree)).toBeNull()
        typedValues(form(pairs))
        expect([
          Object.getOwnPropertyNames(Object.prototype),
          Object.getOwnPropertyNames(Array.prototype),
        ]).toEqual(before)
      }),
      { numRuns: 500 },
    )
  })

  it('with sixty levels are bounded by their length', () => {
    expect(depth(toTree(form([[Array.from({ length: 2000 }, () => 'a').join('.'), 'x']])))).toBe(1)
    expect(depth(toTree(form([[Array.from({ length: 60 }, () => 'a').join('.'), 'x']])))).toBe(60)
  })

  it('that meet do not turn a text into a branch, nor a list into a map', () => {
    expect(
      toTree(
        form([
          ['a', 'x'],
          ['a.b', 'y'],
          ['c', '1'],
          ['c', '2'],
          ['c.0', '3'],
        ]),
      ),
    ).toEqual({ a: 'x', c: ['1', '2'] })
  })
})

describe('the number of fields', () => {
  it('is bounded, in what is checked and in what is given back', () => {
    const many = form(Array.from({ length: 20_000 }, (_, k) => [`f${k}`, 'x'] as const))
    expect(Object.keys(toTree(many))).toHaveLength(600)
    expect(Object.keys(typedValues(many))).toHaveLength(600)
  })
})

describe('what goes back to the page', () => {
  const schema = z.strictObject({
    title: z.string('errors.required').max(5, 'errors.tooLong'),
    list: z.array(z.string()).optional(),
  })

  it('is flat text, however the request was shaped', async () => {
    const body = new URLSearchParams([
      ['title', 'x'],
      ['title', 'y'],
      ['deep.er.still', 'z'],
      ['list', '1'],
      ['list', '2'],
      ['json', '[[[[]]]]'],
    ])
    const answer = await parseForm(urlencoded(body.toString()), schema)
    if (answer.ok) throw new Error('accepted')
    expect(depth(answer.failure.typed)).toBe(1)
    expect(Object.values(answer.failure.typed ?? {}).every((value) => typeof value === 'string')).toBe(true)
    expect(
      Object.values(answer.failure.fieldErrors ?? {}).every((key) => /^errors\./.test(String(key))),
    ).toBe(true)
  })

  it('keeps what was typed where it was refused', async () => {
    const answer = await parseForm(urlencoded('title=much+too+long+%3Cscript%3E'), schema)
    expect(answer).toMatchObject({
      ok: false,
      status: 400,
      failure: { fieldErrors: { title: 'errors.tooLong' }, typed: { title: 'much too long <script>' } },
    })
  })

  it('never holds a secret nor a text longer than a field can be', () => {
    const typed = typedValues(
      form([
        ['password', 'canary'],
        ['newPassword', 'canary'],
        ['code', 'canary'],
        ['account.token', 'canary'],
        ['title', 'x'.repeat(50_000)],
      ]),
    )
    expect(JSON.stringify(typed)).not.toContain('canary')
    expect(typed['title']).toHaveLength(40_000)
  })

  it('gives back every box ticked, and codes that are no secret', () => {
    const typed = typedValues(
      form([
        ['reasons', 'visa'],
        ['reasons', 'evidence'],
        ['slots.0.code', 'first-prize'],
        ['categoryCode', 'e-mtiaz'],
      ]),
    )
    expect(typed).toEqual({
      reasons: 'visa\nevidence',
      'slots.0.code': 'first-prize',
      categoryCode: 'e-mtiaz',
    })
  })

  it('refuses a column that the form does not have', async () => {
    for (const column of ['id', 'state', 'version', 'role', 'administrationId', 'submitted_at']) {
      expect(await parseForm(urlencoded(`title=x&${column}=1`), schema)).toMatchObject({
        ok: false,
        status: 400,
      })
    }
  })

  it('leaves files out of a form of texts', async () => {
    const body = new FormData()
    body.append('title', new File(['x'.repeat(1000)], 'x.txt'))
    expect(
      await parseForm(new Request('http://own.invalid/', { method: 'POST', body }), schema),
    ).toMatchObject({
      ok: false,
      failure: { typed: {} },
    })
  })
})

describe('the bytes of a form', () => {
  /** A body that arrives in pieces of a few bytes. */
  const inPieces = (body: string, type: string, length: number) => {
    const bytes = Buffer.from(body)
    let at = 0
    const stream = new ReadableStream<Uint8Array>({
      pull(out) {
        if (at >= bytes.length) return out.close()
        out.enqueue(bytes.subarray(at, (at += length)))
      },
    })
    const headers = { 'content-type': type }
    return new Request('http://own.invalid/', {
      method: 'POST',
      headers,
      body: stream,
      duplex: 'half',
    } as RequestInit)
  }
  const fields = (count: number) => Array.from({ length: count }, (_, k) => `f${k}=1`).join('&')
  const parts = (count: number) =>
    `${Array.from({ length: count }, (_, k) => `--b\r\nContent-Disposition: form-data; name="f${k}"\r\n\r\nx\r\n`).join('')}--b--\r\n`

  it.each([
    ['application/x-www-form-urlencoded', fields],
    ['multipart/form-data; boundary=b', parts],
  ])('are refused beyond two thousand fields, however they are cut: %s', async (type, body) => {
    for (const length of [2, 7, 65_536]) {
      expect(await status(inPieces(body(1990), type, length))).toBe(200)
      expect(await status(inPieces(body(2002), type, length))).toBe(413)
    }
  })

  const multipart = (body: string, boundary = 'b') =>
    new Request('http://own.invalid/', {
      method: 'POST',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      body,
    })
  const status = (request: Request) =>
    boundedForm(request).then(
      () => 200,
      (thrown: unknown) => (thrown instanceof Response ? thrown.status : Promise.reject(thrown)),
    )

  it.each([
    ['no end', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx'],
    ['no boundary', 'x=y'],
    ['no name', '--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--'],
    ['only a line', '\r\n'],
  ])('in parts with %s are refused, not fatal', async (_what, body) =>
    expect(await status(multipart(body))).toBe(400),
  )

  it('that are no text are read as replacement characters, never as an error', async () => {
    const body = Buffer.from([0x61, 0x3d, 0xff, 0xfe, 0xc0, 0x80])
    const read = await boundedForm(
      new Request('http://own.invalid/', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      }),
    )
    expect(String(read.get('a'))).toMatch(/^\uFFFD+$/)
  })

  it('of any kind never throw anything but an answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(
          'application/x-www-form-urlencoded',
          'multipart/form-data; boundary=b',
          'multipart/form-data',
          'text/plain',
        ),
        async (body, type) => {
          const request = new Request('http://own.invalid/', {
            method: 'POST',
            headers: { 'content-type': type },
            body: Buffer.from(body),
          })
          expect([200, 400, 415]).toContain(await status(request))
        },
      ),
      { numRuns: 300 },
    )
  })
})

it('echoes no secret: a password old or new, a token, a code of six digits, a test account', () => {
  const secrets = ['password', 'newPassword', 'current', 'token', 'code', 'accessAccount']
  const sent = form([...secrets.map((name) => [name, 'Quatre mots !'] as const), ['categoryCode', 'villes']])
  expect(typedValues(sent)).toEqual({ categoryCode: 'villes' })
  expect(sentFields(sent)).toEqual([{ name: 'categoryCode', value: 'villes' }])
})
