import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import type { Field } from '#app/domain/nomination/dossier-field.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Dots } from '../primitives/dots.tsx'
import { Section } from '../shells/page-title.tsx'
import { columnOf, hintOf, labelOf, optionOf, sectionOf } from '../nomination/words.ts'
import { workLocale } from './site-shell.tsx'

const OWN_OPTIONS = new Set(['publicationConsent'])

function Told({ parts }: { parts: readonly string[] }) {
  if (parts.length === 0) return null
  return (
    <p className="sm muted">
      <Dots>{parts}</Dots>
    </p>
  )
}

function Limits({ field }: { field: Field }) {
  const t = useT()
  const words =
    field.words === null
      ? null
      : field.words.min > 0
        ? t('public.questions.wordsBetween', { min: field.words.min, max: field.words.max })
        : t('public.questions.wordsMax', { count: field.words.max })
  const parts = [
    words,
    field.languages === 'none' ? null : t(`public.questions.language.${field.languages}`),
    field.rows === null ? null : t('public.questions.rows', { count: field.rows.max }),
    field.publishable ? t('public.questions.publishable') : null,
  ].filter((part) => part !== null)
  return <Told parts={parts} />
}

/** Words of the form exist in Arabic and French; on the other pages they are marked as French. */
function Words({ field }: { field: Field }) {
  const t = useT()
  const lang = workLocale(t.locale) === t.locale ? undefined : 'fr'
  const hint = hintOf(t, field)
  const listed = OWN_OPTIONS.has(field.key)
    ? []
    : field.options.map((option) => optionOf(t, field.key, option))
  const columns = field.columns.map(({ code }) => columnOf(t, field.key, code))
  return (
    <div lang={lang}>
      <h3>
        {labelOf(t, field.key)}
        {field.required ? null : (
          <span className="field__optional" lang={t.locale}>
            {' '}
            ({t('common.field.optional')})
          </span>
        )}
      </h3>
      {hint === undefined ? null : <p className="sm">{hint}</p>}
      <Told parts={listed} />
      <Told parts={columns} />
    </div>
  )
}

/** Every question of the dossier with its limits, before anybody has an account. */
export function DossierQuestions() {
  const t = useT()
  const lang = workLocale(t.locale) === t.locale ? undefined : 'fr'
  return (
    <>
      {DEFAULT_FORM.sections.map((section) => (
        <Section
          key={section.code}
          id={section.code}
          title={
            <>
              {section.number}. <span lang={lang}>{sectionOf(t, section.code)}</span>
            </>
          }
        >
          <ul className="questions">
            {section.fields.map((field) => (
              <li key={field.key}>
                <Words field={field} />
                <Limits field={field} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}
