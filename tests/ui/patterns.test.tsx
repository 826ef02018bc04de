import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AskFirst } from '#app/ui/patterns/ask-first.tsx'
import { Deadline } from '#app/ui/patterns/deadline.tsx'
import { DotWhisker } from '#app/ui/patterns/dot-whisker.tsx'
import { HeatMap } from '#app/ui/patterns/heat-map.tsx'
import { PhaseRibbon } from '#app/ui/patterns/phase-ribbon.tsx'
import { ScoreSelector } from '#app/ui/patterns/score-selector.tsx'
import { StatusTag } from '#app/ui/patterns/status-tag.tsx'
import { pagesShown, Pagination } from '#app/ui/primitives/pagination.tsx'
import { Phrase } from '#app/ui/primitives/phrase.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { Table } from '#app/ui/primitives/table.tsx'
import { Time } from '#app/ui/primitives/time.tsx'
import { faults, show } from './support/show.tsx'

const levels = [
  { level: 1, anchor: 'Aucune preuve.' },
  { level: 2, anchor: null },
  { level: 3, anchor: 'Effet clair.' },
  { level: 4, anchor: null },
  { level: 5, anchor: 'Effet exceptionnel.' },
]
const at = Date.UTC(2026, 11, 18, 15, 30)

describe('the score selector', () => {
  it('offers each level with its sentence and chooses none', () => {
    show(<ScoreSelector name="impact" legend="Effet" levels={levels} />)
    const radios = within(screen.getByRole('group', { name: 'Effet' })).getAllByRole<HTMLInputElement>(
      'radio',
    )
    expect(radios.map((radio) => [radio.value, radio.checked])).toEqual(
      ['1', '2', '3', '4', '5'].map((n) => [n, false]),
    )
  })

  it('says between which levels one without a sentence lies', () => {
    show(<ScoreSelector name="impact" legend="Effet" levels={levels} />)
    expect(screen.getByRole('radio', { name: '2 Entre le niveau 1 et le niveau 3' })).toBeTruthy()
  })
})

describe('a deadline', () => {
  it('prints the full legal date, its zone and offset, and the days left', () => {
    const { container } = show(<Deadline at={at} now={at - 25 * 86_400_000} />)
    expect(container.textContent).toContain('Il reste 25 jours')
    expect(container.textContent).toMatch(
      /vendredi 18\sdécembre 2026 à 1[56]\sh\s30heure légale du Maroc \(GMT\+[01]\)/,
    )
  })

  it('says the days once to whoever sees the figure, and what ends', () => {
    const { container } = show(<Deadline at={at} now={at - 25 * 86_400_000} />)
    expect(container.querySelector('.deadline__days')?.textContent).toBe('25 j')
    expect(container.querySelector('small > .vh')?.textContent).toContain('Il reste 25 jours')
    expect(container.querySelector('small')?.textContent).toMatch(/^Clôture/)
  })

  it('says that it has passed at the very instant', () => {
    const { container } = show(<Deadline at={at} now={at} />)
    expect(container.textContent).toContain('Délai expiré')
  })
})

describe('an instant', () => {
  it('says its offset alone under a sentence that names the zone', () => {
    const text = (zone: boolean | 'offset') => show(<Time at={at} zone={zone} />).container.textContent
    expect(text(true)).toMatch(/h\s30, heure légale du Maroc \(GMT\+[01]\)$/)
    expect(text('offset')).toMatch(/h\s30 \(GMT\+[01]\)$/)
  })

  it('keeps hour and zone in the direction of the page, whatever isolates them', () => {
    const dir = (locale: 'fr' | 'ar') =>
      show(<Time at={at} zone="offset" />, locale)
        .container.querySelector('time')
        ?.getAttribute('dir')
    expect([dir('ar'), dir('fr')]).toEqual(['rtl', 'ltr'])
  })
})

describe('a figure', () => {
  it('mirrors its axis in Arabic and carries the numbers in words', () => {
    const rows = [{ key: 's', name: 'Sabil', value: 70, low: 60, high: 80 }]
    const dot = (locale: 'fr' | 'ar') =>
      show(<DotWhisker label="x" axis={[40, 100]} rows={rows} />, locale)
        .container.querySelector('.plot-dot')
        ?.getAttribute('cx')
    expect(dot('fr')).toBe('50%')
    const shifted = [{ key: 's', name: 'Sabil', value: 55, low: 50, high: 60 }]
    const cx = (locale: 'fr' | 'ar') =>
      show(<DotWhisker label="x" axis={[40, 100]} rows={shifted} />, locale)
        .container.querySelector('.plot-dot')
        ?.getAttribute('cx')
    expect([cx('fr'), cx('ar')]).toEqual(['25%', '75%'])
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('55,0')
  })

  it('never carries a style attribute', () => {
    const phases = [{ key: 'n', name: 'Candidatures', from: at - 1000, until: at + 1000, dates: '12 oct.' }]
    const { container } = show(
      <>
        <PhaseRibbon phases={phases} now={at} />
        <DotWhisker
          label="x"
          axis={[0, 100]}
          rows={[{ key: 's', name: 'S', value: 5, low: 1, high: 9, ticks: [1, 40] }]}
        />
      </>,
    )
    expect(container.querySelectorAll('[style]').length).toBe(0)
  })
})

