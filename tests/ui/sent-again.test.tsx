import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { SentAgain } from '#app/ui/patterns/sent-again.tsx'
import { faults, show } from './support/show.tsx'

const prose = (name: string) => ({ name, value: `Des mots de ${name}.`, prose: true })

it('gives each text back under the label of its own field, and sends the form where it was sent', async () => {
  const sent = ['reason.ar', 'reason.fr', 'grounds', 'comments.impact', 'elsewhere'].map(prose)
  const told = { door: '/fr/account/sign-in', action: '/fr/x?part=2', sent }
  const { container } = show(<SentAgain told={told} />)
  const fields = screen.getAllByRole<HTMLTextAreaElement>('textbox')
  expect(fields.map(({ name, labels }) => [name, labels[0]?.textContent])).toEqual([
    ['reason.ar', 'Motif (Arabe)'],
    ['reason.fr', 'Motif (Français)'],
    ['grounds', 'Motifs du recours'],
    ['comments.impact', 'Commentaire · impact'],
    ['elsewhere', 'Ce que vous avez écrit'],
  ])
  expect(container.querySelector('form')?.getAttribute('action')).toBe('/fr/x?part=2')
  expect(await faults(container)).toEqual([])
})
