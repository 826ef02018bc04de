import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import net from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { webPort } from '#app/cli/web-processes.mjs'

const file = path.resolve('tests/cli/support/handed.ts')
const own = { env: process.env, flags: [], cwd: process.cwd() }

const freePort = async (): Promise<number> => {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as net.AddressInfo
  probe.close()
  return port
}

/** One connection that stays open; answers with the number of the process that holds it. */
function connection(port: number) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (to = '/'): Promise<number> =>
    new Promise((resolve, reject) => {
      const asking = http.get({ host: '127.0.0.1', port, path: to, agent }, (answer) => {
        let body = ''
        answer.on('data', (part: Buffer) => (body += part.toString()))
        answer.on('end', () => resolve(Number(body)))
      })
      asking.on('error', reject)
    })
  return { ask, close: () => agent.destroy() }
}

/** Resolves when the process has told this so many times. */
const told = (child: ChildProcess | undefined, what: string, times: number): Promise<void> =>
  new Promise((resolve) => {
    let left = times
    child?.on('message', (message) => {
      if (message === what && --left === 0) resolve()
    })
  })

describe('the port of the web processes', () => {
  let port = 0
  let door: ReturnType<typeof webPort>
  const processes: ChildProcess[] = []
  const begun = async (): Promise<ChildProcess> => {
    const child = door.start(file, own)
    processes.push(child)
    await once(child, 'message')
    return child
  }

  beforeAll(async () => {
    port = await freePort()
    door = webPort(port, '127.0.0.1')
    await begun()
    await door.open()
    await begun()
  })
  afterAll(() => {
    door.close()
    for (const child of processes) child.kill('SIGKILL')
  })

  it('hands each connection to the process that holds the fewest', async () => {
    const lines = Array.from({ length: 8 }, () => connection(port))
    const holders: number[] = []
    for (const line of lines) holders.push(await line.ask())
    const [one, other] = processes.map(({ pid }) => pid)
    expect(holders.filter((pid) => pid === one)).toHaveLength(4)
    expect(holders.filter((pid) => pid === other)).toHaveLength(4)

    const closed = told(processes[0], 'closed', 4)
    for (const [index, line] of lines.entries()) if (holders[index] === one) line.close()
    await closed
    const more = Array.from({ length: 3 }, () => connection(port))
    for (const line of more) expect(await line.ask()).toBe(one)
    for (const line of [...lines, ...more]) line.close()
  })

  it('cuts a connection whose headers do not come to an end', async () => {
    const slow = net.connect(port, '127.0.0.1')
    slow.write('GET / HTTP/1.1\r\nHost: x\r\n')
    const heard: Buffer[] = []
    slow.on('data', (part: Buffer) => heard.push(part))
    await once(slow, 'close')
    expect(Buffer.concat(heard).toString()).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('lets a process that leaves end what it began, and hands it nothing more', async () => {
    const line = connection(port)
    const holder = await line.ask()
    const leaving = processes.find(({ pid }) => pid === holder)
    const answer = line.ask('/slow')
    // A connection that came after this one was seen: the process has the request that went before it.
    for (let more = 0; more < 2; more += 1) await connection(port).ask()
    const gone = told(leaving, 'leaving', 1)
    leaving?.kill('SIGTERM')
    await gone
    const next = Array.from({ length: 3 }, () => connection(port))
    for (const other of next) expect(await other.ask()).not.toBe(holder)
    expect(await answer).toBe(holder)
    if (leaving?.exitCode === null) await once(leaving, 'exit')
    expect(leaving?.exitCode).toBe(0)
    for (const other of [line, ...next]) other.close()
  })

  it('lets the next request of an idle connection come when a process leaves, and says that it is the last', async () => {
    const line = connection(port)
    const holder = await line.ask()
    const leaving = processes.find(({ pid }) => pid === holder)
    const gone = told(leaving, 'leaving', 1)
    leaving?.kill('SIGTERM')
    await gone
    expect(await line.ask()).toBe(holder)
    const { pid } = await begun()
    expect(await line.ask()).toBe(pid)
    line.close()
  })

  it('keeps a connection that comes while no process is there until one is', async () => {
    const left = processes.filter(({ exitCode }) => exitCode === null)
    for (const child of left) child.kill('SIGTERM')
    await Promise.all(left.map((child) => once(child, 'exit')))
    const line = connection(port)
    const answer = line.ask()
    const child = await begun()
    expect(await answer).toBe(child.pid)
    line.close()
  })

  it('says that the port is taken', async () => {
    await expect(webPort(port, '127.0.0.1').open()).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
