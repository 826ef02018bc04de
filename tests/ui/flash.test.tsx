import { act, fireEvent, within } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { createTranslator } from '#app/i18n/translator.ts'
import { Flash } from '#app/ui/primitives/flash.tsx'
import { show } from './support/show.tsx'

describe('the word about the last act', () => {
  const bar = () => show(<Flash flash={{ kind: 'ok', message: 'Note validée.' }} />).container
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('is said by a live region that changes once the page has settled, and leaves after eight seconds', () => {
    const container = bar()
    const said = within(container).getByRole('status')
    expect(said.textContent).toBe('Note validée.')
    act(() => void vi.advanceTimersByTime(200))
    expect(said.textContent).toBe('Note validée.\u00A0')
    expect(said.querySelector('button')).toBeNull()
    act(() => void vi.advanceTimersByTime(7700))
    expect(container.textContent).toContain('Note validée.')
    act(() => void vi.advanceTimersByTime(200))
    expect(container.textContent).toBe('')
  })

  it('waits while it is pointed at or holds the focus, and goes when it is closed', () => {
    const container = bar()
    act(() => void vi.advanceTimersByTime(200))
    const close = within(container).getByRole('button', { name: 'Fermer' })
    fireEvent.focus(close)
    act(() => void vi.advanceTimersByTime(60_000))
    expect(container.textContent).toContain('Note validée.')
    fireEvent.blur(close)
    act(() => void vi.advanceTimersByTime(7900))
    expect(container.textContent).toContain('Note validée.')
    fireEvent.click(close)
    expect(container.textContent).toBe('')
  })

  it('is a banner of the page as sent, with nothing that needs a script', () => {
    const sent = renderToString(
      <TranslatorProvider translator={createTranslator('fr')}>
        <Flash flash={{ kind: 'ok', message: 'Note validée.' }} />
      </TranslatorProvider>,
    )
    expect(sent).toContain('note--ok')
    expect(sent).not.toContain('<button')
  })
})
