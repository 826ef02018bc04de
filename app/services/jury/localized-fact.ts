import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Facts } from '#app/domain/kernel/result.ts'

/** A name in the two official languages: the letter takes the one of its reader (`emails/message.ts`). */
export const localizedFact = (fact: string, name: Localized): Facts => ({
  [fact]: name.ar ?? name.fr ?? '',
  [`${fact}Fr`]: name.fr ?? name.ar ?? '',
})
