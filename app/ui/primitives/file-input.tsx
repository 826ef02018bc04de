import { forwardRef } from 'react'
import { Field, type FieldFrame } from './field.tsx'

type Props = FieldFrame & { accept?: string; multiple?: boolean }

/** A real file control, always there; the limits are said in its hint before anything is sent. */
export const FileInput = forwardRef<HTMLInputElement, Props>(function FileInput(
  { accept, multiple, ...frame },
  ref,
) {
  return (
    <Field {...frame}>
      {(ties) => (
        <input
          ref={ref}
          type="file"
          name={frame.name}
          accept={accept}
          multiple={multiple}
          {...ties}
          className="inp"
        />
      )}
    </Field>
  )
})
