import awaitingReview from './awaiting-review.json' with { type: 'json' }
import type { Locale } from './locales.ts'
import type { Namespace } from './namespaces.ts'

/** Whether no native reader has read yet any of the words of this area in this language. */
export const awaitsReview = (locale: Locale, namespace: Namespace): boolean =>
  awaitingReview.whole.some((one) => one.locale === locale && one.namespace === namespace)
