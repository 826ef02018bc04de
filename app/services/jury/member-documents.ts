import type { DeclarationSubject, OwnSeat } from '#app/adapters/db/interests.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { SeatHolder } from '#app/domain/document/jury-records.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { InterestKind } from '#app/domain/jury/conflict.ts'
import { CHARTER_POINTS } from '#app/domain/jury/charter.ts'
import type { Draft } from '../issue.ts'
import { official } from '../official.ts'

export type Declared = { readonly nominationId: string; readonly kind: InterestKind; readonly words: string }

const holderOf = (actor: Actor, { label, role }: OwnSeat): SeatHolder => ({
  name: actor.name,
  seat: label,
  role,
})

export const charterDraft = (
  actor: Actor,
  seat: OwnSeat,
  signed: { readonly at: Instant; readonly textSha256: string },
): Draft => ({
  ...{ kind: 'charter', subjectId: seat.seatId, isPublic: false },
  body: {
    member: holderOf(actor, seat),
    points: CHARTER_POINTS.map((point) => official(`jury.charter.points.${point}`)),
    signedAt: signed.at,
    textSha256: signed.textSha256,
  },
})

/** What the juror declared at once; nothing when nothing was declared. */
export const declarationDrafts = (
  actor: Actor,
  seat: OwnSeat,
  subjects: ReadonlyMap<string, DeclarationSubject>,
  act: { readonly declared: readonly Declared[]; readonly at: Instant },
): readonly Draft[] =>
  act.declared.length === 0
    ? []
    : [
        {
          ...{ kind: 'interest_declaration', subjectId: seat.seatId, isPublic: false },
          body: {
            member: holderOf(actor, seat),
            declaredAt: act.at,
            declared: act.declared.flatMap(({ nominationId, kind, words }) => {
              const subject = subjects.get(nominationId)
              if (!subject) return []
              const { reference, title, administration } = subject
              return [{ reference, title, administration, kind, words }]
            }),
          },
        },
      ]
