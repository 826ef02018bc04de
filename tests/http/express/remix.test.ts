import http from 'node:http'
import express from 'express'
import type { ServerBuild } from '@remix-run/node'
import { afterAll, describe, expect, it } from 'vitest'
import { remix } from '#app/http/express/remix.ts'
import { leavePart } from '#app/http/kept.server.ts'
import type { RequestContext } from '#app/http/load-context.ts'
import type { Context } from '#app/services/context.ts'
import { toyBuild } from '#tests/support/toy-build.ts'

const PAGE = '<!DOCTYPE html><title>صفحة</title>'
let heardOfLeaving: (left: boolean) => void = () => undefined
const leaving = new Promise<boolean>((resolve) => (heardOfLeaving = resolve))

const toy = toyBuild({
  page: {},
  parted: { loader: ({ context }) => ({ part: leavePart(context, 'the part') }) },
  slow: {
    loader: ({ request }) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => heardOfLeaving(false), 5000)
        request.signal.addEventListener('abort', () => {
          clearTimeout(timer)
          heardOfLeaving(true)
          resolve(null)
        })
      }),
  },
  echo: {
    page: false,
    action: async ({ request }) =>
      new Response(await request.text(), { headers: { 'x-method': request.method } }),
  },
})
/** Draws as the product's own entry does: the text is left where the server looks for it. */
const draw = (
  _: Request,
  status: number,
  headers: Headers,
  __: unknown,
  context: RequestContext,
): Response => {
  headers.set('content-type', 'text/html; charset=utf-8')
  if (context.drawn) context.drawn.page = PAGE + (context.drawn.part ?? '')
  return new Response(null, { status, headers })
}
const build = { ...toy, entry: { module: { default: draw } } } as unknown as ServerBuild

const web = express()
web.all('*', remix({} as Context, build))
const server = web.listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const { port } = server.address() as { port: number }
afterAll(() => new Promise((resolve) => server.close(resolve)))

type Heard = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: string }
const ask = (method: string, path: string, body?: string): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const asked = http.request({ host: '127.0.0.1', port, method, path }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece: string) => (text += piece))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })

describe('a page that Remix drew', () => {
  it('goes out whole, in one piece of known length', async () => {
    const { status, headers, body } = await ask('GET', '/page')
    expect([status, body]).toEqual([200, PAGE])
    expect(headers['content-length']).toBe(String(Buffer.byteLength(PAGE)))
    expect(headers['transfer-encoding']).toBeUndefined()
  })

  it('answers HEAD with its headers alone', async () => {
    const { status, headers, body } = await ask('HEAD', '/page')
    expect([status, body]).toEqual([200, ''])
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it('hears when the asker leaves before the answer is whole', async () => {
    const asked = http.request({ host: '127.0.0.1', port, path: '/slow' })
    asked.on('error', () => undefined)
    asked.end()
    setTimeout(() => asked.destroy(), 200)
    expect(await leaving).toBe(true)
  })
})

it('hands over what is posted, and what an action answers', async () => {
  const { status, headers, body } = await ask('POST', '/echo', 'ملف=1')
  expect([status, headers['x-method'], body]).toEqual([200, 'POST', 'ملف=1'])
})

describe('a part drawn before its page', () => {
  it('goes to the drawing when the page is asked for', async () => {
    expect((await ask('GET', '/parted')).body).toBe(`${PAGE}the part`)
  })

  it('is data when data alone is asked for', async () => {
    const { headers, body } = await ask('GET', '/parted.data')
    expect(headers['content-type']).toContain('x-script')
    expect(body).toContain('the part')
  })
})

it('says with data, and with data alone, which build it comes from', async () => {
  expect((await ask('GET', '/parted.data')).headers['x-build']).toBe('toy')
  expect((await ask('GET', '/parted')).headers['x-build']).toBeUndefined()
})
