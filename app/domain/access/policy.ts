import { ok, refuse } from '../kernel/result.ts'
import { isSystem, OFFICE_ROLES, SEAT_ROLES } from './actor.ts'
import { handsIn, separationBreach } from './separation.ts'
import { POLICY } from './policy-table.ts'
import type { Brand } from '../kernel/brand.ts'
import type { Refusal, Result } from '../kernel/result.ts'
import type { Action } from './action.ts'
import type { Actor } from './actor.ts'
import type { PolicyFacts } from './facts.ts'
import type { Condition, Role, Rule } from './rule.ts'

/** The proof that the policy said yes; only `decide` makes one. */
export type Permit = Brand<
  {
    readonly action: Action
    readonly as: Role
    readonly campaignId: string | null
    readonly personId: string | null
  },
  'Permit'
>

export type DenialReason =
  | 'not-signed-in'
  | 'wrong-role'
  | 'wrong-phase'
  | 'second-factor-required'
  | 'separate-hands'
  | 'not-own'
  | 'recused'
  | 'charter-missing'
  | 'declaration-missing'
  | 'not-assigned'
  | 'not-deputising'
  | 'own-proposal'
  | 'took-part'
  | 'own-sheet-unsealed'
  | 'list-not-public'
  | 'evaluation-open'

type Predicate = (actor: Actor | null, facts: PolicyFacts) => boolean

const CONDITIONS: Readonly<Record<Condition, readonly [Predicate, DenialReason]>> = {
  own: [
    (actor, { administrationId }) =>
      typeof administrationId === 'string' &&
      (actor?.mandates.some((mandate) => mandate.administrationId === administrationId) ?? false),
    'not-own',
  ],
  self: [(actor, { ownerId }) => actor !== null && ownerId === actor.personId, 'not-own'],
  'not-recused': [(_, { recused }) => recused === false, 'recused'],
  'charter-signed': [(_, { charterSigned }) => charterSigned === true, 'charter-missing'],
  declared: [(_, { declared }) => declared === true, 'declaration-missing'],
  assigned: [(_, { assigned }) => assigned === true, 'not-assigned'],
  deputises: [(_, { deputises }) => deputises === true, 'not-deputising'],
  'other-clerk': [
    (actor, { firstHand }) => firstHand !== undefined && firstHand !== actor?.personId,
    'own-proposal',
  ],
  uninvolved: [
    (actor, { involved }) => actor !== null && involved !== undefined && !involved.includes(actor.personId),
    'took-part',
  ],
  appealed: [(_, { appealed }) => appealed === true, 'not-assigned'],
  'own-sealed': [(_, { ownSealed }) => ownSealed === true, 'own-sheet-unsealed'],
  'list-public': [(_, { listPublic }) => listPublic === true, 'list-not-public'],
  'evaluation-closed': [(_, { evaluationClosed }) => evaluationClosed === true, 'evaluation-open'],
}

/** The roles in which somebody asks, for the campaign and the administration of the thing asked about. */
export function rolesOf(actor: Actor | null, facts: PolicyFacts): ReadonlySet<Role> {
  if (actor === null) return new Set<Role>(['public'])
  if (isSystem(actor)) return new Set<Role>(['system'])
  const roles = new Set<Role>(['public', 'account'])
  const { campaignId, administrationId } = facts
  for (const grant of actor.grants) {
    const everywhere = campaignId === null || grant.role === 'administrator'
    if (everywhere || grant.campaignId === campaignId) roles.add(grant.role)
  }
  for (const seat of actor.seats) {
    if (seat.accepted && campaignId !== null && seat.campaignId === campaignId) roles.add(seat.role)
  }
  for (const mandate of actor.mandates) {
    if (
      administrationId === undefined ||
      administrationId === null ||
      administrationId === mandate.administrationId
    ) {
      roles.add(mandate.role)
    }
  }
  return roles
}

const needsSecondFactor = (role: Role): boolean =>
  [...OFFICE_ROLES, ...SEAT_ROLES].some((known) => known === role)

/** How far a rule was met before it failed; the refusal told is that of the rule that came furthest. */
type Verdict = { readonly depth: number; readonly refusal: Refusal<DenialReason> }

function tryRule(rule: Rule, role: Role, actor: Actor | null, facts: PolicyFacts): Verdict | null {
  const { phase, campaignId } = facts
  if (rule.during !== null && (phase === null || !rule.during.includes(phase))) {
    return { depth: 1, refusal: refuse('wrong-phase', { phase: phase ?? 'none' }) }
  }
  if (needsSecondFactor(role) && actor !== null && !actor.secondFactor) {
    return { depth: 2, refusal: refuse('second-factor-required') }
  }
  const breach =
    needsSecondFactor(role) && actor && campaignId ? separationBreach(handsIn(actor, campaignId)) : null
  if (breach !== null)
    return { depth: 3, refusal: refuse('separate-hands', { one: breach[0], other: breach[1] }) }
  for (const [index, condition] of rule.given.entries()) {
    const [holds, reason] = CONDITIONS[condition]
    if (!holds(actor, facts)) return { depth: 4 + index, refusal: refuse(reason) }
  }
  return null
}

/**
 * Decides whether somebody (null: nobody signed in) may do or see something (reliability.md R1). One table, read
 * top to bottom; default no; unknown facts count against. An administrator gains no dossier and no score by
 * being one, and nobody who holds two separate hands of a campaign acts with either.
 */
export function decide(
  actor: Actor | null,
  action: Action,
  facts: PolicyFacts,
): Result<Permit, DenialReason> {
  const roles = rolesOf(actor, facts)
  let nearest: Verdict = {
    depth: 0,
    refusal: actor === null ? refuse('not-signed-in') : refuse('wrong-role'),
  }
  for (const rule of POLICY[action]) {
    for (const role of rule.as) {
      if (!roles.has(role)) continue
      const verdict = tryRule(rule, role, actor, facts)
      if (verdict === null) {
        const permit = { action, as: role, campaignId: facts.campaignId, personId: actor?.personId ?? null }
        return ok(permit as Permit)
      }
      if (verdict.depth > nearest.depth) nearest = verdict
    }
  }
  return nearest.refusal
}
