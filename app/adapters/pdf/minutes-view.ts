import * as format from '#app/i18n/format.ts'
import { listed, moment } from './frame-view.ts'
import type { MinutesAttendant, MinutesDecision, MinutesItem, MinutesRecord, MinutesVote } from './records.ts'
import { asWritten, type FactRow, type Pair, sentence, spoken, spokenText } from './spoken.ts'

export const MINUTES_LABELS = [
  'openedAt',
  'closedAt',
  'attendance',
  'person',
  'seat',
  'capacity',
  'presence',
  'quorum',
  'recused',
  'rank',
  'reference',
  'service',
  'score',
  'motion',
  'form',
  'inFavour',
  'against',
  'blank',
  'outcome',
  'signatures',
  'ranking',
] as const

const role = (of: MinutesAttendant['role']): Pair => sentence(`minutes.role.${of}`)

function presence({ arrivedAt, leftAt }: MinutesAttendant): Pair {
  if (arrivedAt === null) return sentence('minutes.absent')
  if (leftAt === null)
    return sentence('minutes.presentFrom', (side) => ({ arrival: format.time(side, arrivedAt) }))
  return sentence('minutes.presentBetween', (side) => ({
    arrival: format.time(side, arrivedAt),
    departure: format.time(side, leftAt),
  }))
}

const attendant = (person: MinutesAttendant) => ({
  name: person.name,
  seat: spoken(person.seat),
  role: role(person.role),
  presence: presence(person),
})

const voteRow = (vote: MinutesVote) => ({
  motion: spoken(vote.motion),
  form: sentence(`minutes.${vote.form}`),
  inFavour: String(vote.inFavour),
  against: String(vote.against),
  blank: String(vote.blank),
  outcome: sentence(
    `minutes.${vote.carried ? 'carried' : 'rejected'}${vote.castingVote ? 'ByCastingVote' : ''}`,
  ),
})

function decisionBlock(decision: MinutesDecision) {
  const { reason } = decision
  return {
    slot: spoken(decision.slot),
    outcome: sentence(`minutes.${decision.outcome}`),
    winners: decision.winners.map((winner) => ({
      reference: winner.reference,
      title: spoken(winner.title),
      administration: spoken(winner.administration),
    })),
    reason:
      reason === null ? null : sentence('minutes.reason', (side) => ({ reason: spokenText(reason, side) })),
  }
}

function itemBlock(item: MinutesItem) {
  const { present, required } = item.quorum
  const counts = { present: String(present), required: String(required) }
  const recused: Pair =
    item.recused.length === 0 ? sentence('minutes.nobody') : listed(item.recused.map(asWritten))
  const facts: FactRow[] = [
    { key: 'quorum', value: sentence('minutes.quorumText', () => counts) },
    { key: 'recused', value: recused },
  ]
  return {
    category: spoken(item.category),
    facts,
    ranking: item.ranking.map((row) => ({
      rank: row.rank === null ? '–' : String(row.rank),
      reference: row.reference,
      title: spoken(row.title),
      score: row.score === null ? '–' : row.score,
    })),
    votes: item.votes.map(voteRow),
    decisions: item.decisions.map(decisionBlock),
    remarks: item.remarks === null ? null : spoken(item.remarks),
  }
}

export function minutesBody(record: MinutesRecord) {
  const { openedAt, closedAt } = record.session
  const facts: FactRow[] = [
    { key: 'openedAt', value: moment(openedAt) },
    { key: 'closedAt', value: closedAt === null ? sentence('minutes.stillOpen') : moment(closedAt) },
  ]
  const digests: FactRow[] = [{ key: 'ranking', neutral: record.rankingSha256 }]
  return {
    lead: sentence('minutes.lead', () => ({ year: String(record.year) })),
    facts,
    attendance: record.attendance.map(attendant),
    items: record.items.map(itemBlock),
    signatures: record.signatures.map(({ name, role: of, signedAt }) => ({
      name,
      role: role(of),
      signed:
        signedAt === null
          ? sentence('minutes.unsigned')
          : sentence('minutes.signedAt', (side) => ({ moment: format.dateTime(side, signedAt) })),
    })),
    digests,
    note: sentence('minutes.note'),
  }
}
