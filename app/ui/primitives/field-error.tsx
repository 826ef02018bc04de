import { useT } from '#app/i18n/provider.tsx'
import { Icon } from './icon.tsx'

/** What is wrong and how to repair it. The word "error" is said, not only coloured. */
export function FieldError({ id, message }: { id?: string | undefined; message: string | undefined }) {
  const t = useT()
  if (message === undefined || message === '') return null
  return (
    <p className="err" id={id}>
      <Icon name="alert" />
      <span>
        <span className="vh">{t('common.field.error')} </span>
        {message}
      </span>
    </p>
  )
}
