import { useT } from '#app/i18n/provider.tsx'
import { Act } from '../deliberation/act.tsx'
import { AskedAgain } from '../patterns/asked-again.tsx'

type Batch = {
  readonly id: string
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled'
  readonly total: number
  readonly made: number
}
type Props = { certificates: { readonly batch: Batch | null; readonly missing: number } | null }

function Progress({ batch }: { batch: Batch }) {
  const t = useT()
  return (
    <>
      <AskedAgain />
      <p role="status">{t('results.certificates.progress', { made: batch.made, count: batch.total })}</p>
      <progress max={batch.total} value={batch.made} aria-label={t('results.certificates.title')} />
      <Act fields={{ intent: 'stop', batchId: batch.id }} variant="danger">
        {t('results.certificates.stop')}
      </Act>
    </>
  )
}

/** The certificates of participation of a whole campaign, as one piece of work: begun, watched, stopped here. */
export function CertificateBatch({ certificates }: Props) {
  const t = useT()
  if (certificates === null) return null
  const { batch, missing } = certificates
  const isLive = batch?.state === 'waiting' || batch?.state === 'running'
  return (
    <section className="stack stack--tight">
      <h2>{t('results.certificates.title')}</h2>
      {isLive ? <Progress batch={batch} /> : <p>{t('results.certificates.missing', { count: missing })}</p>}
      {!isLive && missing > 0 ? (
        <Act fields={{ intent: 'certify' }}>{t('results.certificates.start')}</Act>
      ) : null}
    </section>
  )
}
