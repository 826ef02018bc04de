/** One namespace = one file per language = one area of the screen. `common` and `errors` serve every page, `work` every signed-in one. */
export const NAMESPACES = [
  'common',
  'errors',
  'work',
  'public',
  'campaign',
  'results',
  'account',
  'nomination',
  'jury',
  'secretariat',
  'complaint',
  'appeal',
  'deliberation',
  'figures',
  'emails',
  'documents',
] as const
export type Namespace = (typeof NAMESPACES)[number]

export type Messages = { readonly [key: string]: string | Messages }
export type Catalogue = { readonly [N in Namespace]?: Messages }

/** Read in all four languages, pages and letters; the other areas exist in Arabic, French and English. */
export const PUBLIC_NAMESPACES: readonly Namespace[] = ['common', 'public', 'emails']
