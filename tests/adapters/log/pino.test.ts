import { expect, it } from 'vitest'
import { createLog } from '#app/adapters/log/pino.server.ts'

const CANARY = 'canary-9f3a'
function listen() {
  const lines: string[] = []
  const log = createLog({ level: 'debug', destination: { write: (line: string) => void lines.push(line) } })
  return { log, lines }
}

it('writes one JSON object a line, with its time, level and fields', () => {
  const { log, lines } = listen()
  log.child({ requestId: 'r1' }).info({ route: '/fr', count: 2, statusCode: 200 }, 'served')
  const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>
  expect(line).toMatchObject({
    level: 'info',
    requestId: 'r1',
    route: '/fr',
    count: 2,
    statusCode: 200,
    msg: 'served',
  })
  expect(String(line.time)).toMatch(/^\d{4}-\d\d-\d\dT/)
})

it('never writes a secret, whatever its depth and spelling', () => {
  const { log, lines } = listen()
  for (const name of [
    'password',
    'newPassword',
    'PASSWORD',
    'token',
    'sessionToken',
    'clientSecret',
    'code',
    'cookie',
    'Set-Cookie',
    'authorization',
    'email',
    'e-mail',
    'emailAddress',
    'body',
    'requestBody',
    'otp',
  ]) {
    log.info({ [name]: CANARY, deep: { list: [{ [name]: CANARY }] }, headers: { [name]: [CANARY] } }, 'x')
    log.child({ [name]: CANARY }).error({ error: Object.assign(new Error('x'), { [name]: CANARY }) }, 'x')
  }
  log.error(
    { url: `postgres://imtiyaz:${CANARY}@db:5432/x` },
    `cannot reach postgres://imtiyaz:${CANARY}@db:5432/x`,
  )
  expect(lines.length).toBeGreaterThan(32)
  expect(lines.join('')).not.toContain(CANARY)
})

it('escapes what could draw a second line or move a terminal', () => {
  const { log, lines } = listen()
  const wild = 'a\r\nb\u001B[2Jc\u2028d\u2029e\u0085f\u009B31mg\u202Eh\0'
  log.warn({ path: wild, [wild]: wild, list: [wild], error: new Error(wild) }, wild)
  expect(lines).toHaveLength(1)
  const line = (lines[0] ?? '').replace(/\n$/, '')
  expect(line).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202E]/)
  expect(JSON.parse(line)).toMatchObject({
    msg: 'a\\u000d\\u000ab\\u001b[2Jc\\u2028d\\u2029e\\u0085f\\u009b31mg\\u202eh\\u0000',
  })
})

it('survives circles, giants, bigints, dates and bytes', () => {
  const { log, lines } = listen()
  const circle: Record<string, unknown> = {
    n: 1n,
    at: new Date(0),
    broken: new Date(Number.NaN),
    bytes: Buffer.from(CANARY),
    long: 'x'.repeat(100_000),
  }
  circle.self = circle
  log.info(circle, 'x')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    n: '1',
    at: '1970-01-01T00:00:00.000Z',
    broken: null,
    bytes: '[11 bytes]',
  })
  expect((lines[0] ?? '').length).toBeLessThan(100_000)
})
