import type { ContentRefusal } from '#app/services/ports.ts'

/** What a check of one format found; null is fine. */
export type Fault = ContentRefusal | null
