import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createMemoryRouter, redirect, RouterProvider, useActionData, useLoaderData } from 'react-router-dom'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { wallTime } from '#app/forms/campaign.form.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { checkbox, email, line, listOf, requiredLine, version } from '#app/forms/fields.ts'
import { checkForm } from '#app/http/form.server.ts'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { createTranslator } from '#app/i18n/translator.ts'
import {
  BoundBilingual,
  BoundCheckbox,
  BoundCheckboxes,
  BoundDate,
  BoundRadios,
  BoundText,
  BoundTime,
} from '#app/ui/forms/bound-field.tsx'
import { ZodForm } from '#app/ui/forms/zod-form.tsx'
import { show } from '../support/show.tsx'

const schema = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('name'),
    version,
    contact: email,
    title: z.strictObject({ ar: requiredLine(20), fr: line(20) }),
    opensAt: wallTime,
    reasons: listOf(requiredLine(20)),
    kind: z.enum(['one', 'two'], 'errors.requiredChoice'),
    agreed: checkbox.refine((ticked) => ticked, 'errors.mustAccept'),
  }),
  z.strictObject({
    intent: z.literal('drop'),
    version,
    contact: z.string(),
    title: z.strictObject({ ar: z.string(), fr: z.string() }),
    opensAt: z.unknown(),
    reasons: z.unknown(),
    kind: z.unknown(),
    agreed: z.unknown(),
  }),
])
const choices = (...values: string[]) => values.map((value) => ({ value, label: `Choix ${value}` }))

function Page({ failure }: { failure: FormFailure | undefined }) {
  return (
    <ZodForm schema={schema} failure={failure} area="campaign" version={7}>
      <BoundText name="contact" label="Adresse" type="email" defaultValue="a@sabil.ma" />
      <BoundBilingual name="title" label="Titre" lines={1} values={{ ar: 'سبيل', fr: '' }} />
      <BoundDate name="opensAt" label="Ouverture" value="2026-03-05" />
      <BoundTime group="opensAt" name="opensAt.time" label="Heure" defaultValue="09:00" />
      <BoundCheckboxes name="reasons" label="Motifs" values={['a']} options={choices('a', 'b')} />
      <BoundRadios name="kind" label="Genre" value="one" options={choices('one', 'two')} />
      <BoundCheckbox name="agreed" label="D’accord" checked />
      <button name="intent" value="name">
        Enregistrer
      </button>
      <button name="intent" value="drop">
        Abandonner
      </button>
    </ZodForm>
  )
}

type Answer = (form: FormData) => Response | { failure: FormFailure }
const failure = (more: Partial<FormFailure>) => ({ failure: { fieldErrors: {}, typed: {}, ...more } })

/** The page of a route, its action, and every body that reached it. */
async function open(answer: Answer, left?: FormFailure) {
  const posted: FormData[] = []
  function Route() {
    useLoaderData()
    return <Page failure={(useActionData() as { failure?: FormFailure } | undefined)?.failure} />
  }
  const router = createMemoryRouter(
    [
      {
        path: '/',
        Component: Route,
        loader: () => null,
        action: async ({ request }) => {
          const form = await request.formData()
          posted.push(form)
          return answer(form)
        },
        children: [],
      },
    ],
    left ? { hydrationData: { actionData: { '0': { failure: left } }, loaderData: { '0': 0 } } } : {},
  )
  show(<RouterProvider router={router} />)
  await screen.findByLabelText('Adresse')
  return { posted, router }
}
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const type = (label: string, value: string) => fireEvent.change(field(label), { target: { value } })
const leave = (label: string, to: Element | null = null) =>
  act(async () => {
    fireEvent.blur(field(label), { relatedTarget: to })
  })
const press = (name: string) =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }))
  })
const errorOf = (id: string) => document.getElementById(`f-${id}-error`)?.textContent ?? null
const summary = () =>
  [...document.querySelectorAll('.err-summary a')].map((link) => link.getAttribute('href'))
const EMAIL = /adresse/i

afterEach(() => {
  document.body.innerHTML = ''
})

