import type { Facts } from '../kernel/result.ts'

/** A message owed to one person. Never a score, never a name under embargo. */
export type NoticeDraft = {
  readonly name: string
  readonly to:
    { readonly personId: string } | { readonly email: string; readonly locale: 'ar' | 'fr' | 'zgh' | 'en' }
  readonly campaignId: string | null
  readonly facts: Facts
}
