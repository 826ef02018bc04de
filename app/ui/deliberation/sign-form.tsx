import { Form } from '@remix-run/react'
import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { TextInput } from '../primitives/text-input.tsx'

/** A simple electronic signature, named as such: the phrase is typed, the hash of the document shown is posted back. */
export function SignForm({
  documentHash,
  failure,
}: {
  documentHash: string
  failure: FormFailure | undefined
}) {
  const t = useT()
  const key = failure?.fieldErrors['phrase']
  return (
    <Form method="post" noValidate className="form">
      <input type="hidden" name="intent" value="sign" />
      <input type="hidden" name="documentHash" value={documentHash} />
      <p>{t('deliberation.minutes.signLead')}</p>
      <TextInput
        name="phrase"
        label={t('deliberation.minutes.phraseLabel')}
        hint={<bdi>{t('deliberation.minutes.phrase')}</bdi>}
        autoComplete="off"
        defaultValue={failure?.typed['phrase']}
        error={key === undefined ? undefined : t(key)}
      />
      <Button variant="primary">{t('deliberation.minutes.sign')}</Button>
    </Form>
  )
}
