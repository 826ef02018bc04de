import { index, route, type RouteConfigEntry } from '@remix-run/route-config'

const file = (name: string): string => `routes/deliberation/${name}.tsx`

export const deliberationTable: RouteConfigEntry[] = [
  index(file('home')),
  route('campaigns/:campaignId/convene', file('convene')),
  route('sessions/:sessionId', file('room')),
  route('sessions/:sessionId/figures.csv', 'routes/deliberation/figures.ts'),
  route('sessions/:sessionId/weights.csv', 'routes/deliberation/weights.ts'),
  route('sessions/:sessionId/seat', file('seat')),
  route('sessions/:sessionId/attendance', file('attendance')),
  route('sessions/:sessionId/minutes', file('minutes')),
  route('sessions/:sessionId/dissent', file('dissent')),
  route('sessions/:sessionId/items/:itemId/decision', file('decision')),
  route('ballots/:motionId', file('ballot')),
]
