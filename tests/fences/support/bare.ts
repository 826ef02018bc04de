/**
 * What the routes may be asked for and no page of the world shows as a form that can be posted like the others: the hostile
 * posts send it without a form. An intent that is new here, or one that a page shows by now, is told by the test.
 *
 * A file is sent in several parts (its own test: `tests/routes/applicant/upload.test.ts`); the others are the posts of a
 * script, for which there is no form on any page.
 */
export const BARE: readonly string[] = [
  'routes/applicant/evidence',
  'routes/resources/presence',
  'routes/resources/upload',
  'routes/resources/upload-part',
]

/** They take a post without reading any field of a form of ours. */
export const FIELDLESS: readonly string[] = [
  'routes/account/sign-out',
  'routes/applicant/abandon-upload',
  'routes/applicant/evidence',
  'routes/applicant/remove-evidence',
  'routes/jury/file',
  'routes/jury/seats',
  'routes/jury/test-account',
  'routes/resources/upload-part',
]
