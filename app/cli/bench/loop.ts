import http from 'node:http'
import autocannon from 'autocannon'
import type { Sample } from './line.ts'

export type Sent = { readonly status: number; readonly body: string; readonly location: string }
export type Caller = (
  path: string,
  asking?: {
    readonly method?: string
    readonly headers?: Record<string, string>
    readonly body?: string | Buffer
  },
) => Promise<Sent>

/**
 * Reads by autocannon: a closed loop of `connections`, each body looked at. Its histogram keeps no 95th percentile, so
 * each answer's time is noted as it comes.
 */
export async function hammer(of: {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  readonly cookie?: string | undefined
  readonly isRight: (body: string) => boolean
}): Promise<Sample> {
  const times: number[] = []
  const running = autocannon({
    url: of.url,
    connections: of.connections,
    duration: of.seconds,
    verifyBody: of.isRight,
    ...(of.cookie === undefined ? {} : { headers: { cookie: of.cookie } }),
  })
  running.on('response', (_client, status, _bytes, time) => {
    if (status === 200) times.push(time)
  })
  const ran = await running
  return { times, errors: ran.errors + ran.timeouts + ran.non2xx + ran.mismatches, seconds: ran.duration }
}

/**
 * Acts of which the next depends on the last answer, or that are several requests: autocannon sends a connection's first
 * request again and again, and calls a redirect to a refusal a success. `lanes` at a time until the time is over; an act
 * says whether it was done, or null when there is nothing left to do.
 */
export async function repeat(
  lanes: number,
  seconds: number,
  act: (lane: number) => Promise<boolean | null>,
): Promise<Sample> {
  const times: number[] = []
  let errors = 0
  const began = performance.now()
  const until = began + seconds * 1000
  const lane = async (index: number): Promise<void> => {
    while (performance.now() < until) {
      const from = performance.now()
      const done = await act(index).catch(() => false)
      if (done === null) return
      if (done) times.push(performance.now() - from)
      else errors += 1
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)))
  return { times, errors, seconds: (performance.now() - began) / 1000 }
}

/** Requests over connections that stay open; one that has no answer after `patience` milliseconds is given up. */
export function callerOf(origin: string, patience = 0): Caller {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
  const { hostname, port } = new URL(origin)
  return (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const asked = http.request(
        { hostname, port, agent, path, method, headers: { ...length, ...headers } },
        (answer) => {
          const pieces: Buffer[] = []
          answer.on('data', (piece: Buffer) => pieces.push(piece))
          answer.on('error', reject)
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              body: Buffer.concat(pieces).toString('utf8'),
              location: answer.headers.location ?? '',
            }),
          )
        },
      )
      asked.on('error', reject)
      if (patience > 0) asked.setTimeout(patience, () => asked.destroy(new Error('no answer in time')))
      asked.end(body)
    })
}
