import { useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import { Prose } from './prose.tsx'

/** What only the log of acts can say of a bundle: that it is the one that was published. `log`: where the log is had. */
export function HeldToLog({ slug, log }: { slug: string; log: string }) {
  const t = useT()
  return (
    <>
      <h3 className="apart">{t('public.recompute.log.title')}</h3>
      <Prose of="public.recompute.log" count={2} />
      <p>
        <Link href={log}>{t('common.nav.log')}</Link>
      </p>
      <pre className="api" tabIndex={0}>
        {`node imtiyaz-verify.mjs imtiyaz-${slug}-bundle.json --log imtiyaz-log.jsonl`}
      </pre>
    </>
  )
}
