import type { Action } from '#app/domain/access/action.ts'
import { type Actor, SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { PolicyFacts } from '#app/domain/access/facts.ts'
import { decide } from '#app/domain/access/policy.ts'
import { PHASE_LETTERS } from '#app/domain/access/policy-table.ts'
import { type Condition, type Role, ROLES } from '#app/domain/access/rule.ts'
import { THINGS, type Scope, visible } from '#app/domain/access/visibility.ts'
import { PHASES, type Phase } from '#app/domain/campaign/phase.ts'
import { favourable, holding } from './an-actor.ts'

/** For each condition, the one fact that speaks against the actor while all others speak for them. */
const AGAINST: Readonly<Record<Condition, Partial<PolicyFacts>>> = {
  own: { administrationId: null },
  self: { ownerId: 'other' },
  'not-recused': { recused: true },
  'charter-signed': { charterSigned: false },
  declared: { declared: false },
  assigned: { assigned: false },
  deputises: { deputises: false },
  'other-clerk': { firstHand: 'me' },
  uninvolved: { involved: ['me'] },
  appealed: { appealed: false },
  'own-sealed': { ownSealed: false },
  'list-public': { listPublic: false },
  'evaluation-closed': { evaluationClosed: false },
}
export const CONDITIONS = Object.keys(AGAINST) as Condition[]

const holderOf = (role: Role): Actor | null => (role === 'system' ? SYSTEM_ACTOR : holding(role))

const letters = (holds: (phase: Phase) => boolean, otherwise = '·'): string =>
  PHASES.map((phase) => (holds(phase) ? PHASE_LETTERS[phase] : otherwise)).join('')

/** The role's holder, where everything speaks for them: a letter for each phase in which they may. */
export const rowOf = (action: Action, role: Role): string =>
  letters((phase) => decide(holderOf(role), action, { ...favourable, phase }).ok)

/** The phases in which a role may, then each condition whose failing alone takes that away, with the phases it takes. */
function verdict(action: Action, actor: Actor | null, facts: Omit<PolicyFacts, 'phase'>): string {
  const may = (phase: Phase, against: Partial<PolicyFacts> = {}) =>
    decide(actor, action, { ...facts, phase, ...against }).ok
  const row = letters((phase) => may(phase))
  if (!/\w/.test(row)) return row
  const needed = CONDITIONS.flatMap((condition) => {
    const lost = letters((phase) => may(phase) && !may(phase, AGAINST[condition]), '')
    return lost === '' ? [] : [lost === row.replaceAll('·', '') ? condition : `${condition}(${lost})`]
  })
  return [row, ...needed].join(' ')
}

/**
 * What the policy answers about one action, a line for each role that has any right: first of what is the actor's own;
 * then, where a right is left that has other conditions, of what is another's.
 */
export const verdictsOf = (action: Action, roles: readonly Role[] = ROLES): readonly string[] =>
  roles.flatMap((role) => {
    const actor = holderOf(role)
    const own = verdict(action, actor, favourable)
    if (!/\w/.test(own)) return []
    const others = verdict(action, actor, { ...favourable, ...AGAINST.self })
    const tail = others === own || !/\w/.test(others) ? '' : `; of another's: ${others}`
    return [`  ${role.padEnd(14)} ${own}${tail}`]
  })

const SCOPES: Readonly<Record<Scope['kind'], string>> = {
  none: '·',
  public: 'p',
  own: 'o',
  'own-administrations': 'a',
  assigned: 's',
  campaign: 'c',
  installation: 'i',
}
/** A campaign seen whole, the files of a recused person among it. */
const UNCUT = 'C'

/** What each role sees of each thing, phase by phase; a second row where the end of the evaluation changes it. */
export function sights(): readonly string[] {
  const row = (role: Role, thing: (typeof THINGS)[number], evaluationClosed: boolean): string =>
    PHASES.map((phase) => {
      const scope = visible(holding(role), role, thing, { campaignId: 'c1', phase, evaluationClosed })
      return scope.kind === 'campaign' && scope.hideRecusedOf === null ? UNCUT : SCOPES[scope.kind]
    }).join('')
  return THINGS.flatMap((thing) => [
    thing,
    ...ROLES.flatMap((role) => {
      const [open, closed] = [row(role, thing, false), row(role, thing, true)]
      if (!/[^·]/.test(open + closed)) return []
      return [`  ${role.padEnd(14)} ${open}${open === closed ? '' : ` ${closed} once closed`}`]
    }),
  ])
}
