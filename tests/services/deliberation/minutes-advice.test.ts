import { expect, it } from 'vitest'
import type { AdviceDocument, Figure } from '#app/domain/advice/advice.ts'
import { adviceWords } from '#app/services/deliberation/minutes-advice.ts'

const closed = <T>(because: string, facts = {}): Figure<T> => ({ value: null, withheld: { because, facts } })
/** What no other figure of the document touches. */
const figures: Pick<AdviceDocument, 'severity' | 'agreement' | 'reliability' | 'nominations'> = {
  nominations: [],
  severity: closed('G3', { df: 7, leastDf: 10, jurors: ['a'], leastSheets: 4 }),
  agreement: closed('no-pairs'),
  reliability: { value: { perSheet: 0.5, order: 0.75 } as never, withheld: null },
}

it('counts whole things in whole numbers, measures with two decimals, and gives no advice', () => {
  const words = adviceWords(figures as AdviceDocument, [], new Map())
  expect(words.map(({ fr }) => fr.replaceAll(/[\u00A0\u202F]/g, ' '))).toEqual([
    'Correction non affichée, porte G3 : trop peu de fiches (7 degrés de liberté, il en faut 10 ; chaque membre doit en avoir 4).',
    'Chiffre non affiché : aucune candidature n’a deux fiches.',
    expect.stringContaining('0,75'),
  ])
  expect(words[0]?.ar).toContain('درجات الحرية 7، والمطلوب 10')
})
