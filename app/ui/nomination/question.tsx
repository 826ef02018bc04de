import type { AnswerValue, Row } from '#app/domain/nomination/answers.ts'
import { answerKeys, type Field } from '#app/domain/nomination/dossier-field.ts'
import { markName } from '#app/forms/nomination-answers.form.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BilingualField } from '../primitives/bilingual-field.tsx'
import { Checkbox, Checkboxes } from '../primitives/checkboxes.tsx'
import { DateInput } from '../primitives/date-input.tsx'
import { Radios } from '../primitives/radios.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { PartnerFields, RowsField } from './rows-field.tsx'
import { hintOf, labelOf, optionOf } from './words.ts'

export type AnswerShown = {
  readonly field: string
  readonly value: AnswerValue
  readonly stored: boolean
  readonly mark: string
}
export type QuestionProps = {
  readonly field: Field
  readonly answers: readonly AnswerShown[]
  /** Sentences by answer key. */
  readonly errors: Readonly<Record<string, string>>
  readonly unanswered: string
}

const textAt = (answers: readonly AnswerShown[], key: string): string => {
  const value = answers.find((answer) => answer.field === key)?.value
  return typeof value === 'string' ? value : ''
}
const listAt = (answers: readonly AnswerShown[], key: string): readonly string[] => {
  const value = answers.find((answer) => answer.field === key)?.value
  return Array.isArray(value) ? value.filter((member): member is string => typeof member === 'string') : []
}
const rowsAt = (answers: readonly AnswerShown[], key: string): readonly Row[] => {
  const value = answers.find((answer) => answer.field === key)?.value
  return Array.isArray(value) ? value.filter((member): member is Row => typeof member !== 'string') : []
}

/** The marks that say with which version and text each field was drawn. */
function Marks({ field, answers, unanswered }: QuestionProps) {
  return (
    <>
      {answerKeys(field).map((key) => (
        <input
          key={key}
          type="hidden"
          name={markName(key)}
          defaultValue={answers.find((answer) => answer.field === key)?.mark ?? unanswered}
        />
      ))}
    </>
  )
}

function Control({ field, answers, errors }: QuestionProps) {
  const t = useT()
  const { key, kind, required, options } = field
  const frame = {
    name: key,
    label: labelOf(t, key),
    hint: hintOf(t, field),
    error: errors[key],
    optional: !required,
    className: 'q',
  }
  if (field.languages !== 'none') {
    const { error: _, ...rest } = frame
    return (
      <BilingualField
        {...rest}
        values={{ ar: textAt(answers, `${key}.ar`), fr: textAt(answers, `${key}.fr`) }}
        errors={{
          ...(errors[`${key}.ar`] === undefined ? {} : { ar: errors[`${key}.ar`] ?? '' }),
          ...(errors[`${key}.fr`] === undefined ? {} : { fr: errors[`${key}.fr`] ?? '' }),
        }}
        limit={field.words?.max}
        lines={kind === 'text' ? 1 : 7}
      />
    )
  }
  switch (kind) {
    case 'date':
      return <DateInput {...frame} value={textAt(answers, key)} />
    case 'choice':
    case 'boolean': {
      const values = kind === 'boolean' ? ['yes', 'no'] : options
      const label = (value: string): string =>
        kind === 'boolean' ? t(`nomination.${value}`) : optionOf(t, key, value)
      return (
        <Radios
          {...frame}
          value={textAt(answers, key)}
          options={values.map((value) => ({ value, label: label(value) }))}
        />
      )
    }
    case 'multi': {
      const label = (value: string): string =>
        key === 'publicationConsent' ? labelOf(t, value) : optionOf(t, key, value)
      return (
        <Checkboxes
          {...frame}
          values={listAt(answers, key)}
          options={options.map((value) => ({ value, label: label(value) }))}
        />
      )
    }
    case 'declaration':
      return (
        <div className="q">
          <Checkbox
            name={key}
            value="yes"
            label={frame.label}
            note={frame.hint}
            checked={textAt(answers, key) === 'yes'}
            error={errors[key]}
          />
        </div>
      )
    case 'table':
    case 'beforeAfter':
      return <RowsField field={field} rows={rowsAt(answers, key)} error={errors[key]} />
    case 'partners':
      return <PartnerFields field={field} names={listAt(answers, key)} error={errors[key]} />
    case 'secret': {
      const stored = answers.some((answer) => answer.field === key && answer.stored)
      return (
        <TextInput
          {...frame}
          autoComplete="off"
          placeholder={stored ? t('nomination.secretStored') : undefined}
        />
      )
    }
    case 'url':
      return <TextInput {...frame} type="url" defaultValue={textAt(answers, key)} />
    default:
      return <TextInput {...frame} defaultValue={textAt(answers, key)} />
  }
}

/** One question of the dossier with its control and the marks of what the page showed. */
export function Question(props: QuestionProps) {
  if (props.field.kind === 'evidence') return null
  return (
    <>
      <Marks {...props} />
      <Control {...props} />
    </>
  )
}
