import { between, fromNominations, only, RELEASED } from './phase-spans.ts'
import { may } from './rule.ts'
import type { Action } from './action.ts'
import type { Role, Rule } from './rule.ts'

const applicants: readonly Role[] = ['editor', 'signatory']
const office: readonly Role[] = ['secretariat', 'organiser']
/** Whoever asks, signed in or not: everybody is at least `public`. */
const anyone: readonly Role[] = ['public']
const beforeResults = between('nominations', 'deliberation')

export type OfficeAction = Extract<
  Action,
  `${'account' | 'notice' | 'campaign' | 'regulation' | 'category' | 'clarification' | 'announcement' | 'statistics' | 'administration' | 'mandate' | 'nomination' | 'register' | 'screening' | 'complaint' | 'audit' | 'people' | 'role' | 'settings' | 'health' | 'jobs' | 'outbox'}.${string}`
>

/** Accounts, campaign, administrations, nominations, screening, complaints, trust and installation. */
export const OFFICE_AND_NOMINATION: Readonly<Record<OfficeAction, readonly Rule[]>> = {
  'account.read': [may(['account'], null, 'self')],
  'account.update': [may(['account'], null, 'self')],
  'account.end-session': [may(['account'], null, 'self'), may(['administrator'], null)],
  'notice.read': [may(['account'], null, 'self')],

  'campaign.read-public': [may(anyone, null)],
  'regulation.read-public': [may(anyone, fromNominations)],
  'category.read-public': [may(anyone, fromNominations)],
  'campaign.prepare': [may(['organiser', 'administrator'], null)],
  'campaign.read-setup': [may(['organiser', 'auditor'], null)],
  'campaign.edit': [may(['organiser'], only('preparation'))],
  'campaign.sign-regulation': [may(['organiser'], only('preparation'))],
  'campaign.open': [may(['organiser'], only('preparation'))],
  'campaign.extend': [may(['organiser'], only('nominations'))],
  // Working days are counted as long as something may be completed, appealed for or answered in them.
  'campaign.revise-holidays': [may(['organiser'], between('nominations', 'evaluation'))],
  'campaign.close-nominations': [may(['organiser', 'system'], only('nominations'))],
  'campaign.open-evaluation': [may(['organiser'], only('screening'))],
  'campaign.open-presentations': [may(['organiser'], only('evaluation'))],
  'campaign.open-deliberation': [
    may(['organiser', 'chair'], only('evaluation', 'presentations')),
    may(['deputy'], only('evaluation', 'presentations'), 'deputises'),
  ],
  'campaign.embargo': [may(['publisher'], only('deliberation'))],
  'campaign.publish': [may(['publisher', 'system'], only('embargo'))],
  'campaign.archive': [may(['organiser'], only('published'))],
  'campaign.read-tower': [may(office, null), may(['auditor'], null)],
  'clarification.ask': [may(['account'], only('nominations'))],
  'clarification.publish': [may(office, between('nominations', 'screening'))],
  'announcement.send': [may(office, null)],
  'statistics.read': [
    may(anyone, RELEASED),
    may(['organiser', 'secretariat', 'auditor'], between('nominations', 'embargo')),
  ],

  'administration.read': [may(['account'], null)],
  'administration.request': [may(['account'], null)],
  'administration.approve': [may(['secretariat', 'organiser', 'administrator'], null)],
  'mandate.request': [may(['account'], null)],
  'mandate.read': [may(applicants, null, 'own'), may(['secretariat', 'administrator', 'auditor'], null)],
  'mandate.approve': [may(['secretariat', 'administrator'], null), may(['signatory'], null, 'own')],
  'mandate.revoke': [may(['secretariat', 'administrator'], null), may(['signatory'], null, 'own')],

  'nomination.start': [may(applicants, only('nominations'), 'own')],
  'nomination.read': [may(applicants, fromNominations, 'own')],
  'nomination.write': [may(applicants, between('nominations', 'screening'), 'own')],
  'nomination.attach': [may(applicants, between('nominations', 'screening'), 'own')],
  'nomination.request-visa': [may(applicants, only('nominations'), 'own')],
  'nomination.cancel-visa': [may(applicants, only('nominations'), 'own')],
  'nomination.submit': [may(['signatory'], only('nominations'), 'own')],
  'nomination.withdraw': [may(['signatory'], beforeResults, 'own')],
  'nomination.resubmit': [may(applicants, only('nominations'), 'own')],
  'nomination.read-receipt': [
    may(applicants, fromNominations, 'own'),
    may(['secretariat', 'auditor'], fromNominations),
  ],
  'nomination.answer-completion': [may(['signatory'], only('screening', 'nominations'), 'own')],
  'nomination.appeal': [may(['signatory'], only('screening', 'evaluation'), 'own')],
  'nomination.agree-category': [may(['signatory'], only('screening'), 'own')],
  'nomination.read-decision': [may(applicants, between('screening', 'archived'), 'own')],
  'nomination.read-result': [may(applicants, RELEASED, 'own')],
  'nomination.read-feedback': [may(applicants, RELEASED, 'own')],
  'register.read-public': [
    may(anyone, RELEASED),
    may(anyone, between('screening', 'embargo'), 'list-public'),
  ],

  'screening.read-queue': [may(['secretariat'], fromNominations), may(['auditor'], fromNominations)],
  'screening.read-file': [
    may(['secretariat'], fromNominations, 'not-recused'),
    may(['auditor'], fromNominations),
  ],
  'screening.check': [may(['secretariat'], between('nominations', 'screening'), 'not-recused')],
  'screening.propose': [may(['secretariat'], only('screening'), 'not-recused')],
  'screening.validate': [may(['secretariat'], only('screening'), 'not-recused', 'other-clerk')],
  'screening.return': [may(['secretariat'], only('screening'), 'not-recused', 'other-clerk')],
  'screening.request-completion': [may(['secretariat'], between('nominations', 'screening'), 'not-recused')],
  'screening.propose-category': [may(['secretariat'], only('screening'), 'not-recused')],
  'screening.read-appeal': [may(office, fromNominations, 'not-recused'), may(['auditor'], fromNominations)],
  'screening.answer-appeal': [may(office, only('screening', 'evaluation'), 'not-recused', 'uninvolved')],
  'screening.propose-disqualification': [
    may(['secretariat'], between('screening', 'deliberation'), 'not-recused'),
  ],
  'screening.disqualify': [
    may(['organiser'], between('screening', 'deliberation'), 'not-recused', 'other-clerk'),
  ],

  'complaint.file': [may(['signatory'], fromNominations, 'own')],
  'complaint.read': [
    may(['account'], fromNominations, 'self'),
    may(applicants, fromNominations, 'own'),
    may(office, fromNominations),
    may(['auditor'], fromNominations),
  ],
  'complaint.answer': [may(office, fromNominations, 'not-recused', 'uninvolved')],
  'complaint.reopen': [may(['signatory'], fromNominations, 'own', 'self')],

  'audit.read': [may(['auditor'], null)],
  'audit.verify': [may(['auditor', 'administrator'], null)],
  'audit.replay': [may(['auditor'], between('deliberation', 'archived'))],
  'audit.read-access': [may(['auditor'], null)],
  'audit.read-separation': [may(['auditor', 'organiser'], null)],
  'people.read': [may(['administrator'], null)],
  'people.disable': [may(['administrator'], null)],
  'role.grant': [may(['administrator'], null), may(['organiser'], null)],
  'role.revoke': [may(['administrator'], null), may(['organiser'], null)],
  'settings.change': [may(['administrator'], null)],
  'health.read': [may(['administrator'], null)],
  'jobs.read': [may(['administrator'], null)],
  'outbox.read': [may(['organiser', 'administrator'], null)],
  'outbox.hold': [may(['organiser'], null)],
}
