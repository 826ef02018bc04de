import { useMemo, useRef } from 'react'
import type { FormFailure } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { reasonText } from '#app/i18n/reason.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { DeclaredNote } from '../jury/declared-note.tsx'
import { DossierMeta, DossierPane } from '../jury/dossier-pane.tsx'
import { FileRail, NextFiles } from '../jury/file-rail.tsx'
import { HiddenBecause } from '../patterns/hidden-because.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { WorkTitle } from '../shells/page-title.tsx'
import { SkipLink } from '../shells/skip-link.tsx'
import { SplitPane } from '../shells/split-pane.tsx'
import { digitsOf } from './digits-of.ts'
import { DraftSheet, SHEET_FORM } from './draft-sheet.tsx'
import { entriesTyped } from './entries-of.ts'
import { FlagLink } from './flag-link.tsx'
import { LiveTotal } from './live-total.tsx'
import { PlacesContext } from './pin-places.ts'
import { ScoringKeys } from './scoring-keys.tsx'
import { SealedSheet } from './sealed-sheet.tsx'
import { SecondRoundNote } from './second-round-note.tsx'
import type { StandingSheet } from './standing-sheet.tsx'
import type { SheetPage } from './sheet-page.ts'
import { useOpenCriterion } from './use-open-criterion.ts'
import { usePinMarks } from './use-pin-marks.ts'
import './score-sheet.css'

type Props = {
  page: SheetPage
  failure: FormFailure | undefined
  standing: Parameters<typeof StandingSheet>[0]['standing'] | null
}

/** My files, the dossier, and the rubric: three panes that scroll each on their own. */
export function ScoreSheetPage({ page, failure, standing }: Props) {
  const t = useT()
  const locale = useLocale()
  const root = useRef<HTMLDivElement>(null)
  useOpenCriterion(root)
  const { sheet, rubric, can, dossier, mine, currentId, sections } = page
  const places = useMemo(() => ({ sections, files: dossier.files }), [sections, dossier.files])
  usePinMarks(root, places)
  const stored = failure ? entriesTyped(rubric, failure.typed) : sheet.entries
  return (
    <PlacesContext.Provider value={places}>
      <SkipLink to="rubric" label={t('work.skip.rubric')} />
      <WorkTitle
        title={<LocalizedText text={dossier.title} />}
        meta={<DossierMeta dossier={dossier} />}
        aside={
          <>
            <DeclaredNote declaration={page.declaration} />
            <NextFiles files={mine.files} currentId={sheet.nominationId} />
          </>
        }
      />
      <SplitPane
        rail={<FileRail mine={mine} currentId={sheet.nominationId} campaignId={sheet.campaignId} />}
        dossier={<DossierPane dossier={dossier} />}
        rubric={
          <div ref={root}>
            <div className="rub__head">
              <b>{t('jury.sheet.title')}</b>
              <HiddenBecause reason="blind" />
            </div>
            {rubric.example ? <Banner kind="info">{t('jury.sheet.example')}</Banner> : null}
            {sheet.isSecondRound ? <SecondRoundNote percents={page.roundPercents} /> : null}
            {currentId === sheet.id ? null : (
              <Banner
                kind="wait"
                action={<Link href={paths.scoreSheet(locale, currentId)}>{t('jury.sheet.toCurrent')}</Link>}
              >
                {t('jury.sheet.superseded')}
              </Banner>
            )}
            {can.reason === null || sheet.state !== 'draft' ? null : (
              <Banner kind="info">{reasonText(t, can.reason, {}, 'jury')}</Banner>
            )}
            {sheet.state === 'draft' ? (
              <DraftSheet page={page} failure={failure} standing={standing} />
            ) : (
              <SealedSheet
                {...{ rubric, sheet }}
                receiptHref={paths.sheetReceipt(locale, sheet.id)}
                flag={<FlagLink page={page} />}
              />
            )}
          </div>
        }
        total={
          <>
            <LiveTotal
              key={sheet.id}
              root={root}
              rubric={rubric}
              version={sheet.version}
              stored={stored}
              action={
                sheet.state === 'draft' ? (
                  // One seal button; it saves first and then shows what is missing.
                  <Button variant="primary" form={SHEET_FORM} name="intent" value="seal" icon="lock">
                    {t('jury.sheet.seal')}
                  </Button>
                ) : null
              }
            />
            <ScoringKeys
              root={root}
              shortcuts={page.shortcuts}
              digits={digitsOf(rubric)}
              marking={sheet.state === 'draft'}
            />
          </>
        }
      />
    </PlacesContext.Provider>
  )
}
