import type { InterestKind } from '#app/domain/jury/conflict.ts'

type Posted = {
  readonly interests?:
    | Readonly<
        Record<
          string,
          {
            readonly answer?: string | undefined
            readonly kind?: InterestKind | undefined
            readonly words?: string | undefined
          }
        >
      >
    | undefined
}

/** The declarations made on the page: a file left without answer, or for later, is none. */
export const declaredOf = ({ interests }: Posted) =>
  Object.entries(interests ?? {}).flatMap(([nominationId, { answer, kind, words }]) => {
    if (answer === 'none') return [{ nominationId, kind: 'none' as const, words: '' }]
    return answer === 'tied' && kind ? [{ nominationId, kind, words: words ?? '' }] : []
  })
