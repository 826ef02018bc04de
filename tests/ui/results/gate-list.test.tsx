import { screen } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { describe, expect, it } from 'vitest'
import { GateList } from '#app/ui/results/gate-list.tsx'
import { faults, show } from '../support/show.tsx'

type Blocker = ComponentProps<typeof GateList>['blockers'][number]
const category = { fr: 'Services intégrés', ar: 'الخدمات المندمجة' }
const blocker = (over: Partial<Blocker>): Blocker => ({
  ...{ code: 'slot-undecided', category, prize: null, meeting: null, count: 0, differences: [] },
  target: { screen: 'room', id: 's1', item: 'i1' },
  ...over,
})
const prize = (fr: string, ar: string) => ({ type: 'excellence', label: { fr, ar } })
const MEETING = Date.UTC(2026, 9, 12, 9)
const blockers = [
  blocker({ prize: prize('Premier prix', 'الجائزة الأولى') }),
  blocker({
    prize: prize('Deuxième prix', 'الجائزة الثانية'),
    target: { screen: 'room', id: 's1', item: 'i2' },
  }),
  blocker({
    ...{ code: 'minutes-unsigned', category: null, meeting: MEETING },
    target: { screen: 'minutes', id: 's1' },
  }),
  blocker({ code: 'sheets-open', count: 2, target: { screen: 'sheets', id: null } }),
]

describe('what stands before the release', () => {
  it('names the prize, the category and the day of the meeting, and leads to each', async () => {
    const { container } = show(<GateList blockers={blockers} />, 'fr')
    const links = screen
      .getAllByRole('link')
      .map((link) => [link.textContent?.replace(/\s/g, ' '), link.getAttribute('href')])
    expect(links).toEqual([
      [
        '« Premier prix », catégorie « Services intégrés » : aucune décision n’a été prise.',
        '/fr/deliberation/sessions/s1?item=i1',
      ],
      [
        '« Deuxième prix », catégorie « Services intégrés » : aucune décision n’a été prise.',
        '/fr/deliberation/sessions/s1?item=i2',
      ],
      [
        expect.stringContaining('procès-verbal de la séance du 12 octobre 2026'),
        '/fr/deliberation/sessions/s1/minutes',
      ],
    ])
    expect(container.textContent?.replace(/\s/g, ' ')).toContain('2 fiches rouvertes ne sont pas scellées')
    expect(await faults(container)).toEqual([])
  })

  it('says the same in Arabic, with the forms of its plural', () => {
    const { container } = show(<GateList blockers={blockers} />, 'ar')
    expect(container.textContent).toContain('«الجائزة الأولى»، صنف «الخدمات المندمجة»: لم يُتخذ أي قرار بعد.')
    expect(container.textContent).toContain('بطاقتان أُعيد فتحهما')
  })
})
