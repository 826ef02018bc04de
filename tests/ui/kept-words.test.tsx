import { screen } from '@testing-library/react'
import { UNSAFE_DataRouterStateContext as RouterState } from 'react-router-dom'
import { expect, it } from 'vitest'
import { typedValues } from '#app/forms/typed.ts'
import { KeptWords } from '#app/ui/patterns/kept-words.tsx'
import { faults, show } from './support/show.tsx'

const WORDS = 'Une remarque,\r\nsur deux lignes'
const sent = new FormData()
for (const [name, value] of [
  ['intent', 'save'],
  ['version', '3'],
  ['accessAccount', 'compte secret'],
  ['remark', WORDS],
] as const)
  sent.append(name, value)
const typed = typedValues(sent)
const failure = { fieldErrors: {}, formError: { reason: 'wrong-phase', facts: {} }, typed }
const page = (main: React.ReactNode) => (
  <RouterState.Provider value={{ actionData: { 'routes/x': { failure } } } as never}>
    <main>{main}</main>
    <KeptWords />
  </RouterState.Provider>
)

it('gives back the words of a refused form that the page has no field for, and neither codes nor a secret', async () => {
  const { container } = show(page(<h1>Édition</h1>))
  const fields = screen.getAllByRole<HTMLTextAreaElement>('textbox')
  expect(fields.map(({ name, value, readOnly }) => [name, value, readOnly])).toEqual([
    ['remark', WORDS.replace('\r', ''), true],
  ])
  expect(screen.getByRole('alert').textContent).toMatch(/Votre texte reste ci-dessous/)
  expect(await faults(container)).toEqual([])
})

it('says nothing where they stand in their own field', () => {
  show(page(<textarea aria-label="Remarque" defaultValue={WORDS} />))
  expect(screen.getAllByRole('textbox')).toHaveLength(1)
  expect(screen.queryByRole('alert')).toBeNull()
})

it('takes ticked boxes and a chosen code for no words, whether their form is there or gone', () => {
  const ticked = { reasons: 'answer-missing\nevidenceMissing', winners: '0b54-7\n1c5e-8' }
  show(
    <RouterState.Provider
      value={{ actionData: { 'routes/x': { failure: { ...failure, typed: ticked } } } } as never}
    >
      <main />
      <KeptWords />
    </RouterState.Provider>,
  )
  expect(screen.queryByRole('alert')).toBeNull()
})

it('gives back what an act by script sent where nobody can say whether it was recorded, and does not say it was not', async () => {
  const { container } = show(
    <>
      <main>
        <h1>Erreur</h1>
      </main>
      <KeptWords unanswered={typed} />
    </>,
  )
  expect(screen.getAllByRole<HTMLTextAreaElement>('textbox').map(({ name }) => name)).toEqual(['remark'])
  expect(container.textContent).toContain('copiez-le avant de quitter cette page')
  expect(container.textContent).not.toContain('Rien n’a été enregistré')
  expect(await faults(container)).toEqual([])
})
