import { forwardRef, type InputHTMLAttributes, type ReactNode } from 'react'

type Props = { label: ReactNode; note?: ReactNode; kind: 'radio' | 'checkbox' } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'style'
>

/** One radio or box with its sentence; the whole row is the target. */
export const ChoiceRow = forwardRef<HTMLInputElement, Props>(function ChoiceRow(
  { label, note, kind, ...input },
  ref,
) {
  return (
    <label className="ck">
      <input ref={ref} type={kind} {...input} />
      <span>
        {label}
        {note === undefined ? null : <small>{note}</small>}
      </span>
    </label>
  )
})
