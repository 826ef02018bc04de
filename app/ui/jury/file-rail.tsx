import { useEffect, useRef } from 'react'
import { paths } from '#app/http/paths.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { HiddenBecause } from '../patterns/hidden-because.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Progress } from '../primitives/progress.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Time } from '../primitives/time.tsx'
import type { Localized } from '#app/domain/kernel/localized.ts'

export type RailFile = {
  readonly nominationId: string
  readonly title: Localized
  readonly reference: string
  readonly sheetId: string | null
  readonly state: string | null
  readonly done: number
  readonly total: number
}
export type RailFacts = {
  /** Those around the file that is open. */
  readonly files: readonly RailFile[]
  /** Of all, shown or not. */
  readonly assigned: number
  readonly sealed: number
  readonly hidden: number
  readonly closesAt: number
}

const hrefOf = (locale: Locale, file: RailFile): string =>
  file.sheetId ? paths.scoreSheet(locale, file.sheetId) : paths.juryFile(locale, file.nominationId)

const isDone = (file: RailFile): boolean => file.state === 'sealed' || file.state === 'abstained'

/** One box per criterion, two paths whatever their number: a rail has many. */
function Pips({ done, total }: { done: number; total: number }) {
  const boxes = (from: number, to: number): string =>
    Array.from({ length: Math.max(0, to - from) }, (_, at) => `M${(from + at) * 11 + 0.5} .5h8v8h-8z`).join(
      '',
    )
  const width = Math.max(0, total * 11 - 2)
  return (
    <svg className="pips" aria-hidden="true" width={width} height="9" viewBox={`0 0 ${width} 9`}>
      <path className="on" d={boxes(0, done)} />
      <path d={boxes(done, total)} />
    </svg>
  )
}

/** To the file before and the file after in the rail, for whoever does not see the rail. */
export function NextFiles({ files, currentId }: { files: readonly RailFile[]; currentId: string }) {
  const t = useT()
  const locale = useLocale()
  const at = files.findIndex((file) => file.nominationId === currentId)
  const [before, after] = [files[at - 1], files[at + 1]]
  return (
    <div className="jy-head__next">
      {before === undefined ? null : (
        <ButtonLink
          className="btn--ic"
          href={hrefOf(locale, before)}
          rel="prev"
          aria-label={t('jury.files.previous')}
        >
          <Icon name="chevron-left" />
        </ButtonLink>
      )}
      {after === undefined ? null : (
        <ButtonLink
          className="btn--ic"
          href={hrefOf(locale, after)}
          rel="next"
          aria-label={t('jury.files.next')}
        >
          <Icon name="chevron-right" />
        </ButtonLink>
      )}
    </div>
  )
}

/** Brings the file that is open into the part of the rail that is seen, and moves nothing but the rail. */
function useHereInView(currentId: string) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const here = list.current?.querySelector('[aria-current]')
    const rail = here?.closest('.rail')
    if (!here || !rail) return
    const below = here.getBoundingClientRect().bottom - rail.getBoundingClientRect().bottom
    if (below > 0) rail.scrollTop += below + rail.clientHeight / 3
  }, [currentId])
  return list
}

/** My files around the one open, with one pip per criterion: never anybody else's figure. */
export function FileRail({
  mine,
  currentId,
  campaignId,
}: {
  mine: RailFacts
  currentId: string
  campaignId: string
}) {
  const t = useT()
  const locale = useLocale()
  const list = useHereInView(currentId)
  return (
    <>
      <div className="rail__sum">
        <b>
          <bdi>{t('common.counter.of', { value: mine.sealed, total: mine.assigned })}</bdi>
        </b>
        <p className="sm muted">{t('jury.files.sealedCount')}</p>
        <Progress value={mine.sealed} max={mine.assigned} label={t('jury.files.progress')} />
        {mine.hidden === 0 ? null : (
          <HiddenBecause reason="interest">{t('jury.files.hidden', { count: mine.hidden })}</HiddenBecause>
        )}
      </div>
      <ol ref={list}>
        {mine.files.map((file) => (
          <li key={file.nominationId}>
            <Link href={hrefOf(locale, file)} current={file.nominationId === currentId ? 'page' : undefined}>
              <span className="rail__name">
                <LocalizedText text={file.title} />
              </span>
              <span className="rail__score">{isDone(file) ? <Icon name="check" /> : null}</span>
              <span className="rail__state">
                <Pips done={file.done} total={file.total} />
                {isDone(file)
                  ? t(`work.sheet.${file.state}`)
                  : file.done === 0
                    ? t('work.sheet.to_score')
                    : t('common.counter.of', { value: file.done, total: file.total })}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <div className="rail__foot">
        {mine.files.length < mine.assigned ? (
          <p>
            <Link href={paths.juryFiles(locale, campaignId)}>{t('jury.files.title')}</Link>
          </p>
        ) : null}
        <Phrase k="jury.files.sealBefore" parts={{ date: <Time at={mine.closesAt} zone /> }} />
      </div>
    </>
  )
}
