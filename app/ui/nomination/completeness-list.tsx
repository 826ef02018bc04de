import type { Completeness } from '#app/domain/nomination/completeness.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Icon } from '../primitives/icon.tsx'
import { fieldId } from '../primitives/field.tsx'
import { Link } from '../primitives/link.tsx'
import { problemOf, questionOf, sectionOf } from './words.ts'

/** `title.fr` is the French pane of one field; other keys are fields of their own. */
const anchorOf = (key: string): string => fieldId(key)

/** Section by section what is there and what is missing, each missing point a link to its field. */
export function CompletenessList({ id, completeness }: { id: string; completeness: Completeness }) {
  const t = useT()
  return (
    <ol className="told-sections">
      {completeness.sections.map((section) => (
        <li key={section.section} className={section.status === 'complete' ? 'is-complete' : undefined}>
          <Icon name={section.status === 'complete' ? 'check-circle' : 'circle-dashed'} />
          <h2 className="h-sm">
            <Link href={paths.nominationStep(t.locale, id, section.section)}>
              {section.number}. {sectionOf(t, section.section)}
            </Link>
          </h2>
          <ul className="stack stack--tight">
            {section.problems.map((problem, index) => (
              <li key={`${problem.field}-${index}`}>
                <a
                  href={
                    problem.field === 'evidence'
                      ? paths.nominationEvidence(t.locale, id)
                      : paths.nominationField(t.locale, id, section.section, anchorOf(problem.field))
                  }
                >
                  {questionOf(t, problem.field)}
                </a>{' '}
                {problemOf(t, problem)}
              </li>
            ))}
            {section.untranslated.map((key) => (
              <li key={key} className="sm muted">
                {questionOf(t, key)} {t('nomination.check.untranslated')}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
