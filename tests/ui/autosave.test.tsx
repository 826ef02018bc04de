import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SaveLine } from '#app/ui/forms/save-line.tsx'
import { useAutosave } from '#app/ui/forms/use-autosave.ts'
import { show } from './support/show.tsx'

function Sheet() {
  const form = useRef<HTMLFormElement>(null)
  const { state, savedAt, restored } = useAutosave(form, 'sheet-1')
  return (
    <form ref={form} method="post" action="/sheet/1">
      <input type="hidden" name="version" defaultValue="3" />
      <textarea name="comment" aria-label="c" defaultValue="" />
      <SaveLine state={state} savedAt={savedAt} outcome="notSealed" />
      <p>{restored ? 'restored' : ''}</p>
    </form>
  )
}
const write = (text: string) => fireEvent.input(screen.getByLabelText('c'), { target: { value: text } })
const kept = () => localStorage.getItem('imtiyaz.copy.sheet-1')
const answer = (status: number, body: object = {}) => Promise.resolve(Response.json(body, { status }))
const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>()

describe('autosave', () => {
  beforeEach(() => {
    localStorage.clear()
    fetched.mockReset()
    vi.stubGlobal('fetch', fetched)
    vi.useFakeTimers({ shouldAdvanceTime: true })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('keeps a copy at once, posts the form to its own action, and takes the new version', async () => {
    fetched.mockReturnValueOnce(answer(200, { version: 4 })).mockReturnValueOnce(answer(200, { version: 5 }))
    const { container } = show(<Sheet />)
    write('Bien')
    expect(kept()).toContain('Bien')
    await vi.advanceTimersByTimeAsync(1600)
    await waitFor(() => expect(container.textContent).toContain('Enregistré'))
    expect(container.textContent).toContain('non scellé')
    const [url, init] = fetched.mock.calls[0] ?? []
    expect([new URL(String(url)).pathname, String(init?.body)]).toEqual([
      '/sheet/1',
      'version=3&comment=Bien',
    ])
    expect(kept()).toBeNull()
    write('Très bien')
    await vi.advanceTimersByTimeAsync(1600)
    await waitFor(() => expect(fetched).toHaveBeenCalledTimes(2))
    expect(String(fetched.mock.calls[1]?.[1].body)).toContain('version=4')
    await waitFor(() => expect(kept()).toBeNull())
    if (container.firstElementChild !== null) fireEvent.submit(container.firstElementChild)
    expect(container.querySelector<HTMLInputElement>('[name=version]')?.value).toBe('5')
  })

  it.each([
    [401, 'Votre session est terminée'],
    [409, 'a changé entre-temps'],
    [500, 'L’enregistrement a échoué'],
  ])('keeps the copy and says so when the answer is %d', async (status, words) => {
    fetched.mockReturnValue(answer(status))
    show(<Sheet />)
    write('Bien')
    await vi.advanceTimersByTimeAsync(1600)
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain(words))
    expect(kept()).toContain('Bien')
  })

  it('keeps the copy without network, and sends it when the network returns', async () => {
    fetched.mockImplementationOnce(() => Promise.reject(new TypeError('network')))
    show(<Sheet />)
    write('Bien')
    await vi.advanceTimersByTimeAsync(1600)
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Connexion perdue'))
    fetched.mockReturnValue(answer(200))
    window.dispatchEvent(new Event('online'))
    await waitFor(() => expect(kept()).toBeNull())
  })

  it('puts back what the server never took', () => {
    localStorage.setItem('imtiyaz.copy.sheet-1', JSON.stringify({ comment: ['Gardé'], version: ['2'] }))
    const { container } = show(<Sheet />)
    expect(screen.getByLabelText<HTMLTextAreaElement>('c').value).toBe('Gardé')
    expect(container.textContent).toContain('restored')
  })

  it('brings back a copy with the version it was typed over, so that what was saved since is not overwritten', async () => {
    fetched.mockReturnValue(answer(409))
    localStorage.setItem('imtiyaz.copy.sheet-1', JSON.stringify({ comment: ['Gardé'], version: ['2'] }))
    show(<Sheet />)
    write('Gardé encore')
    await vi.advanceTimersByTimeAsync(1600)
    await waitFor(() => expect(fetched).toHaveBeenCalledTimes(1))
    expect(String(fetched.mock.calls[0]?.[1].body)).toContain('version=2')
    expect(kept()).toContain('"version":["2"]')
  })

  it('forgets a copy that says what the page says', () => {
    localStorage.setItem('imtiyaz.copy.sheet-1', JSON.stringify({ comment: [''], version: ['2'] }))
    const { container } = show(<Sheet />)
    expect(kept()).toBeNull()
    expect(container.querySelector<HTMLInputElement>('[name=version]')?.value).toBe('3')
  })

  it('keeps what was typed while a save was on its way', async () => {
    const saving = Promise.withResolvers<Response>()
    fetched.mockReturnValueOnce(saving.promise)
    const { container } = show(<Sheet />)
    write('Bien')
    await vi.advanceTimersByTimeAsync(1600)
    write('Bien vu')
    saving.resolve(Response.json({ version: 4 }))
    await waitFor(() => expect(container.textContent).toContain('Enregistré'))
    expect(kept()).toContain('Bien vu')
  })

  it('submits after the save on its way, over the version that it answers', async () => {
    const saving = Promise.withResolvers<Response>()
    fetched.mockReturnValueOnce(saving.promise)
    const { container } = show(<Sheet />)
    const form = container.querySelector('form')
    const submitted = vi.fn((event: Event) => {
      if (event.defaultPrevented) return null
      event.preventDefault()
      return container.querySelector<HTMLInputElement>('[name=version]')?.value
    })
    document.addEventListener('submit', submitted)
    write('Bien')
    await vi.advanceTimersByTimeAsync(1600)
    form?.requestSubmit()
    expect(submitted).not.toHaveBeenCalled()
    saving.resolve(Response.json({ version: 4 }))
    await waitFor(() => expect(submitted).toHaveReturnedWith('4'))
    document.removeEventListener('submit', submitted)
  })
})
