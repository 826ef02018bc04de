import type { LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '#app/http/paths.ts'
import { publicFile } from '#app/queries/exports/public-answer.ts'

const WORK = ['account', 'admin', 'applicant', 'secretariat', 'jury', 'deliberation', 'release', 'organiser']

/** Work pages are nobody's search result; no address of an edition is named here. */
export function loader({ context: { app } }: LoaderFunctionArgs) {
  const lines = [
    'User-agent: *',
    ...WORK.map((area) => `Disallow: /*/${area}/`),
    'Allow: /',
    '',
    `Sitemap: ${app.origin}${paths.sitemap()}`,
    '',
  ]
  return publicFile(lines.join('\n'), 'text/plain; charset=utf-8')
}
