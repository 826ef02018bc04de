import { zodResolver } from '@hookform/resolvers/zod'
import { useSubmit } from '@remix-run/react'
import { type FormEvent, useEffect, useState } from 'react'
import {
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  useForm,
  type UseFormReturn,
} from 'react-hook-form'
import type { z } from 'zod'
import type { FormFailure } from './failure.ts'

type Options<I extends FieldValues> = {
  readonly defaultValues: DefaultValues<I>
  readonly failure?: FormFailure | undefined
}
export type ZodForm<I extends FieldValues, O> = UseFormReturn<I, unknown, O> & {
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => Promise<void>
  readonly failure: FormFailure | undefined
  /** The server's errors until the script has taken over; React Hook Form takes them in an effect only. */
  readonly early: Readonly<Record<string, string>> | undefined
}

/** `{ 'answers.fr': key }` → the nested shape React Hook Form paints. */
export function toErrors<I extends FieldValues>(
  fieldErrors: Readonly<Record<string, string>>,
): FieldErrors<I> {
  const out: Record<string, unknown> = {}
  for (const [name, message] of Object.entries(fieldErrors)) {
    const path = name.split('.')
    const last = path.pop() ?? name
    let at = out
    for (const step of path) at = (at[step] ??= {}) as Record<string, unknown>
    at[last] = { type: 'server', message }
  }
  return out as FieldErrors<I>
}

/**
 * One schema, two sides: checks on blur, then submits the native form element, so that the body is the
 * same with or without script. Refusals of the server are painted in the same places.
 */
export function useZodForm<I extends FieldValues, O>(
  schema: z.ZodType<O, I>,
  options: Options<I>,
): ZodForm<I, O> {
  const submit = useSubmit()
  const { failure } = options
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const form = useForm<I, unknown, O>({
    resolver: zodResolver(schema),
    defaultValues: options.defaultValues,
    mode: 'onBlur',
    shouldFocusError: false, // the summary receives the focus
    ...(failure === undefined ? {} : { errors: toErrors<I>(failure.fieldErrors) }),
  })
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const element = event.currentTarget
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    await form.handleSubmit(() => submit((submitter as HTMLButtonElement | null) ?? element))(event)
  }
  return Object.assign({}, form, { onSubmit, failure, early: ready ? undefined : failure?.fieldErrors })
}
