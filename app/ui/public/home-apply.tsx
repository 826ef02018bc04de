import { paths } from '#app/http/paths.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import { Section } from '../shells/page-title.tsx'

export type EvidenceLimits = {
  readonly files: number
  readonly bytesEach: number
  readonly videoSeconds: number
}
const STEPS = ['account', 'write', 'visa', 'send'] as const
const PIECES = ['form', 'summary', 'usage', 'evidence', 'video', 'visa'] as const

type Props = {
  closesAt: number | null
  limits: EvidenceLimits | null
  /** The page of the questions does not lead to itself. */
  onQuestions?: boolean
}

/** Four steps, and the sheet that administrations print and pass around. */
export function HomeApply({ closesAt, limits, onQuestions = false }: Props) {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const facts = {
    date: closesAt === null ? '' : format.date(closesAt, 'long', false),
    size: format.fileSize(limits?.bytesEach ?? 20 * 1024 * 1024),
  }
  /** What is counted in the words of a paper. */
  const counts: Readonly<Partial<Record<(typeof PIECES)[number], number>>> = {
    evidence: limits?.files ?? 10,
    video: Math.round((limits?.videoSeconds ?? 180) / 60),
  }
  return (
    <Section
      id="apply"
      title={t('common.nav.apply')}
      lead={t('public.home.applyLead')}
      link={
        onQuestions ? undefined : (
          <Link className="link" href={paths.questions(locale)} iconEnd="arrow-right">
            {t('public.questions.title')}
          </Link>
        )
      }
    >
      <div className="apply">
        <ol className="steps">
          {STEPS.map((step) => (
            <li key={step}>
              <div>
                <h3>
                  {t(
                    step === 'send' && closesAt === null
                      ? 'public.home.step.sendPlain'
                      : `public.home.step.${step}`,
                    facts,
                  )}
                </h3>
                <p>{t(`public.home.stepText.${step}`, facts)}</p>
              </div>
            </li>
          ))}
        </ol>
        <div className="dossier">
          <h3>{t('public.home.pieces')}</h3>
          <p>{t('public.home.piecesLead')}</p>
          <ul>
            {PIECES.map((piece) => (
              <li key={piece}>
                <span>
                  <b>{t(`public.home.piece.${piece}`)}</b>
                  <small>
                    {t(`public.home.pieceText.${piece}`, { ...facts, count: counts[piece] ?? 0 })}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Section>
  )
}
