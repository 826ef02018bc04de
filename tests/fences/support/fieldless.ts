/** They take a post without reading any field of a form of ours. */
export const FIELDLESS: readonly string[] = [
  'routes/account/sign-out',
  'routes/applicant/abandon-upload',
  'routes/applicant/remove-evidence',
  'routes/jury/file',
  'routes/jury/seats',
  'routes/jury/test-account',
  'routes/resources/upload-part',
]
