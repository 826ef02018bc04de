import type { ChangeEvent, ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { fieldId, labelId } from '../primitives/field.tsx'
import { FieldError } from '../primitives/field-error.tsx'

export type ScoreLevel = { readonly level: number; readonly anchor: ReactNode | null }
type Props = {
  name: string
  legend: ReactNode
  weight?: ReactNode
  levels: readonly ScoreLevel[]
  /** Nothing is preselected. */
  value?: number | null | undefined
  error?: string | undefined
  onChange?: ((event: ChangeEvent<HTMLInputElement>) => void) | undefined
}

/** A level without its own sentence says which two it lies between. */
function betweenOf(levels: readonly ScoreLevel[], index: number): { low: number; high: number } | null {
  const low = levels.slice(0, index).findLast((level) => level.anchor !== null)
  const high = levels.slice(index + 1).find((level) => level.anchor !== null)
  return low === undefined || high === undefined ? null : { low: low.level, high: high.level }
}

/** One row a level, the sentence read before the number is given. */
export function ScoreSelector({ name, legend, weight, levels, value, error, onChange }: Props) {
  const t = useT()
  const id = fieldId(name)
  // Said at each choice, as the other groups of choices of the house say it.
  const invalid = error ? { 'aria-invalid': true } : {}
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="crit__title">
        <span className="crit__name" id={labelId(id)}>
          {legend}
        </span>
        {weight === undefined ? null : <span className="crit__weight"> {weight}</span>}
      </legend>
      <div className="levels">
        {levels.map((level, i) => {
          const between = level.anchor === null ? betweenOf(levels, i) : null
          return (
            <label className="levels__level" key={level.level}>
              <input
                type="radio"
                name={name}
                value={level.level}
                defaultChecked={value === level.level}
                data-level={level.level}
                {...invalid}
                onChange={onChange}
              />
              <span className="levels__row">
                <bdi className="levels__digit">{level.level}</bdi>{' '}
                <span className={between === null ? 'levels__words' : 'levels__words levels__between'}>
                  {between === null
                    ? (level.anchor ?? t('work.score.level', { level: level.level }))
                    : t('work.score.between', between)}
                </span>
              </span>
            </label>
          )
        })}
      </div>
      <FieldError id={`${id}-error`} message={error} />
    </fieldset>
  )
}
