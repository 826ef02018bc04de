import { expect, it } from 'vitest'
import { assignmentFigures } from '#app/cli/bench/figures-assignment.ts'

it('measures a proven proposal, stage by stage', async () => {
  const figures = await assignmentFigures({ nominations: 30, jurors: 12, readers: 3 })
  expect(figures).toMatchObject({ nominations: 30, jurors: 12, proven: true })
  expect(figures.stages.map(({ stage }) => stage)).toEqual([
    'feasibility',
    'loads',
    'floor',
    'balance',
    'check',
  ])
  expect(figures.sum).toBeGreaterThanOrEqual(30 * figures.smallest)
}, 60_000)
