import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Painter } from './port.ts'
import { markDrawing } from './mark.ts'
import type { Answer, Order } from './thread.ts'

type Asked = Order extends infer One ? (One extends Order ? Omit<One, 'id'> : never) : never
type Waiting = { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }

/** resvg in one thread that lives as long as it is used: painting takes tens of milliseconds and no request waits for another's. */
export function createPainter(): Painter & { readonly close: () => Promise<void> } {
  const file = createRequire(import.meta.url).resolve('#app/adapters/picture/thread.ts')
  const waiting = new Map<number, Waiting>()
  let thread: Worker | null = null
  let last = 0

  /** A thread that died takes its orders with it; the next order opens another. */
  const ended = (dead: Worker, error: Error): void => {
    if (thread !== dead) return
    thread = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const open = (): Worker => {
    const opened = new Worker(file)
    opened.on('message', (answer: Answer) => {
      waiting.get(answer.id)?.resolve(answer)
      waiting.delete(answer.id)
      if (waiting.size === 0) opened.unref()
    })
    opened.on('error', (error) => ended(opened, error))
    opened.on('exit', () => ended(opened, new Error('the painting thread ended')))
    return opened
  }
  const ask = (asked: Asked): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const at = (thread ??= open())
      last += 1
      waiting.set(last, { resolve, reject })
      // While somebody waits the process stays; an idle thread keeps none alive.
      at.ref()
      at.postMessage({ ...asked, id: last })
    })
  const paint = async (svg: string): Promise<Uint8Array> => {
    const answer = await ask({ svg })
    if ('png' in answer) return answer.png
    throw new Error(`not painted: ${answer.error ?? 'no picture'}`)
  }
  let mark: Promise<Uint8Array> | null = null
  return {
    paint,
    widths: async (words) => {
      const answer = await ask({ words })
      if ('widths' in answer && answer.widths !== undefined) return answer.widths
      throw new Error(`not measured: ${answer.error ?? 'no widths'}`)
    },
    mark: () => {
      mark ??= paint(markDrawing(MARK_PIXELS)).catch((error: unknown) => {
        mark = null
        throw error
      })
      return mark
    },
    close: async () => void (await thread?.terminate()),
  }
}

/** Twice what letters show, for screens with two pixels to a point. */
const MARK_PIXELS = 80
