import { fireEvent, screen, waitFor } from '@testing-library/react'
import { Profiler } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { beforeEach, describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { DEFAULT_SHORTCUTS } from '#app/domain/scoring/shortcuts.ts'
import { ScoreSheetPage } from '#app/ui/scoring/score-sheet-page.tsx'
import type { SheetPage } from '#app/ui/scoring/sheet-page.ts'
import { aRegulation } from '#tests/support/builders/regulation.ts'
import { show } from '../support/show.tsx'

const rubric = aRegulation({ opensAt: instant(Date.UTC(2026, 8, 1)) }).categories[0]?.rubric
if (!rubric) throw new Error('the template has no category')
const [first, second] = rubric.criteria.map(({ code }) => code)

const page: SheetPage = {
  sheet: {
    state: 'draft',
    round: 1,
    isSecondRound: false,
    entries: [],
    remark: '',
    privateNotes: '',
    reason: '',
    sealedAt: null,
    commitment: null,
    id: 'sheet-1',
    nominationId: 'file-1',
    campaignId: 'campaign-1',
    version: 3,
    confidence: null,
  },
  rubric,
  sections: ['need'],
  can: { write: true, reason: null },
  declaration: null,
  roundPercents: null,
  dossier: {
    reference: 'EMT-2026-0001',
    title: { fr: 'Service', ar: 'خدمة' },
    lead: { fr: 'Office', ar: 'مكتب' },
    versionNumber: 1,
    receivedAt: 0,
    answers: '<section id="need"><p>Le besoin.</p></section>',
    files: [],
    nominationId: 'n1',
    hasTestAccount: false,
  },
  mine: { files: [], assigned: 1, sealed: 0, hidden: 0, closesAt: 0 },
  currentId: 'sheet-1',
  flagged: false,
  personId: 'person-1',
  shortcuts: DEFAULT_SHORTCUTS,
}

let drawn = 0
const heard = () => (drawn += 1)
function open() {
  const element = (
    <Profiler id="sheet" onRender={heard}>
      <ScoreSheetPage page={page} failure={undefined} standing={null} />
    </Profiler>
  )
  return show(<RouterProvider router={createMemoryRouter([{ path: '/', element }])} />)
}
const field = (name: string): HTMLTextAreaElement => {
  const found = document.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`)
  if (!found) throw new Error(`no field ${name}`)
  return found
}
const level = (code: string | undefined, of: number): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(`input[name="scores.${code}"][data-level="${of}"]`)
  if (!found) throw new Error(`no level ${of} of ${code}`)
  return found
}
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
/** What the page does after it has come: script, kept copy, the marks read once. */
const settled = async (): Promise<void> => {
  await frame()
  await frame()
  drawn = 0
}
const total = (): string => document.querySelector('.tot__big')?.textContent ?? ''

describe('a score sheet while it is filled in', () => {
  beforeEach(() => {
    localStorage.clear()
    // Nothing is laid out here, so nothing can be scrolled.
    Element.prototype.scrollBy = () => undefined
  })

  it.each(['comments.', 'remark', 'privateNotes'])(
    'draws nothing anew while %s is typed, and keeps every letter on the device',
    async (name) => {
      open()
      await settled()
      const whole = name.endsWith('.') ? `${name}${first}` : name
      for (const text of ['U', 'Ut', 'Utile']) fireEvent.input(field(whole), { target: { value: text } })
      await frame()
      expect(drawn).toBe(0)
      expect(localStorage.getItem('imtiyaz.copy.sheet-sheet-1-person-1')).toContain('Utile')
    },
  )

  it('follows each mark in its total, drawn once a mark', async () => {
    open()
    await settled()
    const before = total()
    fireEvent.click(level(first, 5))
    await waitFor(() => expect(total()).not.toBe(before))
    expect(drawn).toBe(1)
    const one = total()
    fireEvent.click(level(second, 5))
    await waitFor(() => expect(total()).not.toBe(one))
    expect(drawn).toBe(2)
    fireEvent.click(screen.getAllByRole('checkbox')[0] as HTMLElement)
    await waitFor(() => expect(total()).not.toBe(one))
  })

  it('counts the marks of a copy kept on the device, and no longer those that are thrown away', async () => {
    const kept = { [`scores.${first}`]: ['5'], version: ['3'] }
    localStorage.setItem('imtiyaz.copy.sheet-sheet-1-person-1', JSON.stringify(kept))
    open()
    const none = total()
    await waitFor(() => expect(total()).not.toBe(none))
    expect(level(first, 5).checked).toBe(true)
    fireEvent.click(screen.getByRole('button', { name: 'Ne pas les garder' }))
    await waitFor(() => expect(total()).toBe(none))
  })
})
