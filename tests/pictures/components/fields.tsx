import { Checkboxes } from '#app/ui/primitives/checkboxes.tsx'
import { DateInput } from '#app/ui/primitives/date-input.tsx'
import { Radios } from '#app/ui/primitives/radios.tsx'
import { Select } from '#app/ui/primitives/select.tsx'
import { TextInput } from '#app/ui/primitives/text-input.tsx'

export const Fields = () => (
  <div className="sheet-fields">
    <TextInput
      name="name"
      label="Nom du service"
      hint="Tel que les usagers le connaissent."
      defaultValue="Sabil"
      data-force="focus-visible"
    />
    <TextInput
      name="url"
      type="url"
      label="Adresse du service"
      defaultValue="sabil.ma"
      error="Ajoutez https:// au début de l’adresse."
    />
    <DateInput name="opened" label="Date d’ouverture" hint="Par exemple 14 5 2025." value="2025-05-14" />
    <Select name="category" label="Catégorie" empty={false} choices={[{ value: 'a', label: 'E-démarche' }]} />
    <Checkboxes
      name="languages"
      label="Langues du service"
      values={['ar', 'zgh']}
      options={[
        { value: 'ar', label: 'Arabe' },
        { value: 'zgh', label: 'Amazighe' },
        { value: 'en', label: 'Anglais' },
      ]}
    />
    <Radios
      name="paid"
      label="Le service est payant"
      value="no"
      options={[
        { value: 'no', label: 'Non' },
        { value: 'yes', label: 'Oui, pour certains usagers' },
      ]}
    />
  </div>
)
