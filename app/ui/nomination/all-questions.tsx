import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { useT } from '#app/i18n/provider.tsx'
import { hintOf, labelOf, optionOf, sectionOf } from './words.ts'
import { Dots } from '../primitives/dots.tsx'

/** Every question of the dossier with its limits, readable before anybody has an account (A20). No script. */
export function AllQuestions() {
  const t = useT()
  return (
    <>
      {DEFAULT_FORM.sections.map((section) => (
        <section key={section.code} className="stack">
          <h2 className="h-sec">
            {section.number}. {sectionOf(t, section.code)}
          </h2>
          <ul className="stack stack--tight">
            {section.fields.map((field) => (
              <li key={field.key}>
                <b>{labelOf(t, field.key)}</b> {field.required ? null : `(${t('common.field.optional')})`}
                {hintOf(t, field) === undefined ? null : <p className="sm muted">{hintOf(t, field)}</p>}
                <p className="sm muted">
                  {field.words === null ? null : t('nomination.limit.words', { count: field.words.max })}{' '}
                  {field.languages === 'both'
                    ? t('nomination.limit.both')
                    : field.languages === 'either'
                      ? t('nomination.limit.either')
                      : null}
                  {field.key === 'publicationConsent' ? null : (
                    <Dots>{field.options.map((option) => optionOf(t, field.key, option))}</Dots>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