describe('the other patterns', () => {
  it('name in each link of the map whose sheet of which nomination it opens', () => {
    const cells = ['Sabil', 'Rokhas'].map((of) => ({
      state: 'sealed' as const,
      link: { href: `/${of}`, of },
    }))
    const columns = ['1', '2'].map((key) => ({ key, name: key, sheets: 1, few: false }))
    const row = { key: 'a', name: 'A. Tazi', done: 2, total: 2, cells }
    show(<HeatMap csvHref="/heat.csv" columns={columns} rows={[row]} />)
    expect(screen.getAllByRole('link', { name: /^scellée/ }).map((link) => link.textContent)).toEqual([
      'scellée\u00A0: Sabil',
      'scellée\u00A0: Rokhas',
    ])
  })

  it.each(['fr', 'ar'] as const)('have no fault that axe can see, in %s', async (locale) => {
    const { container } = show(
      <>
        <StatusTag status="awaiting_visa" />
        <HeatMap
          csvHref="/heat.csv"
          columns={[{ key: '1', name: '0117', sheets: 1, few: true }]}
          rows={[
            {
              key: 'a',
              name: 'A. Tazi',
              done: 1,
              total: 1,
              cells: [{ state: 'sealed', link: { href: '/x', of: 'A. Tazi, EMT-2026-0014' } }],
            },
          ]}
        />
        <Table
          caption="Candidatures"
          rows={[{ id: '1', name: 'Sabil' }]}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'n',
              header: 'Service',
              cell: (row) => row.name,
              sortHref: '?sort=n',
              sorted: 'ascending',
            },
            { key: 'i', header: 'Numéro', cell: (row) => row.id, numeric: true },
          ]}
        />
        <Pagination page={2} pages={9} hrefOf={(page) => `?page=${page}`} />
        <ScoreSelector name="impact" legend="Effet" levels={levels} error="Choisissez" />
      </>,
      locale,
    )
    expect(await faults(container)).toEqual([])
  })

  it('name each value of a row that becomes a block, for the eye alone, and neither an act nor an empty cell', () => {
    const columns = [
      { key: 'n', header: 'Service', cell: () => 'Sabil' },
      { key: 's', header: 'Phase', cell: () => 'Évaluation' },
      { key: 'e', header: 'Échéance', cell: () => null },
      { key: 'a', header: 'Décision', named: false, cell: () => <button type="submit">Ouvrir</button> },
    ]
    const table = { caption: 'Candidatures', rows: ['1'], rowKey: String, columns }
    const names = (narrow: 'rows' | 'sticky') =>
      [...show(<Table {...table} narrow={narrow} />, 'fr').container.querySelectorAll('.cell-name')].map(
        (name) => [name.textContent, name.getAttribute('aria-hidden'), name.nextElementSibling?.textContent],
      )
    expect(names('rows')).toEqual([['Phase', 'true', 'Évaluation']])
    expect(names('sticky')).toEqual([])
  })

  it('show the ends and the neighbours among many pages', () => {
    expect(pagesShown(5, 12)).toEqual([1, null, 4, 5, 6, null, 12])
    expect(pagesShown(1, 2)).toEqual([1, 2])
  })

  it('keep an element inside a translated sentence, isolated', () => {
    const { container } = show(
      <Phrase k="common.filter.remove" parts={{ name: <Reference code>EMT-2026-0117</Reference> }} />,
      'ar',
    )
    expect(container.innerHTML).toBe('إلغاء التصفية: <bdi dir="ltr" class="code">EMT-2026-0117</bdi>')
  })
})

describe('the map of the sheets', () => {
  const map = (few: boolean) => (
    <HeatMap
      csvHref="/heat.csv"
      columns={[{ key: '1', name: '0117', sheets: 1, few }]}
      rows={[{ key: 'a', name: 'A. Tazi', done: 1, total: 1, cells: [{ state: 'sealed' }] }]}
    />
  )

  it('explains its sign in the key where a column bears it, and only there', () => {
    show(map(true))
    expect(screen.getByText('moins de fiches que requis')).toBeTruthy()
    show(map(false))
    expect(screen.queryByText('moins de fiches que requis')).toBeNull()
  })
})

describe('a step before an act', () => {
  it('holds its button back, and says what follows, until it is opened', () => {
    show(
      <AskFirst label="Retirer le rôle" says="La personne perd ce rôle aussitôt.">
        <button type="submit">Retirer</button>
      </AskFirst>,
    )
    const fold = screen.getByText('Retirer le rôle').closest('details')
    expect(fold?.open).toBe(false)
    expect(within(fold as HTMLElement).getByText('La personne perd ce rôle aussitôt.')).toBeTruthy()
    expect(within(fold as HTMLElement).getByText('Retirer')).toBeTruthy()
  })
})
