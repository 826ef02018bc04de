import campaign from './campaign.json' with { type: 'json' }
import common from './common.json' with { type: 'json' }
import errors from './errors.json' with { type: 'json' }
import publicPages from './public.json' with { type: 'json' }
import results from './results.json' with { type: 'json' }
import type { Catalogue } from '../../namespaces.ts'

/** What a page without sign-in needs; kept apart so that its bundle stays small. */
export const publicMessages: Catalogue = { common, errors, public: publicPages, campaign, results }
