import { index, route, type RouteConfigEntry } from '@remix-run/route-config'

const at = (path: string, file: string): RouteConfigEntry => route(path, `routes/secretariat/${file}`)

export const secretariatTable: RouteConfigEntry[] = [
  index('routes/secretariat/home.tsx'),
  at('campaigns/:campaignId/queue', 'queue.tsx'),
  at('campaigns/:campaignId/complaints', 'complaints.tsx'),
  at('campaigns/:campaignId/complaints.csv', 'complaint-figures.ts'),
  at('complaints/:complaintId', 'complaint.tsx'),
  at('nominations/:nominationId', 'file.tsx'),
  at('nominations/:nominationId/completion', 'completion.tsx'),
  at('nominations/:nominationId/decision', 'decision.tsx'),
  at('nominations/:nominationId/appeal', 'appeal.tsx'),
  at('nominations/:nominationId/category', 'category.tsx'),
]