describe('before sending', () => {
  it('tells what is wrong with a field when the focus leaves it, and takes it back when it is right', async () => {
    await open(() => redirect('/'))
    type('Adresse', 'not an address')
    expect(errorOf('contact')).toBeNull()
    await leave('Adresse')
    expect(errorOf('contact')).toMatch(EMAIL)
    expect(field('Adresse').getAttribute('aria-describedby')).toBe('f-contact-error')
    expect(summary()).toEqual([])
    type('Adresse', 'b@sabil.ma')
    await leave('Adresse')
    expect(errorOf('contact')).toBeNull()
  })

  it('says nothing of the fields that were not left', async () => {
    await open(() => redirect('/'))
    type('العربية', '')
    type('Adresse', 'nothing')
    await leave('Adresse')
    expect(errorOf('title-ar')).toBeNull()
    await leave('العربية')
    expect(errorOf('title-ar')).toContain('Renseignez ce champ.')
  })

  it('checks a date with its hour, once both have been left', async () => {
    await open(() => redirect('/'))
    type('Jour', '31')
    type('Mois', '2')
    await leave('Mois', field('Année'))
    await leave('Année', field('Heure'))
    expect(errorOf('opensAt')).toBeNull()
    await leave('Heure')
    expect(errorOf('opensAt')).not.toBeNull()
  })

  it('sends nothing while something is wrong, and the summary receives the focus', async () => {
    const { posted } = await open(() => redirect('/'))
    type('Adresse', '')
    type('العربية', '')
    await press('Enregistrer')
    expect(posted).toEqual([])
    expect(summary()).toEqual(['#f-contact', '#f-title-ar'])
    expect(document.activeElement?.className).toBe('err-summary')
  })

  it('leaves the summary and the focus alone while the errors are repaired, and calls again at the next try', async () => {
    const { posted } = await open(() => redirect('/'))
    type('Adresse', '')
    type('العربية', '')
    await press('Enregistrer')
    field('Adresse').focus()
    await act(async () => {
      type('Adresse', 'c@sabil.ma')
    })
    await waitFor(() => expect(errorOf('contact')).toBeNull())
    expect(document.activeElement).toBe(field('Adresse'))
    expect(summary()).toHaveLength(2)
    await press('Enregistrer')
    expect(summary()).toEqual(['#f-title-ar'])
    expect(document.activeElement?.className).toBe('err-summary')
    expect(posted).toEqual([])
  })

  it('holds its tongue while a button is being pressed, so that the button does not move away', async () => {
    await open(() => redirect('/'))
    type('Adresse', 'sabil')
    fireEvent.pointerDown(screen.getByRole('button', { name: 'Enregistrer' }))
    await leave('Adresse')
    expect(errorOf('contact')).toBeNull()
    fireEvent.pointerUp(screen.getByRole('button', { name: 'Enregistrer' }))
    await leave('Adresse')
    expect(errorOf('contact')).toMatch(EMAIL)
  })

  it('checks what the button that was pressed asks for', async () => {
    const { posted } = await open(() => redirect('/'))
    type('Adresse', '')
    await press('Abandonner')
    await waitFor(() => expect(posted).toHaveLength(1))
    expect(posted[0]?.get('intent')).toBe('drop')
  })
})

describe('sending', () => {
  it('posts the native form, button and hidden fields included, as without script', async () => {
    const { posted } = await open(() => redirect('/'))
    fireEvent.click(field('Choix b'))
    await press('Enregistrer')
    await waitFor(() => expect(posted).toHaveLength(1))
    expect([...(posted[0]?.entries() ?? [])]).toEqual([
      ['version', '7'],
      ['contact', 'a@sabil.ma'],
      ['title.fr', ''],
      ['title.ar', 'سبيل'],
      ['opensAt.day', '5'],
      ['opensAt.month', '3'],
      ['opensAt.year', '2026'],
      ['opensAt.time', '09:00'],
      ['reasons', 'a'],
      ['reasons', 'b'],
      ['kind', 'one'],
      ['agreed', 'on'],
      ['intent', 'name'],
    ])
    expect(checkForm(posted[0] ?? new FormData(), schema).ok).toBe(true)
  })

  it('sends once, however often the button is pressed', async () => {
    const { posted } = await open(() => redirect('/'))
    const button = screen.getByRole('button', { name: 'Enregistrer' })
    await act(async () => {
      fireEvent.click(button)
      fireEvent.click(button)
    })
    await waitFor(() => expect(posted.length).toBeGreaterThan(0))
    expect(posted).toHaveLength(1)
  })

  it('starts again from what is stored once the act is done on the same page', async () => {
    const { posted } = await open(() => redirect('/'))
    type('Adresse', 'd@sabil.ma')
    await press('Enregistrer')
    await waitFor(() => expect(posted).toHaveLength(1))
    await waitFor(() => expect(field('Adresse').value).toBe('a@sabil.ma'))
    await press('Enregistrer')
    await waitFor(() => expect(posted).toHaveLength(2))
  })
})

