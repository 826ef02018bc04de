import http from 'node:http'
import autocannon from 'autocannon'
import { type Figures, figuresOf } from './line.ts'

export type Sent = { readonly status: number; readonly body: string; readonly location: string }
export type Caller = (
  path: string,
  asking?: {
    readonly method?: string
    readonly headers?: Record<string, string>
    readonly body?: string | Buffer
  },
) => Promise<Sent>

/** Its histogram keeps no 95th percentile; the 97.5th, which is stricter, stands for it. */
const figuresFrom = (ran: autocannon.Ran): Figures => ({
  rps: Math.round(ran.requests.average * 10) / 10,
  p50: ran.latency.p50,
  p95: ran.latency.p97_5,
  p99: ran.latency.p99,
  errors: ran.errors + ran.timeouts + ran['4xx'] + ran['5xx'],
})

/** Reads: a closed loop of `connections`. */
export const hammer = async (
  url: string,
  connections: number,
  seconds: number,
  cookie?: string,
): Promise<Figures> =>
  figuresFrom(
    await autocannon({ url, connections, duration: seconds, ...(cookie ? { headers: { cookie } } : {}) }),
  )

export type Ask = {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: string
}
export type Connection = {
  readonly next: () => Ask
  /** Whether the answer says that the act was really done; anything else counts as an error. */
  readonly heard: (status: number, body: string) => boolean
}

/** For acts of several requests: `lanes` at a time until the time is over; one figure for each whole act. */
export async function repeat(
  lanes: number,
  seconds: number,
  act: (lane: number, round: number) => Promise<boolean | null>,
): Promise<Figures> {
  const times: number[] = []
  let errors = 0
  const began = performance.now()
  const until = began + seconds * 1000
  const lane = async (index: number): Promise<void> => {
    for (let round = 0; performance.now() < until; round += 1) {
      const from = performance.now()
      const done = await act(index, round).catch(() => false)
      if (done === null) return
      if (done) times.push(performance.now() - from)
      else errors += 1
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)))
  return figuresOf(times, (performance.now() - began) / 1000, errors)
}

export function callerOf(origin: string): Caller {
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
      asked.end(body)
    })
}

/**
 * Writes whose next body depends on the last answer; each connection has its own. Our own loop, since autocannon sends
 * a connection's first request again and again and calls a redirect a success.
 */
export function hammerEach(
  of: { readonly url: string; readonly connections: number; readonly seconds: number },
  connection: (index: number) => Connection,
): Promise<Figures> {
  const call = callerOf(of.url)
  const lanes = Array.from({ length: of.connections }, (_, index) => connection(index))
  return repeat(of.connections, of.seconds, async (lane) => {
    const one = lanes[lane]
    if (!one) return null
    const { path, ...asking } = one.next()
    const { status, body } = await call(path, asking)
    return one.heard(status, body)
  })
}
