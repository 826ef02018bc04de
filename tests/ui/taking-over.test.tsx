import { type ReactNode, startTransition, useEffect, useState } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { beginTakingOver, mayTakeFocus, TakenOver } from '#app/ui/shells/taking-over.tsx'

;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = false

let come: () => void = () => undefined
let has = false
const data = new Promise<void>((resolve) => {
  come = () => {
    has = true
    resolve()
  }
})
/** Waits for its data in the first drawing, with nothing around it that shows something else meanwhile: as Remix does. */
function Waiting({ children }: { children: ReactNode }) {
  if (!has) throw data
  return children
}
let live = false
function Page() {
  const [typed, type] = useState('')
  useEffect(() => {
    live = true
  }, [])
  return (
    <main>
      <input value={typed} onChange={(event) => type(event.target.value)} />
      <b>{typed}</b>
    </main>
  )
}
const SENT = '<main><input value=""/><b></b></main>'
const roots: Root[] = []
const takenOver = (): Promise<void> => vi.waitFor(() => expect(live).toBe(true), 5000)
afterEach(() => {
  for (const root of roots.splice(0)) root.unmount()
  has = false
  live = false
})

describe('a page that React takes over', () => {
  it('is not given up when a key comes in the middle, and hears the next one', async () => {
    document.body.innerHTML = `<div id="root">${SENT}</div>`
    const failed = vi.fn()
    window.addEventListener('error', failed)
    beginTakingOver()
    startTransition(() => {
      const page = (
        <TakenOver>
          <Waiting>
            <Page />
          </Waiting>
        </TakenOver>
      )
      roots.push(hydrateRoot(document.getElementById('root') as HTMLElement, page))
    })
    // Before the first drawing, which then would have to be done at once and cannot.
    const input = document.querySelector('input') as HTMLInputElement
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))
    expect(failed).not.toHaveBeenCalled()
    come()
    await takenOver()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'b')
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await vi.waitFor(() => expect(document.querySelector('b')?.textContent).toBe('b'), 5000)
    expect(failed).not.toHaveBeenCalled()
    window.removeEventListener('error', failed)
  })

  it('calls nobody back who has moved on since the page came, and everybody afterwards', async () => {
    document.body.innerHTML = `<div id="root">${SENT}</div>`
    beginTakingOver()
    expect(mayTakeFocus()).toBe(true)
    document.querySelector('input')?.focus()
    expect(mayTakeFocus()).toBe(false)
    const page = (
      <TakenOver>
        <Page />
      </TakenOver>
    )
    roots.push(hydrateRoot(document.getElementById('root') as HTMLElement, page))
    await vi.waitFor(() => expect(mayTakeFocus()).toBe(true), 5000)
  })
})
