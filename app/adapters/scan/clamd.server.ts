import { connect, type Socket } from 'node:net'
import type { Scanner, ScanVerdict } from '#app/services/ports.ts'

export type ClamdSettings =
  | { readonly host: string; readonly port: number; readonly timeoutMs?: number }
  | { readonly path: string; readonly timeoutMs?: number }

/** clamd refuses longer chunks when its StreamMaxLength is small; 64 KiB is what its own client sends. */
const CHUNK = 64 * 1024
const LONGEST_ANSWER = 4096

const sized = (chunk: Uint8Array): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.byteLength)
  return Buffer.concat([length, chunk])
}

function verdictOf(answer: string): ScanVerdict {
  const text = answer.replace(/\0/g, '').trim()
  const found = /^stream: (.{1,200}) FOUND$/.exec(text)
  if (found?.[1] !== undefined) return { state: 'infected', signature: found[1] }
  return text === 'stream: OK'
    ? { state: 'clean' }
    : { state: 'unavailable', reason: text.slice(0, 200) || 'no-answer' }
}

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())))

async function stream(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const part of content) {
    for (let from = 0; from < part.byteLength; from += CHUNK) {
      if (socket.destroyed) return
      await write(socket, sized(part.subarray(from, from + CHUNK)))
    }
  }
  await write(socket, Buffer.alloc(4))
}

/** The whole answer, read until clamd closes; it may come before the end of the stream, when it has seen enough. */
const answerOf = (socket: Socket, timeout: number): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    socket.setTimeout(timeout, () => socket.destroy(new Error('timeout')))
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      if (text.length > LONGEST_ANSWER) socket.destroy(new Error('answer-too-long'))
    })
    socket.on('end', () => resolve(text))
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })

/** INSTREAM client of clamd (clamd(8)). Whatever goes wrong is `unavailable`: asked again later, never taken for clean. */
export function createClamd(settings: ClamdSettings): Scanner {
  return {
    scan: async (content) => {
      const socket = 'path' in settings ? connect(settings.path) : connect(settings.port, settings.host)
      const answer = answerOf(socket, settings.timeoutMs ?? 30_000)
      try {
        const sent = stream(socket, content).catch((error: unknown) => {
          // An early verdict closes the line while we write; the answer then decides.
          if (!socket.destroyed && socket.readable)
            socket.destroy(error instanceof Error ? error : new Error('broken'))
        })
        const text = await answer
        await sent
        return verdictOf(text)
      } catch (error) {
        return {
          state: 'unavailable',
          reason: error instanceof Error ? error.message.slice(0, 200) : 'broken',
        }
      } finally {
        socket.destroy()
      }
    },
  }
}
