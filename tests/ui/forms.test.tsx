import { fireEvent, screen } from '@testing-library/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type FieldValues, useForm } from 'react-hook-form'
import { describe, expect, it } from 'vitest'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { createTranslator } from '#app/i18n/translator.ts'
import { BoundBilingual, BoundCheckboxes, BoundDate, BoundText } from '#app/ui/forms/bound-field.tsx'
import { type AnyForm, FormContext } from '#app/ui/forms/form-context.tsx'
import { messagesOf } from '#app/ui/forms/messages-of.ts'
import { toErrors } from '#app/ui/forms/use-zod-form.ts'
import { show } from './support/show.tsx'

const first = {
  url: 'sabil.ma',
  title: { ar: '', fr: '' },
  opened: { day: '14', month: '5', year: '2025' },
  languages: ['ar'],
}
let values: () => FieldValues = () => ({})

function Page({ early }: { early?: Record<string, string> }) {
  const form = useForm<FieldValues>({ defaultValues: first })
  values = () => form.getValues()
  return (
    <FormContext.Provider value={{ ...form, early } as unknown as AnyForm}>
      <form>
        <BoundText name="url" label="Adresse" type="url" />
        <BoundBilingual name="title" label="Titre" />
        <BoundDate name="opened" label="Ouverture" />
        <BoundCheckboxes
          name="languages"
          label="Langues"
          options={[
            { value: 'ar', label: 'Arabe' },
            { value: 'fr', label: 'Français (langue)' },
          ]}
        />
      </form>
    </FormContext.Provider>
  )
}

describe('a bound form', () => {
  it('shows the errors of the server at their fields without any script', () => {
    const html = renderToStaticMarkup(
      <TranslatorProvider translator={createTranslator('fr')}>
        <Page early={{ url: 'errors.url', 'title.ar': 'errors.required' }} />
      </TranslatorProvider>,
    )
    const page = new DOMParser().parseFromString(html, 'text/html')
    expect(page.getElementById('f-url-error')?.textContent).toContain('avec https:// au début')
    expect(page.getElementById('f-title-ar-error')?.textContent).toContain('Renseignez ce champ.')
    expect(page.getElementById('f-title-fr-error')).toBeNull()
  })

  it('hears every control, so that what is checked is what is posted', () => {
    show(<Page />)
    fireEvent.change(screen.getByLabelText('Adresse'), { target: { value: 'https://sabil.ma' } })
    fireEvent.change(screen.getByLabelText('العربية'), { target: { value: 'سبيل' } })
    fireEvent.change(screen.getByLabelText('Mois'), { target: { value: '6' } })
    fireEvent.click(screen.getByLabelText('Français (langue)'))
    expect(values()).toEqual({
      url: 'https://sabil.ma',
      title: { ar: 'سبيل', fr: '' },
      opened: { day: '14', month: '6', year: '2025' },
      languages: ['ar', 'fr'],
    })
  })

  it('turns dotted names into the shape of the form and back', () => {
    const flat = { 'answers.fr': 'errors.required', url: 'errors.url' }
    expect(messagesOf(toErrors(flat))).toEqual([
      { name: 'answers.fr', message: 'errors.required' },
      { name: 'url', message: 'errors.url' },
    ])
  })
})
