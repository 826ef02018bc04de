import { describe, expect, it } from 'vitest'
import { PHASES } from '#app/domain/campaign/phase.ts'
import { type Outcome, standingOf } from '#app/domain/nomination/standing.ts'

describe('where a nomination stands for its own people', () => {
  const along = (outcome: Outcome | null) =>
    Object.fromEntries(PHASES.map((phase) => [phase, standingOf('admissible', phase, outcome)]))

  it('follows the phase while nothing is published', () => {
    expect(along(null)).toEqual({
      preparation: 'admissible',
      nominations: 'admissible',
      screening: 'admissible',
      evaluation: 'in_evaluation',
      presentations: 'in_evaluation',
      deliberation: 'in_deliberation',
      embargo: 'in_deliberation',
      published: 'admissible',
      archived: 'admissible',
    })
  })

  it('says a result after the release and never before, whoever hands one in', () => {
    for (const outcome of ['laureate', 'not_awarded'] as const)
      expect(along(outcome)).toEqual({ ...along(null), published: outcome, archived: outcome })
  })

  it('is what is stored for a nomination that does not compete', () => {
    for (const state of ['draft', 'submitted', 'inadmissible', 'withdrawn', 'disqualified'] as const)
      for (const phase of PHASES) expect(standingOf(state, phase, 'laureate')).toBe(state)
  })
})
