import type { Finding } from '#app/domain/nomination/finding.ts'
import { useT } from '#app/i18n/provider.tsx'
import { languageOf, questionOf } from '../nomination/words.ts'
import { Dots } from '../primitives/dots.tsx'
import { Icon } from '../primitives/icon.tsx'

/** Texts that lack a language are told by the language that they lack. */
const apart = (findings: readonly Finding[]): readonly (Omit<Finding, 'code'> & { code: string })[] =>
  findings.flatMap((finding): (Omit<Finding, 'code'> & { code: string })[] => {
    const { fields } = finding.facts
    if (finding.code !== 'translation-missing' || !Array.isArray(fields)) return [finding]
    return (['ar', 'fr'] as const).flatMap((language) => {
      const lacking = fields.map(String).filter((key) => languageOf(key) === language)
      if (lacking.length === 0) return []
      const named = lacking.map((key) => key.slice(0, -language.length - 1))
      return [{ ...finding, code: `translation-missing-${language}`, facts: { fields: named } }]
    })
  })

/** What the platform found by itself; it informs, a clerk decides. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const t = useT()
  if (findings.length === 0) return <p className="muted">{t('secretariat.findings.none')}</p>
  return (
    <ul className="stack stack--tight">
      {apart(findings).map((finding, index) => {
        const { fields, ...rest } = finding.facts
        const facts = Object.fromEntries(
          Object.entries(rest)
            .filter(([, fact]) => typeof fact !== 'object')
            .map(([name, fact]) => [name, name === 'year' ? String(fact) : fact]),
        ) as Record<string, string | number>
        return (
          <li key={index} className="finding">
            <Icon name={finding.weight === 'blocks' ? 'alert' : 'info'} />
            <p>
              {t(`secretariat.findings.${finding.code}`, facts)}
              {Array.isArray(fields) ? (
                <span className="muted">
                  {' '}
                  <Dots>{fields.map((key) => questionOf(t, String(key)))}</Dots>
                </span>
              ) : null}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
