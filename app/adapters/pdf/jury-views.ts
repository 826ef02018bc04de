import type {
  CharterRecord,
  ConvocationRecord,
  InterestDeclarationRecord,
  PinnedEvidence,
  ScoredCriterion,
  ScoreSheetRecord,
  SeatHolder,
} from '#app/domain/document/jury-records.ts'
import {
  type Block,
  type Cell,
  code,
  type FactRow,
  facts,
  labelsOf,
  note,
  pair,
  plain,
  points,
  quote,
  section,
  table,
  text,
} from './blocks.ts'
import { listed, moment } from './frame-view.ts'
import { roleWords } from './minutes-view.ts'
import { nominationFacts } from './screening-views.ts'
import { asWritten, fraction, type Pair, sentence, spoken } from './spoken.ts'

const member = labelsOf('member')

const memberFacts = ({ name, seat, role }: SeatHolder): readonly FactRow[] => [
  member.fact('name', asWritten(name)),
  member.fact('seat', spoken(seat)),
  member.fact('role', roleWords(role)),
]

const convocation = labelsOf('convocation')

function venueOf({ venue }: ConvocationRecord): Pair {
  if (venue === null) return sentence('convocation.noVenue')
  return typeof venue === 'string' ? asWritten(venue) : spoken(venue)
}

export const convocationBody = (record: ConvocationRecord): readonly Block[] => [
  text(sentence('convocation.lead', () => ({ year: String(record.year) }))),
  facts(
    ...memberFacts(record.member),
    convocation.fact('convenedFor', moment(record.convenedFor)),
    convocation.fact('venue', venueOf(record)),
    convocation.fact('presiding', asWritten(record.presiding)),
    convocation.fact('secretary', asWritten(record.secretary)),
  ),
  section(sentence('convocation.agenda')),
  table(
    [convocation.fixed('point', 40), convocation.share('category', 1), convocation.share('slots', 1.2)],
    record.agenda.map(({ category, slots }, index) => [
      plain(String(index + 1)),
      pair(spoken(category), true),
      pair(listed(slots.map(spoken))),
    ]),
  ),
  note(sentence('convocation.note', (side) => ({ quorum: fraction(record.quorum, side) }))),
]

const charter = labelsOf('charter')

export const charterBody = (record: CharterRecord): readonly Block[] => [
  text(sentence('charter.lead')),
  facts(...memberFacts(record.member)),
  section(sentence('charter.points')),
  points(record.points.map(spoken)),
  section(sentence('charter.signature')),
  {
    is: 'signatures',
    lines: [
      {
        name: record.member.name,
        role: roleWords(record.member.role),
        signed: moment(record.signedAt),
      },
    ],
  },
  note(sentence('charter.note')),
  facts(charter.neutral('textSha256', record.textSha256)),
]

const declaration = labelsOf('interest_declaration')

export const interestDeclarationBody = (record: InterestDeclarationRecord): readonly Block[] => [
  text(sentence('interest_declaration.lead')),
  facts(...memberFacts(record.member), declaration.fact('declaredAt', moment(record.declaredAt))),
  section(sentence('interest_declaration.declared')),
  table(
    [
      ...[declaration.fixed('reference', 84), declaration.share('service', 1.1)],
      ...[declaration.share('administration', 1), declaration.fixed('interest', 120, true)],
    ],
    record.declared.map(({ reference, title, administration, kind }): readonly Cell[] => [
      code(reference),
      pair(spoken(title)),
      pair(spoken(administration)),
      pair(sentence(`interest_declaration.kinds.${kind}`), kind !== 'none'),
    ]),
  ),
  ...record.declared.flatMap(({ reference, words }): readonly Block[] =>
    words.trim() === '' ? [] : [facts(declaration.neutral('words', reference)), ...quote(words)],
  ),
  note(sentence('interest_declaration.note')),
]

const sheet = labelsOf('score_sheet')

const isReasoned = ({ comment, pins = [] }: ScoredCriterion): boolean =>
  comment.trim() !== '' || pins.length > 0

function placeOf(pin: PinnedEvidence): Pair {
  if (pin.kind === 'passage') return sentence('score_sheet.pin.passage', () => ({ part: String(pin.part) }))
  const { piece, at } = pin
  if (piece === null) return sentence('score_sheet.pin.gone')
  const title = asWritten(piece.title)
  return sentence(`score_sheet.pin.${pin.kind}`, (side) => ({
    number: String(piece.number),
    title: title[side],
    at: at ?? '',
  }))
}

const evidence = ({ pins = [] }: ScoredCriterion): readonly Block[] =>
  pins.length === 0
    ? []
    : [
        note(sentence('score_sheet.pin.title')),
        {
          is: 'places',
          items: pins.map((pin) => ({
            place: placeOf(pin),
            passage: pin.kind === 'passage' ? asWritten(pin.quote).fr : null,
          })),
        },
      ]

function criterionRow({ name, weight, level, highest, points: worth }: ScoredCriterion): readonly Cell[] {
  return [
    pair(spoken(name), true),
    plain(`${weight.replace('.', ',')}\u00A0%`),
    level === null
      ? pair(sentence('score_sheet.notAssessed'))
      : pair(
          sentence('score_sheet.level', () => ({
            level: String(level).replace('.', ','),
            highest: String(highest).replace('.', ','),
          })),
          true,
        ),
    plain(worth === null ? '–' : worth.replace('.', ',')),
  ]
}

export const scoreSheetBody = (record: ScoreSheetRecord): readonly Block[] => [
  text(sentence('score_sheet.lead')),
  facts(
    ...nominationFacts(record),
    ...memberFacts(record.member),
    sheet.fact('sealedAt', moment(record.sealedAt)),
    sheet.neutral('round', String(record.round)),
  ),
  section(sentence('score_sheet.criteria')),
  table(
    [
      ...[sheet.share('criterion', 1), sheet.fixed('weight', 60, true)],
      ...[sheet.fixed('levelOf', 110, true), sheet.fixed('points', 60, true)],
    ],
    record.criteria.map(criterionRow),
  ),
  facts(
    record.total === null
      ? sheet.fact('total', sentence('score_sheet.noTotal'))
      : sheet.neutral('total', record.total),
    ...(record.confidence === null
      ? []
      : [sheet.fact('confidence', sentence(`score_sheet.confidences.${record.confidence}`))]),
  ),
  ...record.criteria
    .filter(isReasoned)
    .flatMap((criterion): readonly Block[] => [
      section(spoken(criterion.name)),
      ...(criterion.anchor === null ? [] : [note(spoken(criterion.anchor))]),
      ...quote(criterion.comment),
      ...evidence(criterion),
    ]),
  ...(record.remark.trim() === '' ? [] : [section(sentence('score_sheet.remark')), ...quote(record.remark)]),
  note(sentence(record.example ? 'score_sheet.exampleNote' : 'score_sheet.note')),
  facts(sheet.neutral('commitment', record.commitment)),
]
