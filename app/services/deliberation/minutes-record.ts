import type { DatedAdvice } from '#app/adapters/db/advice.ts'
import type { Finalist, RecordedDecision } from '#app/adapters/db/awards.ts'
import type { ItemRow } from '#app/adapters/db/deliberations.ts'
import { itemOf, type Meeting, recusedSeats } from '#app/adapters/db/meetings.ts'
import type { MotionRow } from '#app/adapters/db/motions.ts'
import { composeMinutes, type MinutesInput } from '#app/domain/deliberation/minutes.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { MinutesItem, MinutesRecord } from '#app/domain/document/records.ts'
import type { PublicDraw } from '#app/domain/scoring/lot.ts'
import type { Shortlisted } from '#app/domain/scoring/shortlist.ts'
import { roundOfMinutes } from '../round-of-minutes.ts'
import { adviceWords } from './minutes-advice.ts'
import { quorumOf, recusalsOf } from './minutes-presence.ts'
import { plenaryWords, reasonWords, voteOf } from './minutes-words.ts'

export type MinutesParts = {
  readonly meeting: Meeting
  readonly input: MinutesInput
  readonly motions: readonly MotionRow[]
  readonly decisions: readonly RecordedDecision[]
  readonly nominations: ReadonlyMap<string, Finalist>
  readonly draw: PublicDraw | null
  /** All that the advice worker ever made of the tallies of the campaign, the earliest first. */
  readonly advice: readonly DatedAdvice[]
  /** Empty where the award has one round. */
  readonly shortlist: readonly Shortlisted[]
}
export type Numbered = Pick<MinutesRecord, 'number' | 'checkCode' | 'checkUrl'>

const NAMELESS: Localized = {}

function attendanceOf({ seats, attendance }: Meeting): MinutesRecord['attendance'] {
  return seats.flatMap((seat): MinutesRecord['attendance'][number][] => {
    const { name, label, role } = seat
    const stays = attendance.filter((stay) => stay.seatId === seat.id)
    if (stays.length === 0) return [{ name, seat: label, role, arrivedAt: null, leftAt: null }]
    return stays.map(({ arrivedAt, leftAt }) => ({ name, seat: label, role, arrivedAt, leftAt }))
  })
}

function decisionsOf(parts: MinutesParts, item: ItemRow): MinutesRecord['items'][number]['decisions'] {
  return parts.decisions
    .filter((one) => one.category === item.category && one.slot === item.slotCode)
    .map(({ outcome, winners, reason, wording }) => ({
      slot: item.slotLabel,
      outcome,
      winners: winners.map((id) => {
        const found = parts.nominations.get(id)
        return {
          reference: found?.reference ?? '',
          title: found?.title ?? NAMELESS,
          administration: found?.administration ?? NAMELESS,
        }
      }),
      reason: reason === null ? null : reasonWords(reason, wording),
    }))
}

const joined = (one: Localized, other: Localized): Localized => ({
  ar: [one.ar ?? one.fr, other.ar ?? other.fr].join(' – '),
  fr: [one.fr ?? one.ar, other.fr ?? other.ar].join(' – '),
})

/** The files of the category that were decided in plenary, as the item was opened with them. */
function plenaryOf(
  { meeting, nominations }: MinutesParts,
  row: ItemRow,
): Pick<MinutesRecord['items'][number], 'plenary'> {
  const named = new Set(itemOf(meeting, row.id)?.agenda.nominationIds)
  const files = (meeting.plenary.get(row.category) ?? []).filter(({ nominationId }) =>
    named.has(nominationId),
  )
  if (files.length === 0) return {}
  return {
    plenary: files.map(({ nominationId, reason, text, figures: { sheets, quorum } }) => ({
      ...{ sheets, quorum, reason: plenaryWords(reason, text) },
      reference: nominations.get(nominationId)?.reference ?? '',
      title: nominations.get(nominationId)?.title ?? NAMELESS,
    })),
  }
}

/**
 * The advisory figures that the jury had before it when the last vote of this point was opened: what was made later, of
 * this tally or of another, was not seen by who voted and changes no minutes.
 */
