import { expect, it } from 'vitest'
import { ACTIONS } from '#app/domain/access/action.ts'
import { phaseColumns } from '#app/domain/access/policy-table.ts'
import { sights, verdictsOf } from './matrix.ts'

it('keeps the policy matrix as frozen', async () => {
  const lines = [
    `role × action × phase (${phaseColumns}), everything else speaking for the actor; then what must not speak against`,
    '',
    ...ACTIONS.flatMap((action) => [action, ...verdictsOf(action)]),
  ]
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('policy-matrix.txt')
})

it('keeps what each role sees as frozen', async () => {
  const lines = [
    `role × thing × phase (${phaseColumns}): p public, o own, a own administrations, s assigned, c campaign without one's recused files, C campaign, i installation`,
    '',
    ...sights(),
  ]
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('visibility-matrix.txt')
})
