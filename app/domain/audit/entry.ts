import type { Act } from './acts.ts'
import type { Facts } from '../kernel/result.ts'

/**
 * What a decision asks to be written in the log: past tense, no personal text, digests instead of contents.
 * Who, when and from where are added by `services/run.ts`.
 */
export type EntryDraft = {
  readonly act: Act
  readonly subject: { readonly type: string; readonly id: string }
  readonly campaignId: string | null
  readonly facts: Facts
}
