import { vi } from 'vitest'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { sayGoodbye, sayPresent } from '#app/ui/nomination/say-present.ts'
import { sendFile, type Sent } from '#app/ui/nomination/send-file.ts'
import type { Heard } from '#tests/support/web.ts'
import { type Body, type Fields, urlencoded } from './bodies.ts'
import type { Hand } from './visits.ts'
import type { World } from './world.ts'

/** What a script of ours posts, to the address and with the fields that the script itself gives it. */
export type ScriptPost = {
  readonly id: string
  /** The route whose page runs the script: everybody to whom it is shown may do the same. */
  readonly page: string
  readonly to: string
  readonly hand: Hand
  readonly fields: Fields
  /** In the place of fields: the bytes of a part. */
  readonly bytes?: Buffer
}
export type Send = (post: ScriptPost) => Promise<Heard>

export const scriptBody = ({ fields, bytes }: ScriptPost): Body =>
  bytes === undefined ? urlencoded(fields) : { type: 'application/octet-stream', body: bytes }

/** The request that the script makes: `held` keeps one from leaving, as a line that is suspended does. */
function stubRequests(by: (to: string, body: Blob | URLSearchParams) => Promise<Heard | 'held'>): void {
  class ScriptRequest {
    readonly upload = {}
    status = 0
    responseText = ''
    timeout = 0
    onload: () => void = () => undefined
    onabort: () => void = () => undefined
    #to = ''
    open(_method: string, to: string): void {
      this.#to = to
    }
    setRequestHeader(): void {}
    abort(): void {
      this.onabort()
    }
    send(body: Blob | URLSearchParams): void {
      void by(this.#to, body).then((heard) => {
        if (heard === 'held') return
        this.status = heard.status
        this.responseText = heard.body
        this.onload()
      })
    }
  }
  vi.stubGlobal('XMLHttpRequest', ScriptRequest)
}

const fieldsOf = (form: URLSearchParams): Fields => [...form.entries()]
const measures = (seed: string): File =>
  new File([`mois;demandes\n${`2025-01;${seed}\n`.repeat(9000)}`], `mesures-${seed}.csv`)

export type Driven = {
  /** Each post that a script made, with what was answered; the last part of the second file was held back. */
  readonly made: readonly { readonly post: ScriptPost; readonly status: number }[]
  readonly held: readonly ScriptPost[]
  /** How the script says that each of its two files ended. */
  readonly ended: readonly Sent['is'][]
}

/** Two files on their way, the second stopped before its last part. */
async function sendTwoFiles(world: World, hand: Hand, say: (post: ScriptPost) => Promise<Heard>) {
  const held: ScriptPost[] = []
  const stop = new AbortController()
  let holds = false
  stubRequests(async (to, body) => {
    const page = 'routes/applicant/evidence'
    if (!(body instanceof Blob))
      return say({ id: 'routes/resources/upload', page, to, hand, fields: fieldsOf(body) })
    const bytes = Buffer.from(await body.arrayBuffer())
    const part = { id: 'routes/resources/upload-part', page, to, hand, fields: [], bytes }
    if (!holds || to.endsWith('/0')) return say(part)
    held.push(part)
    stop.abort()
    return 'held'
  })
  const what = (seed: string) => ({
    ...{ nominationId: world.nominations.draft, file: measures(seed), title: 'Mesures', claim: 'usage' },
  })
  const watch = { onProgress: () => undefined, onBegun: () => undefined }
  const first = await sendFile(what('12'), { ...watch, signal: new AbortController().signal })
  holds = true
  const second = await sendFile(what('13'), { ...watch, signal: stop.signal })
  return { held, ended: [first.is, second.is] }
}

/** The scripts of the pages, run here with the line of `send` in the place of the browser's. */
export async function runScripts(
  world: World,
  handOf: (name: 'editor' | 'secretariat') => Hand,
  send: Send,
): Promise<Driven> {
  const made: { post: ScriptPost; status: number }[] = []
  const say = async (post: ScriptPost): Promise<Heard> => {
    const heard = await send(post)
    made.push({ post, status: heard.status })
    return heard
  }
  const [editor, secretariat] = [handOf('editor'), handOf('secretariat')]
  const said: Promise<Heard>[] = []
  const presence = (page: string, hand: Hand) => (to: string, body: URLSearchParams) =>
    say({ id: 'routes/resources/presence', page, to, hand, fields: fieldsOf(body) })
  try {
    const files = await sendTwoFiles(world, editor, say)
    const { draft } = world.nominations
    for (const [page, hand, id, side, place] of [
      ['routes/applicant/section', editor, draft, 'team', DEFAULT_FORM.sections[0]?.code ?? ''],
      ['routes/secretariat/file', secretariat, world.desk.undecided, 'office', ''],
    ] as const) {
      const by = presence(page, hand)
      vi.stubGlobal('fetch', async (to: string, { body }: { body: URLSearchParams }) => {
        const { status, body: text } = await by(to, body)
        return new Response(text, { status })
      })
      await sayPresent(id, { side, place }, new AbortController().signal)
      vi.stubGlobal('navigator', {
        sendBeacon: (to: string, body: URLSearchParams) => said.push(by(to, body)) > 0,
      })
      sayGoodbye(id, side)
      await Promise.all(said)
    }
    return { made, ...files }
  } finally {
    vi.unstubAllGlobals()
  }
}