function adviceOf(
  { meeting, motions, advice, nominations }: MinutesParts,
  row: ItemRow,
): Pick<MinutesRecord['items'][number], 'advice'> {
  const asked = motions.flatMap(({ itemId, openedAt }) => (itemId === row.id ? [openedAt] : []))
  const last = Math.max(...asked)
  const seen = advice.findLast(({ at, document }) => document.category === row.category && at <= last)
  if (!seen) return {}
  // Whom the plenary disqualified has no figures any more, though they were seen.
  const finalists = (itemOf(meeting, row.id)?.agenda.nominationIds ?? []).filter(
    (id) => nominations.get(id)?.state !== 'disqualified',
  )
  return { advice: adviceWords(seen.document, finalists, nominations) }
}

/** Who asked that a dissent on this point be recorded. */
function dissentsOf({ meeting, input }: MinutesParts, row: ItemRow): Pick<MinutesItem, 'dissents'> {
  const asked = input.dissents.flatMap(({ itemId, seatId, reasons }) => {
    const seat = itemId === row.id ? meeting.seats.find(({ id }) => id === seatId) : undefined
    return seat ? [{ name: seat.name, reasons }] : []
  })
  return asked.length === 0 ? {} : { dissents: asked }
}

function itemBlock(parts: MinutesParts, row: ItemRow): MinutesRecord['items'][number] {
  const { meeting, nominations, motions } = parts
  const composed = composeMinutes(parts.input).items[meeting.items.indexOf(row)]
  const item = itemOf(meeting, row.id)
  const leaving = item ? recusedSeats(meeting, item) : []
  const left = meeting.seats.filter(({ id }) => leaving.includes(id))
  const decision = parts.decisions.find((one) => one.category === row.category && one.slot === row.slotCode)
  return {
    category: joined(row.categoryName, row.slotLabel),
    quorum: composed ? quorumOf(meeting, composed.quorum) : { required: 0, present: 0 },
    recused: left.map(({ name }) => name),
    ...recusalsOf(left, composed?.recusals ?? [], nominations),
    ranking: (composed?.finalists ?? [])
      .filter(({ rank }) => rank !== null)
      .map(({ nominationId, rank, display, sheets }) => ({
        ...{ rank, sheets },
        reference: nominations.get(nominationId)?.reference ?? '',
        title: nominations.get(nominationId)?.title ?? NAMELESS,
        score: display === '' ? null : display.replace('.', ','),
      })),
    ...plenaryOf(parts, row),
    ...adviceOf(parts, row),
    votes: motions
      .filter((motion) => motion.itemId === row.id)
      .flatMap((motion) => voteOf(motion, row.slotLabel, nominations) ?? []),
    ...dissentsOf(parts, row),
    decisions: decisionsOf(parts, row),
    remarks:
      decision && decision.outcome !== 'withheld' && (decision.wording.fr ?? decision.wording.ar)
        ? decision.wording
        : null,
  }
}

/** The minutes as one document: everything comes from the record of the meeting, nothing is typed again. */
export function minutesRecord(parts: MinutesParts, numbered: Numbered, rankingSha256: string): MinutesRecord {
  const { meeting } = parts
  const { campaign, row, seats } = meeting
  const firstRound = roundOfMinutes(campaign.regulation, parts.shortlist, parts.nominations)
  const signers = [row.presidingSeatId, row.secretarySeatId].flatMap((id) =>
    seats.filter((seat) => seat.id === id),
  )
  return {
    ...numbered,
    issuedAt: row.closedAt ?? row.convenedFor,
    place: row.place,
    authority: campaign.regulation.organiser,
    award: campaign.regulation.awardName,
    year: campaign.year,
    synthetic: campaign.synthetic,
    session: { openedAt: row.openedAt ?? row.convenedFor, closedAt: row.closedAt },
    attendance: attendanceOf(meeting),
    items: meeting.items.map((item) => itemBlock(parts, item)),
    ...(parts.draw && { lot: parts.draw }),
    ...(firstRound && { firstRound }),
    basis: {
      regulationSha256: parts.input.regulationHash,
      sheetRoot: parts.input.commitmentRoot,
      sheets: parts.input.commitmentSize,
      software: parts.input.softwareVersion,
    },
    rankingSha256,
    signatures: signers.map(({ name, role }) => ({ name, role, signedAt: null })),
  }
}
