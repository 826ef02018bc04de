import type {
  MinutesAttendant,
  MinutesDecision,
  MinutesItem,
  MinutesRecord,
} from '#app/domain/document/records.ts'
import * as format from '#app/i18n/format.ts'
import {
  type Block,
  type Cell,
  facts,
  labelsOf,
  note,
  pair,
  plain,
  quote,
  section,
  table,
  text,
} from './blocks.ts'
import { listed, moment } from './frame-view.ts'
import { admitted, rankings } from './round-view.ts'
import { asWritten, fraction, type Pair, sentence, spoken, quoted } from './spoken.ts'
import { votes } from './votes-view.ts'

const { fact, neutral, share } = labelsOf('minutes')

export const roleWords = (of: MinutesAttendant['role']): Pair => sentence(`minutes.role.${of}`)

function presence({ arrivedAt, leftAt }: MinutesAttendant): Pair {
  if (arrivedAt === null) return sentence('minutes.absent')
  if (leftAt === null)
    return sentence('minutes.presentFrom', (side) => ({ arrival: format.time(side, arrivedAt) }))
  return sentence('minutes.presentBetween', (side) => ({
    arrival: format.time(side, arrivedAt),
    departure: format.time(side, leftAt),
  }))
}

const attendant = (person: MinutesAttendant): readonly Cell[] => [
  plain(person.name, true),
  pair(spoken(person.seat)),
  pair(roleWords(person.role)),
  pair(presence(person)),
]

function award(decision: MinutesDecision): Block {
  const { reason } = decision
  return {
    is: 'award',
    slot: spoken(decision.slot),
    outcome: sentence(`minutes.${decision.outcome}`),
    won: decision.outcome !== 'withheld',
    winners: decision.winners.map((winner) => ({
      reference: winner.reference,
      title: spoken(winner.title),
      administration: spoken(winner.administration),
    })),
    reason: reason === null ? null : sentence('minutes.reason', (side) => ({ reason: quoted(reason, side) })),
  }
}

/** Files without an official score: why, in both languages. */
const inPlenary = ({ plenary = [] }: MinutesItem): readonly Block[] =>
  plenary.length === 0
    ? []
    : [
        text(sentence('minutes.plenary')),
        ...plenary.map(({ reference, title, sheets, quorum, reason }) =>
          text(
            sentence('minutes.plenaryFile', (side) => ({
              ...{ reference, sheets: String(sheets), quorum: String(quorum) },
              ...{ title: quoted(title, side), reason: quoted(reason, side) },
            })),
          ),
        ),
      ]

/** The advisory figures, small: they are told, and decided nothing. */
const advised = ({ advice = [] }: MinutesItem): readonly Block[] =>
  advice.length === 0 ? [] : [text(sentence('minutes.advice')), ...advice.map((one) => note(spoken(one)))]

/** Who left, each with the nominations and the ground categories; a name alone where the record has no more. */
function leftTheRoom({ recused, recusals = [] }: MinutesItem): Pair {
  if (recused.length === 0) return sentence('minutes.nobody')
  return listed(
    [...new Set(recused)].flatMap((name) => {
      const own = recusals.filter((one) => one.name === name)
      if (own.length === 0) return [asWritten(name)]
      return own.map(({ reference, ground }) =>
        sentence('minutes.recusal', (side) => ({
          ...{ name: asWritten(name)[side], reference, ground: quoted(ground, side) },
        })),
      )
    }),
  )
}

/** The count and, where the record has it, what it was made from. */
function quorum({ quorum: { present, required, of } }: MinutesItem): Pair {
  const counts = { present: String(present), required: String(required) }
  if (of === undefined) return sentence('minutes.quorumText', () => counts)
  const { seats, recused, eligible } = of
  return sentence('minutes.quorumArithmetic', (side) => ({
    ...{ ...counts, seats: String(seats), recused: String(recused), eligible: String(eligible) },
    share: fraction(of.share, side),
  }))
}

/** By name, as the member asked; nothing is said of any paper. */
const dissenting = ({ dissents = [] }: MinutesItem): readonly Block[] =>
  dissents.flatMap(({ name, reasons }) => [
    text(
      sentence(reasons === null ? 'minutes.dissent' : 'minutes.dissentReasoned', (side) => ({
        name: asWritten(name)[side],
      })),
    ),
    ...quote(reasons ?? ''),
  ])

function itemBlocks(item: MinutesItem, hasScores: boolean): readonly Block[] {
  const figures = hasScores ? [...rankings(item), ...inPlenary(item), ...advised(item)] : []
  return [
    section(spoken(item.category)),
    facts(fact('quorum', quorum(item)), fact('recused', leftTheRoom(item))),
    ...figures,
    ...votes(item),
    ...item.decisions.map(award),
    ...dissenting(item),
    ...(item.remarks === null ? [] : [text(spoken(item.remarks))]),
  ]
}

const firstRound = ({ firstRound: round }: MinutesRecord): readonly Block[] =>
  round === undefined ? [] : [section(sentence('minutes.firstRound')), ...admitted(round)]

/**
 * The body of the minutes, on paper and on the page of the meeting alike. Without scores: what whoever may not read the
 * ranking is shown, who was there, what was voted and decided.
 */
export function minutesBody(record: MinutesRecord, hasScores = true): readonly Block[] {
  const { openedAt, closedAt } = record.session
  return [
    text(sentence('minutes.lead', () => ({ year: String(record.year) }))),
    facts(
      fact('openedAt', moment(openedAt)),
      fact('closedAt', closedAt === null ? sentence('minutes.stillOpen') : moment(closedAt)),
    ),
    section(sentence('minutes.attendance')),
    table(
      [share('person', 1.2), share('seat', 1.3), share('capacity', 0.8), share('presence', 1, true)],
      record.attendance.map(attendant),
    ),
    ...(hasScores ? firstRound(record) : []),
    ...(record.lot === undefined
      ? []
      : [
          section(sentence('minutes.lot')),
          facts(neutral('lotSource', record.lot.source), neutral('lotOutcome', record.lot.outcome)),
        ]),
    ...record.items.flatMap((item) => itemBlocks(item, hasScores)),
    section(sentence('minutes.signatures')),
    {
      is: 'signatures',
      lines: record.signatures.map(({ name, role, signedAt }) => ({
        name,
        role: roleWords(role),
        signed:
          signedAt === null
            ? sentence('minutes.unsigned')
            : sentence('minutes.signedAt', (side) => ({ moment: format.dateTime(side, signedAt) })),
      })),
    },
    note(sentence('minutes.note')),
    facts(
      ...(record.basis === undefined
        ? []
        : [
            neutral('regulation', record.basis.regulationSha256),
            neutral('sheetRoot', record.basis.sheetRoot),
            neutral('sheets', String(record.basis.sheets)),
            neutral('software', record.basis.software),
          ]),
      ...(hasScores ? [neutral('ranking', record.rankingSha256)] : []),
    ),
  ]
}
