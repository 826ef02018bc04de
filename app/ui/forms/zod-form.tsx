import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { z } from 'zod'
import type { FormFailure } from '#app/forms/failure.ts'
import { classes } from '../primitives/classes.ts'
import { FormContext } from './form-context.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { useBinding } from './use-binding.ts'
import { useZodForm } from './use-zod-form.ts'

type Props = {
  /** The schema that the action reads the form with. */
  schema: z.ZodType<unknown, FieldValues>
  failure: FormFailure | undefined
  /** Where the words of a refusal are looked for first. */
  area: string
  /**
   * The version of what the page showed, posted back. After a refusal it stays what it was: whoever was overtaken
   * reads the page again before writing over somebody's change.
   */
  version?: number
  wide?: boolean
  children: ReactNode
}

/** A native form that posts where it stands; what was refused comes first. */
export function ZodForm({ schema, failure, area, version, wide, children }: Props) {
  const { form, element, refusal, accepted, onSubmit } = useZodForm(schema, failure)
  const { binding, onPress, onRelease } = useBinding(form, refusal.failure)
  return (
    <FormContext.Provider value={binding}>
      <Form
        key={accepted}
        ref={element}
        method="post"
        noValidate
        className={classes('form', wide === true && 'form--wide')}
        onSubmit={(event) => void onSubmit(event)}
        onPointerDownCapture={onPress}
        onPointerUpCapture={onRelease}
        onPointerCancelCapture={onRelease}
      >
        <RefusalNote
          key={refusal.turn}
          messages={refusal.messages}
          reason={refusal.isServers ? refusal.failure?.formError : undefined}
          area={area}
        />
        {version === undefined ? null : (
          <input type="hidden" name="version" value={binding.text('version', String(version))} />
        )}
        {children}
      </Form>
    </FormContext.Provider>
  )
}
