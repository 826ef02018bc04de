import { index, layout, prefix, type RouteConfig, route } from '@remix-run/route-config'
import { accountTable } from './routes/account/table.ts'
import { adminTable } from './routes/admin/table.ts'
import { applicantTable } from './routes/applicant/table.ts'
import { deliberationTable } from './routes/deliberation/table.ts'
import { juryTable } from './routes/jury/table.ts'
import { organiserTable } from './routes/organiser/table.ts'
import { publicTable } from './routes/public/table.ts'
import { releaseTable } from './routes/release/table.ts'
import { publicResourceTable } from './routes/resources/public-table.ts'
import { resourceTable } from './routes/resources/table.ts'
import { secretariatTable } from './routes/secretariat/table.ts'

/** The sitemap of the code. Each area keeps its own table. */
export default [
  index('routes/front-door.ts'),
  route('health', 'routes/resources/health.ts'),
  route('verify/:code', 'routes/resources/verify-code.ts'),
  route('preference', 'routes/resources/preference.ts'),
  ...resourceTable,
  ...publicResourceTable,
  route(':locale', 'routes/locale.tsx', [
    ...publicTable,
    layout('routes/account/layout.tsx', [...prefix('account', accountTable), ...prefix('admin', adminTable)]),
    ...prefix('applicant', [layout('routes/applicant/layout.tsx', applicantTable)]),
    ...prefix('secretariat', [layout('routes/secretariat/layout.tsx', secretariatTable)]),
    ...prefix('jury', [layout('routes/jury/layout.tsx', juryTable)]),
    layout('routes/deliberation/layout.tsx', [
      ...prefix('deliberation', deliberationTable),
      ...prefix('release', releaseTable),
    ]),
    ...prefix('organiser', [layout('routes/organiser/layout.tsx', organiserTable)]),
    route('*', 'routes/not-found.tsx'),
  ]),
] satisfies RouteConfig
