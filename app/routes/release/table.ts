import { index, route, type RouteConfigEntry } from '@remix-run/route-config'

export const releaseTable: RouteConfigEntry[] = [
  index('routes/release/home.tsx'),
  route('campaigns/:campaignId/trail', 'routes/release/trail.tsx'),
  route('campaigns/:campaignId/matrix.json', 'routes/release/matrix-file.ts'),
  route('campaigns/:campaignId/log.jsonl', 'routes/release/whole-log.ts'),
  route('campaigns/:campaignId', 'routes/release/release.tsx'),
]
