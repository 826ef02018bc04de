import { screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { createTranslator } from '#app/i18n/translator.ts'
import { BilingualField } from '#app/ui/primitives/bilingual-field.tsx'
import { Checkboxes } from '#app/ui/primitives/checkboxes.tsx'
import { countWords } from '#app/ui/primitives/counter.tsx'
import { DateInput } from '#app/ui/primitives/date-input.tsx'
import { ErrorSummary } from '#app/ui/primitives/error-summary.tsx'
import { Radios } from '#app/ui/primitives/radios.tsx'
import { Select } from '#app/ui/primitives/select.tsx'
import { TextInput } from '#app/ui/primitives/text-input.tsx'
import { faults, show } from './support/show.tsx'

const options = [
  { value: 'yes', label: 'Oui' },
  { value: 'no', label: 'Non' },
]
const described = (element: Element): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? `no #${id}`)
    .join(' | ')

describe('a field', () => {
  it('ties its hint and its error to the control', () => {
    show(
      <TextInput
        name="url"
        label="Adresse"
        hint="En ligne"
        error="Ajoutez https://"
        defaultValue="sabil.ma"
      />,
    )
    const input = screen.getByRole('textbox', { name: 'Adresse' })
    expect(described(input)).toBe('En ligne | Erreur\u00A0: Ajoutez https://')
    expect(input.getAttribute('aria-invalid')).toBe('true')
  })

  it('says which field is optional, not which is required', () => {
    show(<TextInput name="note" label="Remarque" optional />)
    expect(screen.getByLabelText('Remarque (facultatif)').getAttribute('aria-required')).toBeNull()
  })

  it('writes addresses and codes from left to right in Arabic', () => {
    show(<TextInput name="url" type="url" label="العنوان" />, 'ar')
    expect(screen.getByRole('textbox').getAttribute('dir')).toBe('ltr')
  })

  it('preselects nothing among radios', () => {
    show(<Radios name="paid" label="Payant" options={options} />)
    expect(screen.getAllByRole('radio').filter((radio) => (radio as HTMLInputElement).checked)).toEqual([])
  })

  it('splits a date in three named boxes', () => {
    show(<DateInput name="opened" label="Date d’ouverture" value="2025-05-14" />)
    const boxes = ['Jour', 'Mois', 'Année'].map((name) => screen.getByLabelText<HTMLInputElement>(name))
    expect(boxes.map((box) => [box.name, box.value])).toEqual([
      ['opened.day', '14'],
      ['opened.month', '5'],
      ['opened.year', '2025'],
    ])
  })

  it.each(['fr', 'ar'] as const)('has no fault that axe can see, in %s', async (locale) => {
    const { container } = show(
      <form aria-label="essai">
        <TextInput name="a" label="A" hint="h" error="e" />
        <Select name="b" label="B" choices={options} />
        <Radios name="c" label="C" options={options} error="e" layout="rows" />
        <Checkboxes name="d" label="D" options={options} values={['yes']} />
        <DateInput name="e" label="E" error="e" />
        <BilingualField
          name="f"
          label="F"
          hint="h"
          values={{ fr: 'un deux', ar: 'واحد' }}
          errors={{ ar: 'e' }}
          limit={3}
          stale="ar"
        />
      </form>,
      locale,
    )
    expect(await faults(container)).toEqual([])
  })
})

describe('a bilingual field', () => {
  it('puts the language of the page first, each pane with its own direction', () => {
    const { container } = show(<BilingualField name="title" label="العنوان" values={{}} />, 'ar')
    const panes = [...container.querySelectorAll('textarea')].map((pane) => [pane.name, pane.lang, pane.dir])
    expect(panes).toEqual([
      ['title.ar', 'ar', 'rtl'],
      ['title.fr', 'fr', 'ltr'],
    ])
  })

  it('ties the error of one language to that pane only', () => {
    const { container } = show(
      <BilingualField name="title" label="T" values={{}} errors={{ fr: 'Trop long' }} />,
    )
    const [fr, ar] = [...container.querySelectorAll('textarea')]
    expect([fr && described(fr), ar?.getAttribute('aria-describedby')]).toEqual([
      'Erreur\u00A0: Trop long',
      null,
    ])
  })

  it('counts words split on white space, in both scripts', () => {
    expect([countWords('  un  deux\ntrois '), countWords('قبل «سبيل»، كانت'), countWords(' ')]).toEqual([
      3, 3, 0,
    ])
  })
})

describe('the error summary', () => {
  it('receives the focus and links each error to its field', () => {
    show(
      <>
        <ErrorSummary errors={[{ name: 'answers.url', message: 'Ajoutez https://' }]} />
        <TextInput name="answers.url" label="Adresse" />
      </>,
    )
    expect(document.activeElement?.id).toBe('errors')
    const target = screen.getByRole('link', { name: 'Ajoutez https://' }).getAttribute('href') ?? ''
    expect(document.querySelector(target)).toBe(screen.getByRole('textbox'))
  })

  it('names the field where several want the same, and the language of a text in two', () => {
    const message = 'Remplissez ce champ.'
    const names = ['answers.url', 'answers.place', 'answers.motive.fr', 'answers.motive.ar']
    show(
      <>
        <ErrorSummary
          errors={[...names.map((name) => ({ name, message })), { name: 'day', message: 'Jour' }]}
        />
        <TextInput name="answers.url" label="Adresse" optional />
        <TextInput name="answers.place" label="Lieu" />
        <BilingualField name="answers.motive" label="Motif" values={{}} />
      </>,
    )
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Adresse\u00A0: Remplissez ce champ.',
      'Lieu\u00A0: Remplissez ce champ.',
      'Motif, Français\u00A0: Remplissez ce champ.',
      'Motif, العربية\u00A0: Remplissez ce champ.',
      'Jour',
    ])
  })

  it('is where the browser itself lands when no script runs', () => {
    const written = renderToString(
      <TranslatorProvider translator={createTranslator('fr')}>
        <ErrorSummary errors={[{ name: 'url', message: 'Ajoutez https://' }]} />
      </TranslatorProvider>,
    )
    expect(written).toMatch(/^<div[^>]* id="errors"[^>]* tabindex="-1" autofocus=""/)
  })
})
