import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Facts } from '#app/domain/kernel/result.ts'

/** A name for letters in the two official languages: each reader gets the own one (`emails/message.ts`). */
export const inTwoLanguages = (fact: string, name: Localized): Facts => ({
  [fact]: name.ar ?? name.fr ?? '',
  [`${fact}Fr`]: name.fr ?? name.ar ?? '',
})
