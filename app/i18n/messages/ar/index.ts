import account from './account.json' with { type: 'json' }
import appeal from './appeal.json' with { type: 'json' }
import complaint from './complaint.json' with { type: 'json' }
import deliberation from './deliberation.json' with { type: 'json' }
import documents from './documents.json' with { type: 'json' }
import emails from './emails.json' with { type: 'json' }
import figures from './figures.json' with { type: 'json' }
import jury from './jury.json' with { type: 'json' }
import nomination from './nomination.json' with { type: 'json' }
import { publicMessages } from './public.ts'
import secretariat from './secretariat.json' with { type: 'json' }
import work from './work.json' with { type: 'json' }
import type { Catalogue } from '../../namespaces.ts'

export const messages: Catalogue = {
  ...publicMessages,
  work,
  account,
  nomination,
  jury,
  figures,
  secretariat,
  complaint,
  appeal,
  deliberation,
  emails,
  documents,
}
