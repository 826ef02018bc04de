import type { Locale } from '#app/i18n/locales.ts'
import { accountPaths } from './paths/account.ts'
import { applicantPaths } from './paths/applicant.ts'
import { deliberationPaths } from './paths/deliberation.ts'
import { juryPaths } from './paths/jury.ts'
import { organiserPaths } from './paths/organiser.ts'
import { publicPaths } from './paths/public.ts'
import { secretariatPaths } from './paths/secretariat.ts'

/** Every address of the site, as a function: the only place where one is written. */
export const paths = {
  ...publicPaths,
  ...accountPaths,
  ...applicantPaths,
  ...secretariatPaths,
  ...juryPaths,
  ...deliberationPaths,
  ...organiserPaths,
}

/** The same page in another language. */
export const inLocale = (path: string, locale: Locale): string =>
  path.replace(/^\/(ar|fr|zgh|en)(?=\/|$|\?)/, `/${locale}`)
