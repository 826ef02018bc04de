import { type FocusEvent, type PointerEvent, useRef } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import type { BoundForm, Registered } from './form-context.tsx'
import { fieldSentence, messageAt } from './messages-of.ts'

const nameOf = (target: EventTarget | null): string =>
  target instanceof Element ? (target.getAttribute('name') ?? '') : ''

/** Does the focus go to another control of the same group (`opensAt.day` → `opensAt.time`, box → box)? */
const staysIn = (group: string, { relatedTarget }: FocusEvent): boolean =>
  nameOf(relatedTarget) === group || nameOf(relatedTarget).startsWith(`${group}.`)

/** What the fields of a form are told: their registration, their message, and the value they start from. */
export function useBinding(form: UseFormReturn<FieldValues>, failure: FormFailure | undefined) {
  const t = useT()
  const { errors } = form.formState
  const typed = failure?.typed
  // A message that appears between press and release moves the button away from under the pointer.
  const isPressing = useRef(false)
  const onPress = ({ target }: PointerEvent): void => {
    isPressing.current = target instanceof Element && target.closest('button, a[href]') !== null
  }
  const onRelease = (): void => {
    isPressing.current = false
  }
  const registered = (name: string, leave: (event: FocusEvent, check: () => void) => void): Registered => {
    const { onChange, onBlur } = form.register(name)
    return {
      name,
      onChange: (event) => void onChange(event),
      onBlur: (event) => {
        if (!isPressing.current) leave(event, () => void onBlur(event))
      },
    }
  }
  const binding: BoundForm = {
    register: (name) => registered(name, (_, check) => check()),
    registerGroup: (group, name) =>
      registered(name, (event) => {
        if (!staysIn(group, event)) void form.trigger(group)
      }),
    error: (name) => {
      const key = messageAt(errors, name)
      return key === undefined ? undefined : fieldSentence(t, key, failure?.formError?.facts)
    },
    text: (name, stored) => typed?.[name] ?? stored,
    ticked: (name, stored) => (typed === undefined ? stored : typed[name] !== undefined),
    list: (name, stored) => (typed === undefined ? stored : (typed[name]?.split('\n') ?? [])),
  }
  return { binding, onPress, onRelease }
}
