import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ErrorPage } from '#app/ui/patterns/error-page.tsx'
import { SentAgain } from '#app/ui/patterns/sent-again.tsx'
import type { Sent } from '#app/ui/patterns/sent-again.tsx'
import { faults, show } from './support/show.tsx'

const prose = (name: string) => ({ name, value: `Des mots de ${name}.`, prose: true })

it('gives each text back under the label of its own field, and sends the form where it was sent', async () => {
  const sent = ['reason.ar', 'reason.fr', 'grounds', 'comments.impact', 'elsewhere'].map(prose)
  const told = { door: '/fr/account/sign-in', action: '/fr/x?part=2', file: null, sent }
  const { container } = show(<SentAgain told={told} />)
  const fields = screen.getAllByRole<HTMLTextAreaElement>('textbox')
  expect(fields.map(({ name, labels }) => [name, labels[0]?.textContent])).toEqual([
    ['reason.ar', 'Motif (Arabe)'],
    ['reason.fr', 'Motif (Français)'],
    ['grounds', 'Motifs du recours'],
    ['comments.impact', 'Commentaire\u00A0: impact'],
    ['elsewhere', 'Ce que vous avez écrit'],
  ])
  expect(container.querySelector('form')?.getAttribute('action')).toBe('/fr/x?part=2')
  expect(await faults(container)).toEqual([])
})

it('asks again for a file that came with the texts, and sends all in several parts', async () => {
  const told = { door: '/ar/account/sign-in', action: '/ar/x', file: 'proof', sent: [prose('title')] }
  const { container } = show(<SentAgain told={told} />, 'ar')
  expect(container.querySelector('form')?.enctype).toBe('multipart/form-data')
  const file = container.querySelector<HTMLInputElement>('input[type=file]')
  expect([file?.name, file?.labels?.[0]?.textContent]).toEqual(['proof', 'اختاروا الملف من جديد'])
  expect(await faults(container)).toEqual([])
})

it('asks again for a secret answer, under its own question and with the reason', async () => {
  const told = {
    door: '/fr/account/sign-in',
    action: '/fr/x',
    file: null,
    sent: [],
    secrets: ['accessAccount'],
  }
  const { container } = show(<ErrorPage status={401} sent={told} />)
  expect(container.textContent).not.toContain('rien n’est perdu')
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: /^Compte d.essai pour le jury/ })
  expect([field.name, field.value, field.autocomplete]).toEqual(['accessAccount', '', 'off'])
  expect(container.textContent).toContain('saisissez-la de nouveau')
  expect(await faults(container)).toEqual([])
})

const shown = (sent: Sent['sent']): (readonly [string, string | null | undefined])[] => {
  show(<SentAgain told={{ door: '/fr/account/sign-in', action: '/fr/x', file: null, sent }} />)
  return screen
    .getAllByRole<HTMLTextAreaElement>('textbox')
    .map(({ name, labels }) => [name, labels[0]?.textContent])
}
const carried = (name: string, value: string) => ({ name, value, prose: false })

it('names the texts of an edition, of its jury and of a decision', () => {
  const names = ['purposes.zgh', 'description.ar', 'text.fr', 'slots.0.label.fr', 'scale.levels.2.anchor.ar']
  const others = ['wording.ar', 'lotSource', 'interests.5f0c.words', 'checks.identity.note', 'place.ar']
  expect(shown([...names, ...others].map(prose))).toEqual([
    ['purposes.zgh', 'Finalités (Amazighe)'],
    ['description.ar', 'Description (Arabe)'],
    ['text.fr', 'Texte (Français)'],
    ['slots.0.label.fr', 'Intitulé (Français)'],
    ['scale.levels.2.anchor.ar', 'Description (Arabe)'],
    ['wording.ar', 'Texte de la décision (Arabe)'],
    ['lotSource', 'Tirage public désigné d’avance'],
    ['interests.5f0c.words', 'Précisions'],
    ['checks.identity.note', 'Note\u00A0: identity'],
    ['place.ar', 'Lieu (Arabe)'],
  ])
})

it('names the answers of a dossier by their questions, by the marks that come with them', () => {
  const marks = ['title.ar', 'summary.fr', 'partners', 'team', 'problem.ar'].map((key) =>
    carried(`v.${key}`, '3'),
  )
  const answers = ['title.ar', 'summary.fr', 'partners.0', 'team.1.position', 'problem.ar'].map(prose)
  expect(shown([...marks, ...answers])).toEqual([
    ['title.ar', 'Intitulé du service (Arabe)'],
    ['summary.fr', 'Résumé pour la publication (Français)'],
    ['partners.0', 'Partenaires\u00A0: 1'],
    ['team.1.position', 'Équipe du projet\u00A0: Fonction, ligne 2'],
    ['problem.ar', 'Problème traité (Arabe)'],
  ])
})

it('names the text chosen between two by the question that it answers', () => {
  expect(shown([carried('field', 'summary.fr'), prose('value')])).toEqual([
    ['value', 'Résumé pour la publication (Français)'],
  ])
})
