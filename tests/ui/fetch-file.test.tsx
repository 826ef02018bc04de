import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTranslator } from '#app/i18n/translator.ts'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { DownloadPlace } from '#app/ui/shells/download-place.tsx'
import { attachedName } from '#app/ui/shells/fetch-file.ts'

const page = () =>
  render(
    <TranslatorProvider translator={createTranslator('fr')}>
      <Link href="/fr/figures.csv" download>
        chiffres
      </Link>
      <DownloadPlace />
    </TranslatorProvider>,
  )
const saved: string[] = []
let feed: ReadableStreamDefaultController<Uint8Array> | undefined
let signal: AbortSignal | null | undefined

/** A server whose file comes as the test lets it. */
function answering(headers: Record<string, string>) {
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    signal = init.signal
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        feed = controller
        signal?.addEventListener('abort', () => controller.error(new Error('aborted')))
      },
    })
    return new Response(body, { headers })
  })
}
const FILE = { 'content-disposition': 'attachment; filename="chiffres.csv"', 'content-length': '4000' }
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  saved.length = 0
  URL.createObjectURL = () => 'blob:x'
  URL.revokeObjectURL = () => undefined
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a file that is asked for', () => {
  it('says how far it has come, then is saved under the name the server gave it', async () => {
    answering(FILE)
    page()
    fireEvent.click(screen.getByText('chiffres'))
    await wait(500)
    expect(screen.getByText('Le serveur prépare le fichier.')).toBeTruthy()
    feed?.enqueue(new Uint8Array(1000))
    await wait(50)
    expect(await screen.findByText(/^25\s%/)).toBeTruthy()
    feed?.enqueue(new Uint8Array(3000))
    feed?.close()
    await wait(50)
    expect(saved).toEqual(['chiffres.csv'])
    expect(screen.queryByRole('status')).toBeNull()
  })

  it('shows no bar when it is there at once', async () => {
    answering(FILE)
    page()
    fireEvent.click(screen.getByText('chiffres'))
    await wait(50)
    feed?.close()
    await wait(1000)
    expect(saved).toEqual(['chiffres.csv'])
    expect(screen.queryByRole('status')).toBeNull()
  })

  it('is stopped by the person, on the line too, and nothing is saved', async () => {
    answering(FILE)
    page()
    fireEvent.click(screen.getByText('chiffres'))
    await wait(500)
    fireEvent.click(screen.getByRole('button', { name: 'Annuler' }))
    await wait(500)
    expect(signal?.aborted).toBe(true)
    expect(screen.queryByRole('status')).toBeNull()
    expect(saved).toEqual([])
  })

  it('is not saved when the line is cut, and that is said', async () => {
    answering(FILE)
    page()
    fireEvent.click(screen.getByText('chiffres'))
    await wait(500)
    feed?.error(new Error('gone'))
    await wait(50)
    expect(screen.getByRole('status').textContent).toMatch(/^La connexion s’est interrompue/)
    expect(saved).toEqual([])
  })
})

describe('the name of a file', () => {
  it.each([
    [`attachment; filename="a_.csv"; filename*=UTF-8''a%C3%A9.csv`, 'aé.csv'],
    ['attachment; filename="a.csv"', 'a.csv'],
    ['inline', null],
    [null, null],
  ])('in %j is %j', (said, name) => {
    expect(attachedName(said)).toBe(name)
  })
})
