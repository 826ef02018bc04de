import { expect, it } from 'vitest'
import { ACTIONS } from '#app/domain/access/action.ts'
import { decide } from '#app/domain/access/policy.ts'
import { PHASE_LETTERS, phaseColumns } from '#app/domain/access/policy-table.ts'
import { ROLES } from '#app/domain/access/rule.ts'
import { PHASES } from '#app/domain/campaign/phase.ts'
import { favourable, holding } from './an-actor.ts'

/** One line per action and role that has any right; a letter for each phase in which it is permitted. */
function matrix(): string {
  const lines = [`role × action × phase (${phaseColumns}), everything else speaking for the actor`, '']
  for (const action of ACTIONS) {
    lines.push(action)
    for (const role of ROLES) {
      const row = PHASES.map((phase) =>
        decide(holding(role), action, { ...favourable, phase }).ok ? PHASE_LETTERS[phase] : '·',
      ).join('')
      if (/\w/.test(row)) lines.push(`  ${role.padEnd(14)} ${row}`)
    }
  }
  return `${lines.join('\n')}\n`
}

it('keeps the policy matrix as frozen', async () => {
  await expect(matrix()).toMatchFileSnapshot('policy-matrix.txt')
})
