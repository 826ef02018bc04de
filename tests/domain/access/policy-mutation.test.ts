import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ACTIONS, type Action } from '#app/domain/access/action.ts'
import { POLICY } from '#app/domain/access/policy-table.ts'
import { type Condition, may, type Role, ROLES, type Rule } from '#app/domain/access/rule.ts'
import { PHASES } from '#app/domain/campaign/phase.ts'
import { CONDITIONS, rowOf, verdictsOf } from './matrix.ts'

/** The frozen lines by action: what a reviewer of a change of rights sees. */
const FROZEN = new Map<string, readonly string[]>()
for (const block of readFileSync('tests/domain/access/policy-matrix.txt', 'utf8').split(/\n(?=[a-z])/)) {
  const [action = '', ...lines] = block.trimEnd().split('\n')
  FROZEN.set(action, lines)
}
const headOf = (role: Role): string => `  ${role.padEnd(14)} `
const frozenOf = (action: Action, roles: readonly Role[]): readonly string[] =>
  (FROZEN.get(action) ?? []).filter((line) => roles.some((role) => line.startsWith(headOf(role))))
const frozenRow = (action: Action, role: Role): string =>
  frozenOf(action, [role])[0]?.slice(headOf(role).length, headOf(role).length + PHASES.length) ??
  '·'.repeat(PHASES.length)
const holds = (action: Action, roles: readonly Role[]): boolean =>
  verdictsOf(action, roles).join('\n') === frozenOf(action, roles).join('\n')

type Mutant = {
  readonly what: string
  readonly action: Action
  readonly at: number
  readonly rule: Rule | null
}
const without = <T>(list: readonly T[], one: T): readonly T[] => list.filter((other) => other !== one)
const perRule = (mutantsOf: (rule: Rule) => readonly (readonly [string, Rule | null])[]): readonly Mutant[] =>
  ACTIONS.flatMap((action) =>
    POLICY[action].flatMap((rule, at) =>
      mutantsOf(rule).map(([what, instead]) => ({
        ...{ what: `${action} rule ${at + 1} ${what}`, action, at },
        rule: instead,
      })),
    ),
  )

/** One clause less: a rule, one of its roles, one of its phases, one of its conditions. */
const REDUCED = perRule((rule) => [
  ['left out', null],
  ...rule.as.map((role) => [`without ${role}`, { ...rule, as: without(rule.as, role) }] as const),
  ...(rule.during ?? PHASES).map(
    (phase) => [`without ${phase}`, { ...rule, during: without(rule.during ?? PHASES, phase) }] as const,
  ),
  ...rule.given.map((one) => [`without ${one}`, { ...rule, given: without(rule.given, one) }] as const),
])

/** One condition more. Whoever acts by a mandate has what `own` asks for. */
const STRICTER = perRule((rule) =>
  CONDITIONS.filter((one: Condition) => one !== 'own' && !rule.given.includes(one)).map(
    (one) => [`with ${one}`, { ...rule, given: [...rule.given, one] }] as const,
  ),
)

/** Runs something on a changed table, which is put back whatever happens. */
function changed<T>(action: Action, rules: readonly Rule[], work: () => T): T {
  const table = POLICY as Record<Action, readonly Rule[]>
  const kept = table[action]
  table[action] = rules
  try {
    return work()
  } finally {
    table[action] = kept
  }
}

/** Whether a line of the frozen matrix is no longer true. What everybody may, every role may. */
function isMissed({ action, at, rule }: Mutant): boolean {
  const before = POLICY[action]
  const roles = before[at]?.as.some((role) => role === 'public' || role === 'account')
    ? ROLES
    : (before[at]?.as ?? [])
  const rules = [...before.slice(0, at), ...(rule === null ? [] : [rule]), ...before.slice(at + 1)]
  return changed(action, rules, () => !holds(action, roles))
}

describe('every clause of the policy', () => {
  it('holds as frozen before anything is changed', () => {
    expect(ACTIONS.filter((action) => !holds(action, ROLES))).toEqual([])
  })

  it.each([
    ['taken away', REDUCED, 1000],
    ['made stricter', STRICTER, 1000],
  ] as const)('is missed when it is %s', (_, mutants, least) => {
    expect(mutants.length).toBeGreaterThan(least)
    expect(mutants.filter((mutant) => !isMissed(mutant)).map(({ what }) => what)).toEqual([])
  })

  it('is noticed when it is given to one role more in one phase', () => {
    const unseen: string[] = []
    let tried = 0
    for (const action of ACTIONS)
      for (const role of ROLES)
        for (const [at, phase] of PHASES.entries()) {
          if (frozenRow(action, role)[at] !== '·') continue
          tried += 1
          const rules = [...POLICY[action], may([role], [phase])]
          if (changed(action, rules, () => rowOf(action, role)) === frozenRow(action, role))
            unseen.push(`${action} for ${role} in ${phase}`)
        }
    expect(tried).toBeGreaterThan(9000)
    expect(unseen).toEqual([])
  })
})
