import { index, route, type RouteConfigEntry } from '@remix-run/route-config'

const page = (path: string, file: string) => route(path, `routes/account/${file}`)

export const accountTable: RouteConfigEntry[] = [
  index('routes/account/home.tsx'),
  page('sign-in', 'sign-in.tsx'),
  page('sign-out', 'sign-out.ts'),
  page('register', 'register.tsx'),
  page('mail-sent', 'mail-sent.tsx'),
  page('verify-email', 'verify-email.tsx'),
  page('forgot-password', 'forgot-password.tsx'),
  page('reset-password', 'reset-password.tsx'),
  page('second-factor', 'second-factor.tsx'),
  page('second-factor/enrol', 'second-factor-enrol.tsx'),
  page('invitation', 'invitation.tsx'),
  page('profile', 'profile.tsx'),
  page('security', 'security.tsx'),
  page('shortcuts', 'shortcuts.tsx'),
  page('find', 'find.tsx'),
  page('notices', 'notices.tsx'),
  page('documents/:documentId/older', 'older-documents.tsx'),
  page('mandates', 'mandates.tsx'),
  page('mandates/administration', 'mandates-administration.tsx'),
  page('demonstration', 'demonstration.tsx'),
  page('mailbox', 'mailbox.tsx'),
  page('mailbox/templates', 'sample-letters.tsx'),
  page('mailbox/templates/:name/:language', 'sample-letter.tsx'),
  page('mailbox/templates/:name/:language/html', 'sample-letter-html.ts'),
  page('mailbox/:id', 'letter.tsx'),
  page('mailbox/:id/html', 'letter-html.ts'),
]
