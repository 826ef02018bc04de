import type { Rubric } from '#app/domain/campaign/regulation.ts'
import type { SheetProblems } from '#app/domain/scoring/sheet-problems.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { fieldId } from '../primitives/field.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'

type Props = { sheetId: string; rubric: Rubric; problems: SheetProblems }

/** What still prevents sealing, each a link to its field. */
export function MissingList({ sheetId, rubric, problems }: Props) {
  const t = useT()
  const locale = useLocale()
  const lines = [
    ...problems.missing.map((code) => ({ code, field: `scores.${code}`, key: 'jury.seal.levelMissing' })),
    ...problems.commentless.map((code) => ({
      code,
      field: `comments.${code}`,
      key: 'jury.seal.commentMissing',
    })),
  ]
  if (lines.length === 0) return <Banner kind="ok">{t('jury.seal.ready')}</Banner>
  return (
    <Banner kind="wait" title={t('jury.seal.missing', { count: lines.length })}>
      <ul>
        {lines.map(({ code, field, key }) => (
          <li key={field}>
            <Phrase
              k={key}
              parts={{
                criterion: (
                  <a href={`${paths.scoreSheet(locale, sheetId)}#${fieldId(field)}`}>
                    <LocalizedText text={rubric.criteria.find((one) => one.code === code)?.name ?? {}} />
                  </a>
                ),
              }}
            />
          </li>
        ))}
      </ul>
    </Banner>
  )
}
