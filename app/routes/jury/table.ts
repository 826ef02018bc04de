import { index, route, type RouteConfigEntry } from '@remix-run/route-config'

const file = (name: string): string => `routes/jury/${name}.tsx`

export const juryTable: RouteConfigEntry[] = [
  index(file('home')),
  route('campaigns/:campaignId', file('files')),
  route('campaigns/:campaignId/charter', file('charter')),
  route('campaigns/:campaignId/interests', file('interests')),
  route('campaigns/:campaignId/progress', file('progress')),
  route('campaigns/:campaignId/progress.csv', 'routes/jury/progress-file.ts'),
  route('campaigns/:campaignId/figures', file('figures')),
  route('campaigns/:campaignId/figures.csv', 'routes/jury/figures-file.ts'),
  route('campaigns/:campaignId/seats', file('seats')),
  route('campaigns/:campaignId/assignment', file('assignment')),
  route('campaigns/:campaignId/assignment/:nominationId', file('assignment-file')),
  route('campaigns/:campaignId/loads.csv', 'routes/jury/loads.ts'),
  route('campaigns/:campaignId/recusals', file('recusals')),
  route('seats/:seatId', file('seat')),
  route('files/:nominationId', file('file')),
  route('files/:nominationId/test-account', file('test-account')),
  route('files/:nominationId/plenary', file('plenary')),
  route('files/:nominationId/flag', file('flag')),
  route('campaigns/:campaignId/flags', file('flags')),
  route('sheets/:sheetId', file('score-sheet')),
  route('sheets/:sheetId/receipt', file('receipt')),
  route('sheets/:sheetId/receipt.json', 'routes/jury/receipt-file.ts'),
  route('sheets/:sheetId/seal', file('seal')),
  route('sheets/:sheetId/abstain', file('abstain')),
  route('sheets/:sheetId/reopen', file('reopen')),
]
