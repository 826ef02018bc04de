import type { Finding } from '#app/domain/nomination/finding.ts'
import { useT } from '#app/i18n/provider.tsx'
import { questionOf } from '../nomination/words.ts'
import { Dots } from '../primitives/dots.tsx'
import { Icon } from '../primitives/icon.tsx'

/** What the platform found by itself; it informs, a clerk decides. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const t = useT()
  if (findings.length === 0) return <p className="muted">{t('secretariat.findings.none')}</p>
  return (
    <ul className="stack stack--tight">
      {findings.map((finding, index) => {
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
