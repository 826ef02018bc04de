import { useState } from 'react'
import { act } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Kept, KeptPart } from '#app/ui/primitives/kept.tsx'

;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
const PART = '<p>L’inscription &amp; le dépôt</p>'

function Page({ html = null }: { html?: string | null }) {
  const [turns, turn] = useState(0)
  return (
    <main>
      <button onClick={() => turn(turns + 1)}>{turns}</button>
      <Kept key={html ?? 'first'} id="part" className="sheet" html={html} />
    </main>
  )
}
const sent = (): string =>
  renderToString(
    <KeptPart.Provider value={PART}>
      <Page />
    </KeptPart.Provider>,
  )

const roots: { unmount: () => void }[] = []
/** The page as it arrived, taken over by the script, which has nothing of the part in its data. */
async function opened(arrived = sent()) {
  document.body.innerHTML = `<div id="root">${arrived}</div>`
  const box = document.getElementById('root') as HTMLElement
  const before = box.querySelector('#part p')
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const root = await act(async () => hydrateRoot(box, <Page />, { onRecoverableError: () => undefined }))
  roots.push(root)
  const complaints = said.mock.calls.length
  said.mockRestore()
  return { root, box, before, complaints }
}
const part = (): string | undefined => document.getElementById('part')?.innerHTML

afterEach(async () => {
  await act(async () => roots.splice(0).forEach((root) => root.unmount()))
  document.body.innerHTML = ''
})

describe('a part drawn before its page', () => {
  it('stands in the page that is sent', () => {
    expect(sent()).toContain(`<div id="part" class="sheet">${PART}</div>`)
  })

  it('is taken over as it stands: the same elements, without a word', async () => {
    const { before, complaints } = await opened()
    expect(complaints).toBe(0)
    expect(document.querySelector('#part p')).toBe(before)
  })

  it('stays when the page around it changes', async () => {
    const { box, before } = await opened()
    await act(async () => box.querySelector('button')?.click())
    expect(box.querySelector('button')?.textContent).toBe('1')
    expect(document.querySelector('#part p')).toBe(before)
  })

  it('is not lost when something else in the page was altered and React draws it all again', async () => {
    const { before, complaints } = await opened(sent().replace('>0<', '>other<'))
    expect(complaints).toBeGreaterThan(0)
    expect(document.querySelector('#part p')).not.toBe(before)
    expect(part()).toBe(PART)
  })

  it('is another one when its key is, from the data', async () => {
    const { root } = await opened()
    await act(async () => root.render(<Page html="<p>Un autre dossier</p>" />))
    expect(part()).toBe('<p>Un autre dossier</p>')
  })
})
