import type { HeadersFunction, MetaFunction } from '@remix-run/node'
import { useT } from '#app/i18n/provider.tsx'
import { Octagon } from '#app/ui/motif/octagon.tsx'
import { paths } from '#app/http/paths.ts'
import { Button } from '#app/ui/primitives/button.tsx'
import { Brand } from '#app/ui/shells/brand.tsx'

/** The same for everybody: it may be kept, and it is the only page that a device keeps (public/sw.js). */
export const headers: HeadersFunction = () => ({ 'cache-control': 'public, max-age=0, must-revalidate' })

export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex' }]

export const handle = { title: 'work.offline.title' }

/** What a browser shows instead of a page that the network did not bring: what still works, and what does not. */
export default function OfflinePage() {
  const t = useT()
  return (
    <>
      <header className="topbar">
        <Brand href={paths.home(t.locale)} />
      </header>
      <main id="content" className="wrap error-page">
        <Octagon size={120} />
        <div className="stack">
          <h1>{t('work.offline.title')}</h1>
          <p>{t('work.offline.lead')}</p>
          <h2 className="h-sec">{t('work.offline.still')}</h2>
          <ul className="prose">
            <li>{t('work.offline.openPages')}</li>
            <li>{t('work.offline.kept')}</li>
          </ul>
          <h2 className="h-sec">{t('work.offline.not')}</h2>
          <ul className="prose">
            <li>{t('work.offline.noPages')}</li>
            <li>{t('work.offline.deadlines')}</li>
          </ul>
          {/* Without an address of its own: it asks again for the page that did not come. */}
          <form method="get" className="acts">
            <Button variant="primary">{t('common.action.retry')}</Button>
          </form>
        </div>
      </main>
    </>
  )
}
