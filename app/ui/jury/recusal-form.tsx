import { Form } from '@remix-run/react'
import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Select } from '../primitives/select.tsx'
import { TextInput } from '../primitives/text-input.tsx'

type Props = {
  seats: readonly { readonly id: string; readonly name: string }[]
  failure: FormFailure | undefined
}
const GROUNDS = ['employment', 'supervision', 'contract', 'family', 'other'] as const

/** A recusal recorded by the secretariat: a member, a file by its reference, and the kind of tie. */
export function RecusalForm({ seats, failure }: Props) {
  const t = useT()
  const error = (name: string): string | undefined => {
    const key = failure?.fieldErrors[name]
    return key === undefined ? undefined : t(key)
  }
  const typed = (name: string): string => failure?.typed[name] ?? ''
  return (
    <Form method="post" className="form" noValidate>
      <h2>{t('jury.recusals.record')}</h2>
      <p>{t('jury.recusals.pinned')}</p>
      <Select
        name="seatId"
        label={t('work.heat.juror')}
        defaultValue={typed('seatId')}
        error={error('seatId')}
        choices={seats.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput
        name="reference"
        label={t('jury.files.reference')}
        look="code"
        defaultValue={typed('reference')}
        error={error('reference')}
      />
      <Select
        name="ground"
        label={t('jury.interests.kind')}
        defaultValue={typed('ground')}
        error={error('ground')}
        choices={GROUNDS.map((value) => ({ value, label: t(`jury.interests.kinds.${value}`) }))}
      />
      <Button variant="danger" name="intent" value="pin">
        {t('jury.recusals.recuse')}
      </Button>
    </Form>
  )
}
