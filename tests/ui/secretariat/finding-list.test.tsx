import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Finding } from '#app/domain/nomination/finding.ts'
import { FindingList } from '#app/ui/secretariat/finding-list.tsx'
import { show } from '#tests/ui/support/show.tsx'

const lacking = (...fields: string[]): Finding => ({
  code: 'translation-missing',
  weight: 'warns',
  check: 'complete',
  facts: { fields },
})

it('tells texts without a translation by the language that they lack', () => {
  show(<FindingList findings={[lacking('summary.ar', 'problem.ar', 'sustainability.fr')]} />)
  const told = screen.getAllByRole('listitem').map((item) => item.textContent)
  expect(told).toHaveLength(2)
  expect(told[0]).toMatch(/^Textes qui manquent en arabe\s: Résumé pour la publication/)
  expect(told[0]).not.toMatch(/\((arabe|français)\)/)
  expect(told[1]).toMatch(/^Textes qui manquent en français\s:/)
})

it('says nothing of a language that no text lacks', () => {
  show(<FindingList findings={[lacking('summary.fr')]} />)
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.queryByText(/en arabe/)).toBeNull()
})
