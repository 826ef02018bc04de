import { Form } from '@remix-run/react'
import { type ReactNode, useRef } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { RefusalBanner } from '../primitives/refusal-banner.tsx'
import { Button } from '../primitives/button.tsx'
import { ErrorSummary } from '../primitives/error-summary.tsx'
import type { FormFailure } from './failure.ts'
import { sentenceOf } from './messages-of.ts'
import { SaveLine } from './save-line.tsx'
import { useAutosave } from './use-autosave.ts'

type Props = {
  action: string
  /** So that a button elsewhere on the page may send this form. */
  id?: string
  /** Names this form and this person on this device: `dossier-<id>-3-<personId>`. */
  copyKey: string
  /** When the server last saved, epoch milliseconds. */
  savedAt?: number | null
  outcome: 'notSent' | 'notSealed'
  failure?: FormFailure | undefined
  children: ReactNode
  /** Beside the Save button: next section, seal. */
  actions?: ReactNode
  saveLabel?: string
}

/** A native form whose Save button always works; with script it also saves by itself. */
export function AutosaveForm({
  action,
  id,
  copyKey,
  savedAt = null,
  outcome,
  failure,
  children,
  actions,
  saveLabel,
}: Props) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const autosave = useAutosave(form, copyKey)
  const errors = Object.entries(failure?.fieldErrors ?? {}).map(([name, key]) => ({
    name,
    message: sentenceOf(t, key),
  }))
  return (
    <Form ref={form} id={id} method="post" action={action} noValidate className="form form--wide">
      <ErrorSummary errors={errors} />
      {failure?.formError === undefined ? null : (
        <RefusalBanner of={failure}>{sentenceOf(t, failure.formError)}</RefusalBanner>
      )}
      {autosave.restored ? (
        <Banner
          kind="wait"
          role="status"
          action={
            <Button type="button" size="small" onClick={autosave.discard}>
              {t('work.autosave.discard')}
            </Button>
          }
        >
          {t('work.autosave.restored')}
        </Banner>
      ) : null}
      {children}
      <div className="acts acts--ruled">
        <Button icon="save" name="intent" value="save">
          {saveLabel ?? t('common.action.save')}
        </Button>
        {actions}
        <SaveLine state={autosave.state} savedAt={autosave.savedAt ?? savedAt} outcome={outcome} />
      </div>
    </Form>
  )
}
