import type { Localized } from '#app/domain/kernel/localized.ts'
import { paths } from '#app/http/paths.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { labelOf } from '../nomination/words.ts'
import { EmptyState } from '../patterns/empty-state.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Kept } from '../primitives/kept.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Tabs } from '../primitives/tabs.tsx'
import { Time } from '../primitives/time.tsx'
import { usePartInView } from '../shells/use-part-in-view.ts'

export type PaneDossier = {
  readonly reference: string
  readonly title: Localized
  readonly lead: Localized
  readonly versionNumber: number | null
  readonly receivedAt: number | null
  /** The drawn answers; null when they came with the page, or when nothing was deposited. */
  readonly answers: string | null
  readonly nominationId: string
  readonly hasTestAccount: boolean
  readonly files: readonly {
    readonly number: number
    readonly fileId: string
    readonly title: string
    readonly claim: string
    readonly name: string
    readonly mediaType: string
    readonly size: number
  }[]
}

/** Reference, lead and version under a title. */
export function DossierMeta({ dossier }: { dossier: PaneDossier }) {
  return (
    <>
      <Reference code>{dossier.reference}</Reference>
      <LocalizedText text={dossier.lead} />
      {dossier.versionNumber === null || dossier.receivedAt === null ? null : (
        <span>
          <Phrase
            k="jury.dossier.version"
            values={{ number: dossier.versionNumber }}
            parts={{ date: <Time at={dossier.receivedAt} show="date" /> }}
          />
        </span>
      )}
    </>
  )
}

const PARTS = ['dossier', 'evidence'] as const

/** Answers first, then the evidence; both on one page, reached by anchors. */
export function DossierPane({ dossier }: { dossier: PaneDossier }) {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const count = dossier.files.length
  const part = usePartInView(PARTS)
  const at = (name: (typeof PARTS)[number]) => (part === name ? { current: 'location' as const } : {})
  return (
    <>
      <Tabs
        label={t('jury.dossier.parts')}
        tabs={[
          { href: '#dossier', label: t('jury.dossier.answers'), ...at('dossier') },
          {
            href: '#evidence',
            ...at('evidence'),
            label: count === 0 ? t('jury.dossier.noEvidence') : t('jury.dossier.evidence', { count }),
          },
        ]}
      />
      <div className="doc__body">
        {dossier.hasTestAccount ? (
          <div className="acts">
            <ButtonLink href={paths.juryTestAccount(locale, dossier.nominationId)} size="small" icon="lock">
              {t('jury.testAccount.link')}
            </ButtonLink>
          </div>
        ) : null}
        {dossier.versionNumber === null ? (
          <EmptyState title={t('jury.dossier.none')} />
        ) : (
          <Kept
            key={`${dossier.reference} ${dossier.versionNumber}`}
            id="answers"
            className="sheet"
            html={dossier.answers}
          />
        )}
        <section id="evidence">
          <h2>{count === 0 ? t('jury.dossier.evidenceTitle') : t('jury.dossier.evidence', { count })}</h2>
          {count === 0 ? (
            <p className="muted">{t('nomination.evidence.none')}</p>
          ) : (
            <ul className="documents">
              {dossier.files.map((file) => (
                <li key={file.fileId}>
                  <b>
                    <bdi>{`P${file.number}`}</bdi>
                  </b>{' '}
                  <Link
                    className="link"
                    href={paths.file(file.fileId)}
                    download
                    pdf={file.mediaType === 'application/pdf'}
                    icon="paperclip"
                    meta={t('common.pair.named', {
                      name: file.mediaType.split('/')[1]?.toUpperCase() ?? '',
                      detail: format.fileSize(file.size),
                    })}
                  >
                    <bdi dir="auto">{file.title || file.name}</bdi>
                  </Link>
                  <div className="muted">
                    {t('nomination.evidence.proves', { claim: labelOf(t, file.claim) })}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  )
}
