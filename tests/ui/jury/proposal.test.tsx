import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { MeetingMap } from '#app/ui/jury/meeting-map.tsx'
import { ObstructionWords } from '#app/ui/jury/obstruction-words.tsx'
import { ProposalPanel } from '#app/ui/jury/proposal-panel.tsx'
import type { Proposal } from '#app/ui/jury/proposal.ts'
import { faults, show } from '../support/show.tsx'

const obstruction = {
  references: ['EMT-2026-0004', 'EMT-2026-0009', 'EMT-2026-0017'],
  places: 5,
  needed: 9,
  group: null,
  relaxation: {
    extraPlaces: [{ name: 'Amina', count: 2 }],
    fewerReaders: [{ reference: 'EMT-2026-0004', count: 2 }],
    group: null,
  },
}
const meetings = {
  seats: [
    { seatId: 'a', name: 'Amina' },
    { seatId: 'b', name: 'Driss' },
    { seatId: 'c', name: 'سلوى' },
  ],
  counts: [
    [0, 3, 1],
    [0, 0, 0],
    [0, 0, 0],
  ],
  most: 3,
  fewestPossible: 2,
  pairs: 3,
  pairsApart: 1,
  components: 1,
}

describe('an impossible assignment', () => {
  it('is said in words: which nominations, how many places, for how many readers, and what would give', () => {
    const { container } = show(<ObstructionWords obstruction={obstruction} />)
    expect(container.textContent).toContain(
      'Places sans empêchement pour ces 3 candidatures ensemble\u00A0: 5\u202F; lectures demandées\u00A0: 9.',
    )
    for (const reference of obstruction.references) expect(container.textContent).toContain(reference)
    expect(container.textContent).toContain('2 dossiers au-delà de la charge maximale')
    expect(container.textContent).toContain('2 lecteurs de moins')
  })

  it('uses the dual in Arabic, and has no fault for axe', async () => {
    const { container } = show(<ObstructionWords obstruction={obstruction} />, 'ar')
    expect(container.textContent).toContain('ملفان فوق الحد الأقصى')
    expect(container.textContent).toContain('بنقص قارئين')
    expect(await faults(container)).toEqual([])
  })

  it('says so when counting alone does not explain it', () => {
    const { container } = show(<ObstructionWords obstruction={null} />)
    expect(container.textContent).toContain('sans qu’un simple décompte l’explique')
  })
})

describe('the meetings of jurors', () => {
  it('are a table by both names, with their finding in a sentence', async () => {
    const { container } = show(<MeetingMap meetings={meetings} />)
    expect(container.textContent).toContain('Dossiers communs à deux membres\u00A0: 3 au plus')
    expect(container.textContent).toContain('1 paire de membres n’a aucun dossier en commun.')
    expect(screen.getAllByRole('row', { hidden: true })).toHaveLength(4)
    expect(await faults(container)).toEqual([])
  })

  it('warn of groups that nothing links', () => {
    const { container } = show(<MeetingMap meetings={{ ...meetings, components: 2 }} />)
    expect(container.textContent).toContain('2 groupes sans dossier commun')
  })
})

describe('a proposal as its page shows it', () => {
  const proposal: Proposal = {
    ...{ id: 'p', number: 3, state: 'confirmed', stage: null, inputHash: 'aa', commitment: 'bb' },
    ...{ solver: null, seed: { seed: 7, salt: 'cc' }, settings: { capPercent: 75 } },
    ...{ refused: null, obstruction: null, isApart: false },
    plan: {
      ...{ added: 12, sum: 90, smallest: 11, floorBound: 12, sumProven: false },
      ...{ optimum: { sum: 95, smallest: 11 }, swaps: 0, kappa: null, relaxation: null },
      mixture: { plans: 4, most: 3 },
    },
  }

  it('says from how many plans it was drawn, and that a minimum is not proven', () => {
    const { container } = show(<ProposalPanel proposal={proposal} can={{ propose: false, confirm: false }} />)
    expect(container.textContent).toMatch(/Affectations préparées.: 4, également probables/)
    const ready = show(
      <ProposalPanel proposal={{ ...proposal, state: 'ready' }} can={{ propose: false, confirm: false }} />,
    )
    expect(ready.container.textContent).toContain(
      'Il n’est pas prouvé que ce minimum soit le plus grand possible',
    )
    expect(ready.container.textContent).toContain('aucune affectation ne dépasse 12')
  })

  it('says why a clerk in conflict has neither its figures nor its button', async () => {
    const apart: Proposal = { ...proposal, state: 'ready', isApart: true, plan: null, seed: null }
    for (const [locale, words] of [
      ['fr', 'dont celui d’une administration pour laquelle vous agissez'],
      ['ar', 'ومنها ملف إدارة تتصرفون باسمها'],
    ] as const) {
      const { container } = show(
        <ProposalPanel proposal={apart} can={{ propose: true, confirm: false }} />,
        locale,
      )
      expect(container.textContent).toContain(words)
      expect(container.querySelector('button')).toBeNull()
      expect(await faults(container)).toEqual([])
    }
  })
})
