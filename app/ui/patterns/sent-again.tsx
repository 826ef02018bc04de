import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { FileInput } from '../primitives/file-input.tsx'
import { TextArea } from '../primitives/text-area.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { sentLabel } from './sent-labels.ts'

export type Sent = {
  readonly door: string
  readonly action: string
  /** The field of the file that came with it: nobody kept it, and no browser fills it in again. */
  readonly file: string | null
  /** Secret answers that came with it: no page shows them, and whoever knows them writes them once more. */
  readonly secrets?: readonly string[] | undefined
  readonly sent: readonly { readonly name: string; readonly value: string; readonly prose: boolean }[]
}

/** What an ended session kept from being done (`http/actor.server.ts`). */
export const isSent = (told: unknown): told is Sent =>
  typeof told === 'object' && told !== null && 'sent' in told && 'door' in told && 'action' in told

/** A form that came without a session: its words in view, the door in a tab of its own, and the same form once more. */
export function SentAgain({ told }: { told: Sent }) {
  const t = useT()
  return (
    <form
      method="post"
      action={told.action}
      encType={told.file === null ? undefined : 'multipart/form-data'}
      className="form"
    >
      <ol>
        <li>
          <a href={told.door} target="_blank" rel="noopener">
            {t('common.errorPage.again.door')}
          </a>
        </li>
        <li>{t('common.errorPage.again.then')}</li>
      </ol>
      {told.sent.map(({ name, value, prose }, i) =>
        prose ? (
          <TextArea
            key={i}
            id={`sent-${i}`}
            name={name}
            label={sentLabel(t, { name, value }, told.sent)}
            defaultValue={value}
            rows={6}
          />
        ) : (
          <input key={i} type="hidden" name={name} value={value} />
        ),
      )}
      {(told.secrets ?? []).map((name) => (
        <TextInput
          key={name}
          id={`sent-${name}`}
          name={name}
          label={t(`nomination.fields.${name}.label`)}
          hint={t('common.errorPage.again.secret')}
          autoComplete="off"
        />
      ))}
      {told.file === null ? null : (
        <FileInput id="sent-file" name={told.file} label={t('common.errorPage.again.file')} />
      )}
      <Button variant="primary">{t('common.errorPage.again.send')}</Button>
    </form>
  )
}
