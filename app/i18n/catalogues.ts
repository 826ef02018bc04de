import type { Locale } from './locales.ts'
import { messages as ar } from './messages/ar/index.ts'
import { messages as en } from './messages/en/index.ts'
import { messages as fr } from './messages/fr/index.ts'
import { messages as zgh } from './messages/zgh/index.ts'
import type { Catalogue } from './namespaces.ts'

/** Every language at once: for the server, e-mails, documents and tests; the browser loads one. */
export const catalogues: Readonly<Record<Locale, Catalogue>> = { ar, fr, zgh, en }
