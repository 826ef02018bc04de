import { zodResolver } from '@hookform/resolvers/zod'
import { useLocation, useSubmit } from '@remix-run/react'
import { type FormEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { type FieldValues, type Resolver, useForm, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { FormFailure } from '#app/forms/failure.ts'
import { type FieldMessage, messagesOf, toErrors } from './messages-of.ts'
import { postedFields } from './posted-fields.ts'

/** What a refused form shows first: of this browser's check or of the server's. `turn` counts the refusals. */
type Refusal = {
  readonly turn: number
  readonly messages: readonly FieldMessage[]
  readonly failure: FormFailure | undefined
  readonly isServers: boolean
}
export type ZodForm = {
  readonly form: UseFormReturn<FieldValues>
  readonly element: RefObject<HTMLFormElement>
  readonly refusal: Refusal
  /** Counts what was accepted on this page: the fields then start again from what is stored. */
  readonly accepted: number
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => Promise<void>
}

const NOTHING: Readonly<Record<string, string>> = {}
const serversRefusal = (turn: number, failure: FormFailure | undefined): Refusal => ({
  turn,
  failure,
  isServers: true,
  messages: Object.entries(failure?.fieldErrors ?? NOTHING).map(([name, message]) => ({ name, message })),
})

/**
 * The last refusal: the server's, until this browser refuses something in its turn. It is held until an act is
 * accepted: the router forgets an action's answer as soon as a link to a field is followed.
 */
function useRefusal(failure: FormFailure | undefined) {
  const [refusal, setRefusal] = useState(() => serversRefusal(0, failure))
  if (failure !== undefined && refusal.failure !== failure)
    setRefusal(serversRefusal(refusal.turn + 1, failure))
  const refuse = (messages: readonly FieldMessage[]): void =>
    setRefusal((last) => ({ ...last, turn: last.turn + 1, messages, isServers: false }))
  const forget = (): void => setRefusal(({ turn }) => serversRefusal(turn + 1, undefined))
  return { refusal, refuse, forget }
}

/** Tells when the server has answered what was sent: a navigation ends, and has its own key. */
function useAnswered(onAnswer: () => void) {
  const { key } = useLocation()
  const sentFrom = useRef<string | null>(null)
  useEffect(() => {
    if (sentFrom.current === null || sentFrom.current === key) return
    sentFrom.current = null
    onAnswer()
  })
  return { sentFrom, key }
}

/**
 * One schema, two sides. The browser checks what it would post, read as the server reads it, on blur and before it is
 * sent; then it submits the native form, so that the body is the same with or without script. Refusals of the server
 * are painted in the same places.
 */
export function useZodForm(schema: z.ZodType<unknown, FieldValues>, failure?: FormFailure): ZodForm {
  const submit = useSubmit()
  const element = useRef<HTMLFormElement>(null)
  const pressed = useRef<HTMLElement | null>(null)
  const checking = useRef(false)
  const [accepted, setAccepted] = useState(0)
  const { refusal, refuse, forget } = useRefusal(failure)
  const errors = useMemo(() => toErrors(refusal.failure?.fieldErrors ?? NOTHING), [refusal.failure])
  const resolver = useMemo((): Resolver<FieldValues> => {
    const check = zodResolver(schema) as Resolver<FieldValues>
    return (_, context, options) =>
      check(element.current === null ? {} : postedFields(element.current, pressed.current), context, options)
  }, [schema])
  const form = useForm<FieldValues>({
    resolver,
    mode: 'onBlur',
    shouldFocusError: false, // the summary receives the focus
    errors,
  })
  const { sentFrom, key } = useAnswered(() => {
    if (failure !== undefined) return
    forget()
    form.reset()
    setAccepted((count) => count + 1)
  })
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (checking.current || sentFrom.current !== null) return
    const target = event.currentTarget
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    checking.current = true
    pressed.current = button
    const send = (): void => {
      sentFrom.current = key
      submit(button ?? target)
    }
    await form.handleSubmit(send, (found) => refuse(messagesOf(found)))(event)
    checking.current = false
    pressed.current = null
  }
  return { form, element, refusal, accepted, onSubmit }
}
