import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createClamd } from '#app/adapters/scan/clamd.server.ts'
import { noScanner } from '#app/adapters/scan/off.ts'

const closers: (() => void)[] = []
afterEach(() => closers.splice(0).forEach((close) => close()))

/** A clamd that understands INSTREAM and answers by what it has read. */
async function clamd(answer: (content: Buffer, socket: Socket) => string | null, timeoutMs = 15_000) {
  const seen: Buffer[] = []
  const server = createServer((socket) => {
    let all = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (bytes: Buffer) => {
      all = Buffer.concat([all, bytes])
      const parts: Buffer[] = []
      let at = all.indexOf(0) + 1
      while (at > 0 && at + 4 <= all.length) {
        const length = all.readUInt32BE(at)
        if (length === 0) {
          seen.push(Buffer.concat(parts))
          const text = answer(Buffer.concat(parts), socket)
          return text === null ? undefined : void socket.end(text)
        }
        parts.push(all.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  return {
    seen,
    scanner: createClamd({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, timeoutMs }),
  }
}
async function* of(...parts: Uint8Array[]) {
  await Promise.resolve()
  yield* parts
}

describe('the scanner', () => {
  it('streams every byte and reads a clean verdict', async () => {
    const { scanner, seen } = await clamd(() => 'stream: OK\0')
    const [small, large] = [Buffer.from('bonjour'), Buffer.alloc(300_000, 7)]
    expect(await scanner.scan(of(small, large, Buffer.alloc(0)))).toEqual({ state: 'clean' })
    expect(seen[0]?.equals(Buffer.concat([small, large]))).toBe(true)
  })

  it('names what it found', async () => {
    const { scanner } = await clamd(() => 'stream: Eicar-Test-Signature FOUND\0')
    expect(await scanner.scan(of(Buffer.from('x')))).toEqual({
      state: 'infected',
      signature: 'Eicar-Test-Signature',
    })
  })

  it('is unavailable, never clean, when clamd errs, stays silent, closes or is not there', async () => {
    const answers = ['INSTREAM size limit exceeded. ERROR\0', '', 'stream: OK but no', 'x'.repeat(10_000)]
    for (const text of answers) {
      const { scanner } = await clamd(() => text)
      expect((await scanner.scan(of(Buffer.from('x')))).state, text.slice(0, 30)).toBe('unavailable')
    }
    const silent = await clamd(() => null, 50)
    expect(await silent.scanner.scan(of(Buffer.from('x')))).toEqual({
      state: 'unavailable',
      reason: 'timeout',
    })
    const cut = await clamd((_, socket) => (socket.destroy(), null))
    expect((await cut.scanner.scan(of(Buffer.from('x')))).state).toBe('unavailable')
    expect((await createClamd({ host: '127.0.0.1', port: 1 }).scan(of(Buffer.from('x')))).state).toBe(
      'unavailable',
    )
    expect((await createClamd({ path: '/nowhere/clamd.sock' }).scan(of(Buffer.from('x')))).state).toBe(
      'unavailable',
    )
  })

  it('is unavailable when the file itself cannot be read to its end', async () => {
    const { scanner } = await clamd(() => 'stream: OK\0')
    async function* broken() {
      await Promise.resolve()
      yield Buffer.from('x')
      throw new Error('disk')
    }
    expect((await scanner.scan(broken())).state).toBe('unavailable')
  })

  it('says unscanned when there is none', async () => {
    expect(await noScanner.scan(of(Buffer.from('x')))).toEqual({ state: 'unscanned' })
  })
})
