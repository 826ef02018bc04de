import { describe, expect, it } from 'vitest'
import { assignmentKinds } from '#tests/support/vector-kinds/assignment.ts'

const optimum = (input: object): unknown => assignmentKinds['assign.optimum']?.(input)

describe('an assignment under cover groups that share a juror', () => {
  const asked = {
    similarity: [['1', '0', '4/5', '3/5']],
    ...{ per_nomination: 2, load_max: 1 },
    cover: [
      { jurors: [0, 1], min: 1 },
      { jurors: [1, 2], min: 1 },
    ],
  }
  it('has its best chances from the programme itself, exactly', async () => {
    // p0 = 3/4 leaves 1/4 to juror 1, who with p2 = 3/4 covers the second group; the last 1/4 goes to juror 3.
    expect(await optimum({ ...asked, objective: 'random', prob_cap: '3/4' })).toEqual({
      ...{ status: 'optimal', objective: '3/2' },
    })
    expect(await optimum({ ...asked, objective: 'random', prob_cap: '2/3' })).toEqual({
      ...{ status: 'optimal', objective: '7/5' },
    })
  })
  it('is as good without a cap as the best plan', async () => {
    const best = { status: 'optimal', objective: '9/5' }
    expect(await optimum({ ...asked, objective: 'random', prob_cap: '1' })).toEqual(best)
    expect(await optimum({ ...asked, objective: 'sum' })).toEqual(best)
  })
  it('has none where the cap is too low for the groups', async () => {
    const capped = { ...asked, objective: 'random', prob_cap: '1/3' }
    expect(await optimum(capped)).toEqual({ status: 'infeasible', objective: null })
  })
})
