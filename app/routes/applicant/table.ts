import { index, route, type RouteConfigEntry } from '@remix-run/route-config'

const at = (path: string, file: string): RouteConfigEntry => route(path, `routes/applicant/${file}`)
const one = 'nominations/:nominationId'

export const applicantTable: RouteConfigEntry[] = [
  index('routes/applicant/home.tsx'),
  at('start', 'start.tsx'),
  at(one, 'nomination.ts'),
  at(`${one}/sections/:section`, 'section.tsx'),
  at(`${one}/merge`, 'merge.tsx'),
  at(`${one}/evidence`, 'evidence.tsx'),
  at(`${one}/evidence/:evidenceId/remove`, 'remove-evidence.tsx'),
  at(`${one}/evidence/:uploadId/abandon`, 'abandon-upload.ts'),
  at(`${one}/check`, 'check.tsx'),
  at(`${one}/visa`, 'visa.tsx'),
  at(`${one}/receipt`, 'receipt.tsx'),
  at(`${one}/read`, 'read.tsx'),
  at(`${one}/versions`, 'versions.tsx'),
  at(`${one}/withdraw`, 'withdraw.tsx'),
  at(`${one}/resubmit`, 'resubmit.tsx'),
  at(`${one}/completion`, 'completion.tsx'),
  at(`${one}/appeal`, 'appeal.tsx'),
  at(`${one}/category`, 'category.tsx'),
  at('complaints', 'complaints.tsx'),
  at('complaints/file', 'file-complaint.tsx'),
  at('complaints/:complaintId', 'complaint.tsx'),
]
