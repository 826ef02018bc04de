import { route, type RouteConfigEntry } from '@remix-run/route-config'

/** What machines read, outside the pages of a language. */
export const publicResourceTable: RouteConfigEntry[] = [
  route('open-data/palmares.json', 'routes/resources/open-data.ts', { id: 'open-data-json' }),
  route('open-data/palmares.csv', 'routes/resources/open-data.ts', { id: 'open-data-csv' }),
  route('open-data/palmares.ods', 'routes/resources/open-data.ts', { id: 'open-data-ods' }),
  route('open-data/log/checkpoint', 'routes/resources/log-note.ts', { id: 'log-checkpoint' }),
  route('open-data/log/key', 'routes/resources/log-note.ts', { id: 'log-key' }),
  route('open-data/log/checkpoints.json', 'routes/resources/log-checkpoints.ts'),
  route('open-data/log/inclusion', 'routes/resources/log-proof.ts', { id: 'log-inclusion' }),
  route('open-data/log/consistency', 'routes/resources/log-proof.ts', { id: 'log-consistency' }),
  route('open-data/log/log.jsonl', 'routes/resources/log-file.ts'),
  route('open-data/:slug/bundle.json', 'routes/resources/bundle.ts', { id: 'bundle' }),
  route('open-data/:slug/files/:name', 'routes/resources/bundle.ts', { id: 'bundle-file' }),
  route('pictures/:slug/:version/:name', 'routes/resources/social-picture.ts'),
  route('icons/:name', 'routes/resources/icon.ts'),
  route(':locale/manifest.webmanifest', 'routes/resources/manifest.ts'),
  route(':locale/feed.xml', 'routes/resources/feed.ts'),
  route(':locale/calendar/:slug/edition.ics', 'routes/resources/calendar.ts'),
  route('sitemap.xml', 'routes/resources/sitemap.ts'),
  route('robots.txt', 'routes/resources/robots.ts'),
]
