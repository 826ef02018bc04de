import { between, fromNominations, only, RELEASED } from './phase-spans.ts'
import { may } from './rule.ts'
import type { Action } from './action.ts'
import type { OfficeAction } from './policy-office.ts'
import type { Role, Rule } from './rule.ts'

const seated: readonly Role[] = ['juror', 'chair', 'deputy', 'expert']
const voting: readonly Role[] = ['juror', 'chair', 'deputy']
/** Whoever asks, signed in or not: everybody is at least `public`. */
const anyone: readonly Role[] = ['public']
const meeting = only('deliberation')
const reading = between('evaluation', 'deliberation')

/** What the chair may do, and the deputy in the files and categories where the chair may not. */
const chairing = (during: Rule['during'], ...given: Rule['given']): readonly Rule[] => [
  may(['chair'], during, 'charter-signed', 'not-recused', ...given),
  may(['deputy'], during, 'charter-signed', 'not-recused', 'deputises', ...given),
]

/** The same where no single file is concerned: lists lose recused files by their scope (`visibility.ts`). */
const presiding = (during: Rule['during'], ...given: Rule['given']): readonly Rule[] => [
  may(['chair'], during, 'charter-signed', ...given),
  may(['deputy'], during, 'charter-signed', 'deputises', ...given),
]

