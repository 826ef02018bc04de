import { index, prefix, type RouteConfigEntry, route } from '@remix-run/route-config'

const page = (path: string, file: string): RouteConfigEntry => route(path, `routes/organiser/${file}.tsx`)

export const organiserTable: RouteConfigEntry[] = [
  index('routes/organiser/campaigns.tsx'),
  page('registrations', 'registrations'),
  page('nominations/:nominationId/disqualification', 'disqualification'),
  page('campaigns/new', 'campaign-new'),
  page('campaigns/:campaignId', 'campaign'),
  ...prefix('campaigns/:campaignId', [
    page('nominations', 'nominations'),
    route('received.csv', 'routes/organiser/tower-file.ts', { id: 'tower-received' }),
    route('progress.csv', 'routes/organiser/tower-file.ts', { id: 'tower-progress' }),
    page('open', 'opening'),
    page('extension', 'extension'),
    page('phase', 'phase'),
    page('outbox', 'letters'),
    page('clarifications', 'clarifications'),
    page('setup', 'setup'),
    page('setup/names', 'names'),
    page('setup/calendar', 'calendar'),
    page('setup/holidays', 'holidays'),
    page('setup/regulation', 'regulation'),
    page('setup/regulation/:number', 'article'),
    page('setup/participation', 'participation'),
    page('setup/complaints', 'complaint-rule'),
    page('setup/procedure', 'procedure'),
    page('setup/jury', 'jury'),
    page('setup/scoring', 'scoring'),
    page('setup/categories/:code', 'category'),
    page('setup/categories/:code/prizes', 'slots'),
    page('setup/categories/:code/rubric', 'rubric'),
    page('setup/categories/:code/criteria', 'criteria'),
    page('setup/categories/:code/rubric/:criterion', 'criterion'),
    page('setup/categories/:code/simulation', 'simulation'),
    route('setup/categories/:code/simulation.csv', 'routes/organiser/simulation-file.ts'),
  ]),
]
