import type { FormFailure } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { reasonText } from '#app/i18n/reason.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { AutosaveForm } from '../forms/autosave-form.tsx'
import { fieldSentence } from '../forms/messages-of.ts'
import { Link } from '../primitives/link.tsx'
import { entriesTyped, groupTyped } from './entries-of.ts'
import { FlagLink } from './flag-link.tsx'
import { ScoreGrid, type SheetValues } from './score-grid.tsx'
import type { SheetPage } from './sheet-page.ts'
import { StandingSheet } from './standing-sheet.tsx'

type Props = {
  page: SheetPage
  failure: FormFailure | undefined
  standing: Parameters<typeof StandingSheet>[0]['standing'] | null
}

/** What the fields show: what was typed when the server refused it, else what is stored. */
function valuesOf({ page, failure, standing }: Props): SheetValues {
  const { sheet, rubric } = page
  if (!failure)
    return {
      version: sheet.version,
      entries: sheet.entries,
      written: {},
      pinned: {},
      confidence: sheet.confidence,
      remark: sheet.remark,
      privateNotes: sheet.privateNotes,
    }
  const { typed } = failure
  return {
    // Having seen what stands, the juror saves over it knowingly: the form then carries the newer version.
    version: standing ? sheet.version : Number(typed['version'] ?? sheet.version),
    entries: entriesTyped(rubric, typed),
    written: groupTyped(rubric, typed, 'points'),
    pinned: groupTyped(rubric, typed, 'pins'),
    confidence: typed['confidence'] ?? null,
    remark: typed['remark'] ?? '',
    privateNotes: typed['privateNotes'] ?? '',
  }
}

/** The seal button stands beside the total, outside the form that it sends. */
export const SHEET_FORM = 'sheet'

/** The sheet while it may change. */
export function DraftSheet(props: Props) {
  const { page, failure, standing } = props
  const t = useT()
  const locale = useLocale()
  const { sheet, rubric, personId } = page
  const formError = failure?.formError
  const errors = Object.fromEntries(
    Object.entries(failure?.fieldErrors ?? {}).map(([name, key]) => [
      name,
      fieldSentence(t, key, formError?.facts),
    ]),
  )
  return (
    <>
      {standing ? <StandingSheet rubric={rubric} standing={standing} /> : null}
      <AutosaveForm
        key={`${failure ? 'refused' : 'stored'} ${sheet.id}`}
        action={paths.scoreSheet(locale, sheet.id)}
        id={SHEET_FORM}
        copyKey={`sheet-${sheet.id}-${personId}`}
        outcome="notSealed"
        failure={
          failure && {
            fieldErrors: errors,
            formError: formError && reasonText(t, formError.reason, formError.facts, 'jury'),
          }
        }
        actions={<Link href={paths.abstainSheet(locale, sheet.id)}>{t('jury.sheet.abstain')}</Link>}
      >
        <ScoreGrid rubric={rubric} values={valuesOf(props)} errors={errors} />
      </AutosaveForm>
      {/* Not in the bar of the form, which stays in sight and must leave room for what is typed. */}
      <p className="sheet-flag">
        <FlagLink page={page} />
      </p>
    </>
  )
}