describe('a refusal of the server', () => {
  const refuse: Answer = (form) =>
    failure({
      fieldErrors: { contact: 'errors.email' },
      typed: { contact: String(form.get('contact')) },
    })

  it('is painted at its field and in the summary, which receives the focus; what was typed stays', async () => {
    const { posted } = await open(refuse)
    type('Adresse', 'taken@sabil.ma')
    fireEvent.click(field('Choix b'))
    await press('Enregistrer')
    await waitFor(() => expect(summary()).toEqual(['#f-contact']))
    expect(posted).toHaveLength(1)
    expect(errorOf('contact')).toMatch(EMAIL)
    expect(document.activeElement?.className).toBe('err-summary')
    expect(field('Adresse').value).toBe('taken@sabil.ma')
    expect(field('Choix b').checked).toBe(true)
  })

  it('says the reason of the whole in words, takes the focus there, and keeps the version that was seen', async () => {
    const { posted } = await open(() =>
      failure({ formError: { reason: 'changed-elsewhere', facts: {} }, typed: { version: '6' } }),
    )
    type('Adresse', 'kept@sabil.ma')
    await press('Enregistrer')
    const alert = await screen.findByRole('alert')
    expect(alert.closest('[tabindex="-1"]')).toBe(document.activeElement)
    expect(field('Adresse').value).toBe('kept@sabil.ma')
    await press('Enregistrer')
    await waitFor(() => expect(posted).toHaveLength(2))
    expect(posted[1]?.get('version')).toBe('6')
  })

  it('is still there after its link to a field has been followed', async () => {
    const { router } = await open(refuse)
    await press('Enregistrer')
    await waitFor(() => expect(summary()).toEqual(['#f-contact']))
    await act(() => router.navigate('#f-contact'))
    expect(summary()).toEqual(['#f-contact'])
    expect(errorOf('contact')).toMatch(EMAIL)
  })

  it('does not stand in the way of another try', async () => {
    let tries = 0
    const { posted } = await open((form) => ((tries += 1) === 1 ? refuse(form) : redirect('/')))
    await press('Enregistrer')
    await waitFor(() => expect(summary()).toEqual(['#f-contact']))
    type('Adresse', 'free@sabil.ma')
    await press('Enregistrer')
    await waitFor(() => expect(posted).toHaveLength(2))
    await waitFor(() => expect(summary()).toEqual([]))
    expect(errorOf('contact')).toBeNull()
  })

  it('is all there without any script: errors at their fields, every answer as it was typed', () => {
    const left: FormFailure = {
      fieldErrors: {
        contact: 'errors.email',
        'title.ar': 'errors.required',
        opensAt: 'errors.date',
        odd: 'nonsense',
      },
      typed: { contact: 'x', 'title.fr': 'Sabil', 'opensAt.day': '31', reasons: 'a\nb', kind: 'two' },
    }
    const router = createMemoryRouter([{ path: '/', element: <Page failure={left} /> }])
    const html = renderToStaticMarkup(
      <TranslatorProvider translator={createTranslator('fr')}>
        <RouterProvider router={router} />
      </TranslatorProvider>,
    )
    document.body.innerHTML = html
    expect(summary()).toEqual(['#f-contact', '#f-title-ar', '#f-opensAt', '#f-odd'])
    expect(document.querySelector('.err-summary li:last-child')?.textContent).not.toContain('nonsense')
    expect(errorOf('contact')).toMatch(EMAIL)
    expect(errorOf('title-ar')).toContain('Renseignez ce champ.')
    expect(errorOf('title-fr')).toBeNull()
    expect(errorOf('opensAt')).not.toBeNull()
    const posted = [...new FormData(document.querySelector('form') ?? undefined).entries()]
    expect(Object.fromEntries(posted)).toMatchObject({
      version: '7',
      contact: 'x',
      'title.fr': 'Sabil',
      'opensAt.day': '31',
      kind: 'two',
    })
    expect(posted.filter(([name]) => name === 'reasons').map(([, value]) => value)).toEqual(['a', 'b'])
    expect(posted.some(([name]) => name === 'agreed')).toBe(false)
  })
})