/** Seats, interests, assignment, reading, scoring, deliberation, results. */
export const JURY_AND_RESULTS: Readonly<Record<Exclude<Action, OfficeAction>, readonly Rule[]>> = {
  'seat.read': [may(['secretariat', 'organiser', 'chair', 'auditor'], null)],
  'seat.read-public': [may(anyone, fromNominations)],
  'seat.invite': [may(['secretariat', 'organiser'], between('preparation', 'evaluation'))],
  'seat.promote': [may(['secretariat', 'organiser'], between('preparation', 'deliberation'))],
  'seat.answer': [may(['account'], between('preparation', 'deliberation'), 'self')],
  'charter.sign': [may(seated, between('preparation', 'deliberation'))],
  'interests.read': [may(seated, between('screening', 'deliberation'), 'charter-signed')],
  'interests.declare': [may(seated, between('screening', 'deliberation'), 'charter-signed')],
  'recusal.record': [
    may(['secretariat', 'organiser'], between('screening', 'deliberation')),
    ...chairing(reading),
  ],
  'recusal.pin': [may(['secretariat'], between('screening', 'deliberation'))],
  'recusal.propose-lift': [may(['secretariat'], between('screening', 'deliberation'), 'not-recused')],
  'recusal.settle-lift': [
    may(['secretariat'], between('screening', 'deliberation'), 'other-clerk', 'not-recused'),
  ],
  'assignment.read': [may(['secretariat', 'organiser', 'auditor'], between('screening', 'archived'))],
  'assignment.propose': [may(['secretariat'], between('screening', 'evaluation'))],
  'assignment.confirm': [may(['secretariat'], between('screening', 'evaluation'))],
  // In the presentations on the shortlist alone, where they are a second round (`jury/reading-round.ts`).
  'assignment.move': [may(['secretariat'], between('screening', 'presentations'), 'not-recused')],

  'dossier.read': [
    may(
      ['juror', 'expert'],
      between('evaluation', 'presentations'),
      'charter-signed',
      'not-recused',
      'declared',
      'assigned',
    ),
    may(['juror', 'expert'], meeting, 'charter-signed', 'not-recused', 'declared'),
    may(['chair', 'deputy'], reading, 'charter-signed', 'not-recused', 'declared'),
  ],
  'dossier.use-access': [
    may(['juror', 'expert'], reading, 'charter-signed', 'not-recused', 'declared', 'assigned'),
  ],
  'evidence.read': [
    may(['editor', 'signatory'], fromNominations, 'own'),
    may(['secretariat'], fromNominations, 'not-recused'),
    // Whoever answers an appeal judges on what was deposited, and opens it for that alone.
    may(['organiser'], only('screening', 'evaluation'), 'not-recused', 'uninvolved', 'appealed'),
    may(['juror', 'expert'], reading, 'charter-signed', 'not-recused', 'declared', 'assigned'),
    may(voting, meeting, 'charter-signed', 'not-recused', 'declared'),
    may(['auditor'], fromNominations),
  ],
  'sheet.read': [
    may(['juror'], between('evaluation', 'archived'), 'self', 'not-recused'),
    may(['auditor'], between('deliberation', 'archived'), 'not-recused'),
  ],
  'sheet.save': [may(['juror'], reading, 'self', 'charter-signed', 'not-recused', 'declared', 'assigned')],
  'sheet.seal': [may(['juror'], reading, 'self', 'charter-signed', 'not-recused', 'declared', 'assigned')],
  'sheet.abstain': [may(['juror'], reading, 'self', 'charter-signed', 'not-recused', 'declared', 'assigned')],
  'sheet.reopen': chairing(reading),
  'plenary.send': chairing(only('evaluation', 'presentations')),
  'flag.raise': [may(['juror'], reading, 'charter-signed', 'not-recused', 'declared', 'assigned')],
  // Of a file hidden from the reader there is none: its lists lose them (`queries/chair/flags.ts`).
  'flag.read': [
    may(['organiser', 'secretariat', 'auditor'], between('evaluation', 'archived')),
    ...presiding(between('evaluation', 'archived')),
  ],
  'opinion.write': [may(['expert'], reading, 'charter-signed', 'not-recused', 'declared', 'assigned')],
  'opinion.read': [
    may(['expert'], reading, 'self'),
    may(['juror'], reading, 'charter-signed', 'not-recused', 'own-sealed'),
    ...chairing(reading),
  ],
  'progress.read': [
    may(['organiser', 'secretariat', 'auditor'], between('evaluation', 'archived')),
    ...presiding(between('evaluation', 'archived')),
  ],
  'spread.read': [
    ...presiding(between('evaluation', 'archived'), 'evaluation-closed'),
    may(['auditor'], between('deliberation', 'archived')),
    may(['organiser'], RELEASED),
  ],
  'ranking.read': [
    may(voting, only('deliberation', 'embargo', 'published', 'archived'), 'charter-signed'),
    may(['auditor'], between('deliberation', 'archived')),
    may(['organiser', 'publisher'], RELEASED),
  ],
  'presentation.schedule': [may(['secretariat'], only('evaluation', 'presentations'))],
  'presentation.record': [may(['secretariat'], only('presentations')), ...chairing(only('presentations'))],

  'session.convene': [may(['secretariat'], between('evaluation', 'deliberation')), ...presiding(reading)],
  'session.read': [
    may(seated, meeting, 'charter-signed'),
    may(['secretariat', 'auditor'], between('deliberation', 'archived')),
  ],
  'session.open': presiding(meeting),
  'session.record-attendance': [may(['secretariat'], meeting), ...presiding(meeting)],
  'session.open-item': chairing(meeting),
  'session.close-item': chairing(meeting),
  'session.close': presiding(meeting),
  'lot.draw': presiding(meeting),
  'ballot.cast': [may(voting, meeting, 'charter-signed', 'not-recused')],
  // After the vote and until the minutes bear a signature: whoever was in the room and recused from nothing in the point.
  'dissent.ask': [may(voting, meeting, 'charter-signed', 'not-recused')],
  'award.decide': chairing(meeting),
  'minutes.read': [
    may(voting, between('deliberation', 'archived'), 'charter-signed'),
    may(['secretariat', 'publisher', 'auditor'], between('deliberation', 'archived')),
  ],
  // The exact document carries official scores: nobody reads those before release but who may read the ranking.
  'minutes.read-scores': [
    may(voting, between('deliberation', 'archived'), 'charter-signed'),
    may(['auditor'], between('deliberation', 'archived')),
    may(['secretariat', 'publisher'], RELEASED),
  ],
  'minutes.draft': [may(['secretariat'], meeting), ...presiding(meeting)],
  'minutes.sign': [may(voting, meeting, 'charter-signed')],

  'release.read': [may(['publisher', 'chair', 'auditor'], between('deliberation', 'archived'))],
  'release.prepare': [may(['publisher'], only('deliberation', 'embargo'))],
  'release.approve': [may(['publisher', 'chair'], only('deliberation', 'embargo'), 'other-clerk')],
  'release.schedule': [may(['publisher'], only('deliberation', 'embargo'))],
  'certificate.issue': [may(['publisher'], RELEASED)],
  'erratum.publish': [may(['publisher'], RELEASED, 'other-clerk')],
  'laureates.read-public': [may(anyone, RELEASED)],
  'open-data.read': [may(anyone, RELEASED)],
  'bundle.read': [may(anyone, RELEASED)],
  'document.check': [may(anyone, null)],
  'document.read': [
    may(['editor', 'signatory'], fromNominations, 'own'),
    may(['account'], null, 'self'),
    may(['secretariat', 'auditor'], fromNominations, 'not-recused'),
  ],
  'export.nominations': [may(['secretariat', 'organiser', 'auditor'], fromNominations)],
  'export.scores': [may(['auditor'], between('deliberation', 'archived')), may(['organiser'], RELEASED)],
}
