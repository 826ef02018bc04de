import { screen, within } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { describe, expect, it } from 'vitest'
import { SimulationPage } from '#app/ui/organiser/simulation-page.tsx'
import { faults, show } from '../support/show.tsx'

type Props = ComponentProps<typeof SimulationPage>
const share = (percent: string, exact: string) => ({ percent, exact })
const criterion = (code: string, fr: string, ar: string, weight: string) => ({
  ...{ code, name: { fr, ar }, weight, levels: [], threshold: null },
})
const criteria = [
  criterion('impact', 'Impact', 'الأثر', '40'),
  criterion('usage', 'Usage', 'الاستعمال', '60'),
]
const [now, turn] = [share('40', '2/5'), share('28.57', '2/7')]
const studied = {
  ...{ code: 'impact', now, below: { at: turn, takenBy: ['2'] }, above: null },
  intervals: [
    { from: share('0', '0'), to: turn, first: ['2'] },
    { from: turn, to: share('100', '1'), first: ['1'] },
  ],
  envelope: [
    { at: 0, score: 70 },
    { at: 2 / 7, score: 61.4 },
    { at: 1, score: 90 },
  ],
}
const outcome = {
  leaders: ['1'],
  places: [
    { key: '1', rank: 1, score: '66.00' },
    { key: '2', rank: 2, score: '58.00' },
  ],
  criteria: [studied],
  radius: { moved: share('11.43', '4/35'), challenger: '2' },
}
const draft = { criteria, unreadable: [], advice: null, outcome }
const laureate = { title: { fr: 'Sabil', ar: 'سبيل' }, administration: { fr: 'Trésorerie', ar: 'الخزينة' } }
const props: Props = {
  source: {
    ...{ year: 2021, award: { fr: 'Prix', ar: 'جائزة' }, synthetic: true, rule: 'mean' },
    ...{ unscored: [], leftOut: 1 },
    competitors: [
      { key: '1', laureate },
      { key: '2', laureate: null },
    ],
  },
  ...{ draft, typed: null, asked: null, action: '/s', csvHref: '/s.csv', rubricHref: '/r' },
}
const advice = {
  ...{ sum: '80', difference: '20', side: 'missing' as const },
  change: { code: 'usage', from: '60', to: '80' },
}
const text = (container: Element): string => (container.textContent ?? '').replace(/\s/g, ' ')

describe('the page of the weight simulator', () => {
  it('says who stays first until which weight, on which edition, and that it is synthetic', () => {
    const said = text(show(<SimulationPage {...props} />).container)
    expect(said).toContain(
      'Sabil reste en tête sauf si le poids de « Impact » descend au-dessous de 28,57 % (actuellement 40 %)',
    )
    expect(said).toContain('Les notes de l’édition 2021 sont synthétiques')
    expect(said).toContain('il faudrait déplacer au moins 11,43 % du poids total')
  })

  it('draws the envelope by attributes alone, mirrored in Arabic', () => {
    const ends = (locale: 'fr' | 'ar') =>
      [...show(<SimulationPage {...props} />, locale).container.querySelectorAll('.wenv__line')].map(
        (line) => [line.getAttribute('x1'), line.getAttribute('x2')],
      )
    expect(ends('fr')).toEqual([
      ['0', '28.57'],
      ['28.57', '100'],
    ])
    expect(ends('ar')).toEqual([
      ['100', '71.43'],
      ['71.43', '0'],
    ])
  })

  it('keeps what was typed and says what to change', () => {
    const typed = { ...draft, advice, outcome: null, unreadable: ['impact'] }
    const { container } = show(
      <SimulationPage {...props} typed={typed} asked={{ impact: '2O,5', usage: '60' }} />,
    )
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Impact' })
    expect(field.value).toBe('2O,5')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(text(container)).toContain('Portez par exemple « Usage » de 60 à 80')
  })

  it('sets both rankings side by side', () => {
    const typed = { ...draft, outcome: { ...outcome, leaders: ['2'] } }
    const { container } = show(<SimulationPage {...props} typed={typed} asked={{}} />)
    const table = screen.getByRole('table', { name: 'Classement simulé' })
    expect(within(table).getAllByRole('columnheader')).toHaveLength(5)
    expect(text(container)).toContain('Les poids essayés changent la première place.')
  })

  it('says that there is nothing to simulate on', () => {
    const { container } = show(<SimulationPage {...props} source={null} />)
    expect(text(container)).toContain('Aucun résultat sur lequel simuler')
    expect(container.querySelector('form, svg.wenv')).toBeNull()
  })

  it('says which criteria that edition never scored', () => {
    const unscored = { ...props.source!, unscored: [{ fr: 'Usage' }] }
    const none = { ...draft, outcome: null }
    const { container } = show(<SimulationPage {...props} source={unscored} draft={none} />)
    expect(text(container)).toContain('n’a pas noté ces critères de votre grille : Usage')
  })

  it.each(['fr', 'ar'] as const)('has no fault that axe can find in %s', async (locale) => {
    const typed = { ...draft, advice, outcome: null, unreadable: ['impact'] }
    for (const shown of [props, { ...props, typed, asked: { impact: 'x' } }, { ...props, source: null }]) {
      const { container } = show(
        <main>
          <h1>x</h1>
          <SimulationPage {...shown} />
        </main>,
        locale,
      )
      expect(await faults(container)).toEqual([])
    }
  })
})
