import {
  type ChangeEvent,
  type FocusEvent,
  type FormEvent,
  type ReactNode,
  useContext,
  useState,
} from 'react'
import { dirOf, type Locale, localeFacts } from '#app/i18n/locales.ts'
import { useT } from '#app/i18n/provider.tsx'
import { classes } from './classes.ts'
import { Frozen } from './frozen.ts'
import { Counter, countWords } from './counter.tsx'
import { FieldError } from './field-error.tsx'
import { type FieldFrame, fieldId, Optional, labelId } from './field.tsx'
import { Hint } from './hint.tsx'
import { Icon } from './icon.tsx'

type Side = 'ar' | 'fr'
type Props = Omit<FieldFrame, 'counter' | 'error'> & {
  values: Readonly<Partial<Record<Side, string>>>
  errors?: Readonly<Partial<Record<Side, string>>> | undefined
  /** Words allowed in each language. */
  limit?: number | undefined
  lines?: number | undefined
  /** The side to reread because the other changed since. */
  stale?: Side | undefined
  /** Who is writing on a side. */
  writing?: Readonly<Partial<Record<Side, string>>> | undefined
  onChange?: ((side: Side, value: string) => void) | undefined
  /** What a bound form puts on each side. */
  controls?: Readonly<Record<Side, Control>> | undefined
}
type Control = {
  readonly onChange: (event: FormEvent<HTMLElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
}

/** The language of the page first, at the start side. */
export const sidesFor = (locale: Locale): readonly Side[] => (locale === 'ar' ? ['ar', 'fr'] : ['fr', 'ar'])

type PaneProps = Pick<Props, 'name' | 'limit' | 'lines' | 'onChange'> & {
  id: string
  side: Side
  value: string
  error: string | undefined
  described: string | undefined
  head: ReactNode
  stale: boolean
  bound: Control | undefined
}

function Pane({
  name,
  id,
  side,
  value,
  error,
  limit,
  lines = 5,
  described,
  head,
  stale,
  onChange,
  bound,
}: PaneProps) {
  const t = useT()
  const isFrozen = useContext(Frozen)
  const [words, setWords] = useState(countWords(value))
  const paneId = `${id}-${side}`
  const change = (event: ChangeEvent<HTMLTextAreaElement | HTMLInputElement>): void => {
    setWords(countWords(event.target.value))
    onChange?.(side, event.target.value)
    bound?.onChange(event)
  }
  const ties = [described, limit && `${paneId}-count`, error && `${paneId}-error`].filter(Boolean).join(' ')
  const control = {
    id: paneId,
    name: `${name}.${side}`,
    lang: side,
    dir: dirOf(side),
    className: 'bi__text',
    defaultValue: value,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': ties || undefined,
    onChange: change,
    onBlur: bound?.onBlur,
  }
  return (
    <div
      className={classes('bi__pane', (error || (limit !== undefined && words > limit)) && 'bi__pane--bad')}
    >
      <div className="bi__head" dir={dirOf(side)}>
        <label htmlFor={paneId} lang={side}>
          {localeFacts[side].endonym}
        </label>
        {head}
      </div>
      {lines === 1 && !isFrozen ? (
        <input type="text" {...control} />
      ) : (
        <textarea rows={isFrozen ? 1 : lines} {...control} />
      )}
      {limit === undefined && !stale ? null : (
        <div className="bi__foot" id={`${paneId}-count`}>
          {stale ? (
            <span className="bi__stale">
              <Icon name="split" />
              {t('work.bilingual.stale', {
                language: t(`common.language.${side === 'ar' ? 'fr' : 'ar'}`).toLowerCase(),
              })}
            </span>
          ) : null}
          {limit === undefined ? null : <Counter used={words} limit={limit} />}
        </div>
      )}
    </div>
  )
}

/** One question, two languages side by side, because they are read and scored together. Posts `name.ar` and `name.fr`. */
export function BilingualField({
  name,
  label,
  id = fieldId(name),
  hint,
  optional,
  className,
  ...props
}: Props) {
  const t = useT()
  const { values, errors = {}, limit, lines, stale, writing = {}, onChange, controls } = props
  return (
    <fieldset className={classes('field q', className)} id={id} tabIndex={-1}>
      <legend className="field__label" id={labelId(id)}>
        {label}
        <Optional show={optional} />
      </legend>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      <div className="bi">
        {sidesFor(t.locale).map((side) => (
          <Pane
            key={side}
            {...{ name, id, side, limit, lines, onChange }}
            value={values[side] ?? ''}
            error={errors[side]}
            described={hint ? `${id}-hint` : undefined}
            stale={stale === side}
            bound={controls?.[side]}
            head={
              writing[side] === undefined ? null : (
                <span className="presence">
                  <bdi>{t('work.bilingual.writing', { name: writing[side] })}</bdi>
                </span>
              )
            }
          />
        ))}
      </div>
      {sidesFor(t.locale).map((side) => (
        <div key={side} className="bi__err">
          {/* The control names its language itself: this is for whoever reads both messages below both panes. */}
          {errors[side] ? <b aria-hidden="true">{t(`common.language.${side}`)}</b> : null}
          <FieldError id={`${id}-${side}-error`} message={errors[side]} />
        </div>
      ))}
    </fieldset>
  )
}
