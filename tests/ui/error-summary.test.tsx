import { screen } from '@testing-library/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { createTranslator } from '#app/i18n/translator.ts'
import { ErrorSummary } from '#app/ui/primitives/error-summary.tsx'
import { TextInput } from '#app/ui/primitives/text-input.tsx'
import { faults, show } from './support/show.tsx'

const CHOOSE = 'Choisissez une réponse.'
const FORM = (
  <form>
    <ErrorSummary
      errors={[
        { name: 'kind', message: CHOOSE },
        { name: 'file', message: CHOOSE },
        { name: 'text', message: 'Écrivez ce que vous demandez.' },
      ]}
    />
    <TextInput name="kind" label="Objet" error={CHOOSE} />
    <TextInput name="file" label="Candidature concernée" error={CHOOSE} optional />
    <TextInput name="text" label="Votre demande" error="Écrivez ce que vous demandez." />
  </form>
)

describe('the summary of errors', () => {
  it('names the field where one sentence stands for several, and leaves alone what says it itself', async () => {
    const { container } = show(FORM)
    const links = screen.getAllByRole('link').map((link) => link.textContent)
    expect(links).toEqual([
      `Objet\u00a0: ${CHOOSE}`,
      `Candidature concernée\u00a0: ${CHOOSE}`,
      'Écrivez ce que vous demandez.',
    ])
    expect(await faults(container)).toEqual([])
  })

  it('says the field without script too', () => {
    document.body.innerHTML = renderToStaticMarkup(
      <TranslatorProvider translator={createTranslator('fr')}>{FORM}</TranslatorProvider>,
    )
    expect(screen.getByRole('link', { name: `Objet ${CHOOSE}` }).getAttribute('href')).toBe('#f-kind')
    expect(screen.getByRole('link', { name: 'Écrivez ce que vous demandez.' })).toBeTruthy()
    document.body.innerHTML = ''
  })
})
