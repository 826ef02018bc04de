import type { ReactNode } from 'react'
import type { Criterion } from '#app/domain/campaign/regulation.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { fieldId } from '../primitives/field.tsx'
import { NumberInput } from '../primitives/number-input.tsx'
import { Steps } from '../primitives/steps.tsx'

type End = { readonly points: string; readonly anchor: ReactNode | null }
type Props = {
  /** The criterion's name in the form: the field is `points.<code>`, its group keeps the place of `scores.<code>`. */
  code: string
  legend: ReactNode
  weight: ReactNode
  grid: NonNullable<Criterion['grid']>
  ends: readonly [lowest: End, highest: End]
  /** As written before; empty when nothing was. */
  value: string
  error?: string | undefined
}

/** Points on a scale of equal steps, written rather than chosen; both ends are said before the number is given. */
export function PointsEntry({ code, legend, weight, grid, ends, value, error }: Props) {
  const t = useT()
  const format = useFormat()
  return (
    <fieldset id={fieldId(`scores.${code}`)} tabIndex={-1}>
      <legend className="crit__title">
        <span className="crit__name">{legend}</span>
        <span className="crit__weight"> {weight}</span>
      </legend>
      <dl className="ends">
        {ends.map(({ points, anchor }) =>
          anchor === null ? null : (
            <div key={points}>
              <dt>
                <bdi>{format.decimal(points)}</bdi>
              </dt>
              <dd>{anchor}</dd>
            </div>
          ),
        )}
      </dl>
      <NumberInput
        name={`points.${code}`}
        decimals
        data-points=""
        label={t('work.score.points')}
        hint={<Steps grid={grid} />}
        defaultValue={value}
        error={error}
      />
    </fieldset>
  )
}
