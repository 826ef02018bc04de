import type { ReactNode } from 'react'
import type { FormFailure } from '#app/forms/failure.ts'
import type { Translator } from '#app/i18n/instance.ts'
import { useT } from '#app/i18n/provider.tsx'
import { reasonText } from '#app/i18n/reason.ts'
import { RefusalBanner } from '../primitives/refusal-banner.tsx'
import { ErrorSummary } from '../primitives/error-summary.tsx'
import { fieldId } from '../primitives/field.tsx'

type Props = {
  failure?: FormFailure | undefined
  action?: string
  /** Where a field has an id of its own, since another form of the page has one of the same name. */
  idOf?: Readonly<Record<string, string>>
  children: ReactNode
}

/** The sentence of a field's error, with the facts of the refusal. */
export const errorAt = (
  t: Translator,
  failure: FormFailure | undefined,
  name: string,
): string | undefined => {
  const key = failure?.fieldErrors[name]
  return key === undefined ? undefined : t(key, failure?.formError?.facts ?? {})
}

/** `429` and `503` in words: when one may come back, what is still there, and how to send it again. */
function ComeBack({ of: { reason, facts } }: { of: NonNullable<FormFailure['formError']> }) {
  const t = useT()
  if (reason !== 'throttled' && reason !== 'busy') return null
  const minutes = Math.ceil(Number(facts?.['retryAfterSeconds'] ?? 0) / 60)
  const [unit, count] = minutes < 120 ? ['minutes', minutes] : ['hours', Math.ceil(minutes / 60)]
  return (
    <>
      {minutes === 0 ? null : t(`account.comeBack.${unit}`, { count })} {t('account.comeBack.kept')}
    </>
  )
}

/** A native form: the page needs no script. What was refused comes first, each point a link to its field. */
export function AccountForm({ failure, action, idOf = {}, children }: Props) {
  const t = useT()
  const names = Object.keys(failure?.fieldErrors ?? {})
  const errors = names.map((name) => ({
    name,
    message: errorAt(t, failure, name) ?? '',
    href: `#${idOf[name] ?? fieldId(name)}`,
    label: t.has(`account.field.${name}`) ? t(`account.field.${name}`) : undefined,
  }))
  const whole = failure?.formError
  return (
    <form method="post" className="form" noValidate {...(action === undefined ? {} : { action })}>
      <ErrorSummary errors={errors} />
      {whole && names.length === 0 ? (
        <RefusalBanner of={failure}>
          {reasonText(t, whole.reason, whole.facts, 'account')} <ComeBack of={whole} />
        </RefusalBanner>
      ) : null}
      {children}
    </form>
  )
}
