import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { classes } from '../primitives/classes.ts'
import { ErrorSummary } from '../primitives/error-summary.tsx'
import { type AnyForm, FormContext } from './form-context.tsx'
import { messagesOf, sentenceOf } from './messages-of.ts'
import type { ZodForm as ZodFormState } from './use-zod-form.ts'

type Props<I extends FieldValues, O> = {
  form: ZodFormState<I, O>
  action?: string
  /** A form with a file. */
  multipart?: boolean
  wide?: boolean
  children: ReactNode
}

/** A native form that posts where it stands; the summary of errors comes first. */
export function ZodForm<I extends FieldValues, O>({ form, action, multipart, wide, children }: Props<I, O>) {
  const t = useT()
  const early = Object.entries(form.early ?? {}).map(([name, message]) => ({ name, message }))
  const taken =
    form.formState.isSubmitted || form.failure !== undefined ? messagesOf(form.formState.errors) : []
  const shown = (early.length > 0 ? early : taken).map((error) => ({
    ...error,
    message: sentenceOf(t, error.message),
  }))
  const formError = form.failure?.formError
  return (
    <FormContext.Provider value={form as unknown as AnyForm}>
      <Form
        method="post"
        noValidate
        className={classes('form', wide === true && 'form--wide')}
        onSubmit={(event) => void form.onSubmit(event)}
        {...(action === undefined ? {} : { action })}
        {...(multipart === true ? { encType: 'multipart/form-data' as const } : {})}
      >
        <ErrorSummary errors={shown} />
        {formError === undefined ? null : (
          <Banner kind="bad" role="alert">
            {sentenceOf(t, formError)}
          </Banner>
        )}
        {children}
      </Form>
    </FormContext.Provider>
  )
}
