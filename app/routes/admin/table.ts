import { route, type RouteConfigEntry } from '@remix-run/route-config'

export const adminTable: RouteConfigEntry[] = [
  route('people', 'routes/admin/people.tsx'),
  route('people/:id', 'routes/admin/person.tsx'),
  route('campaigns/:id/office', 'routes/admin/office.tsx'),
]
