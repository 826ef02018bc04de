import type { Facts } from '#app/domain/kernel/result.ts'
import {
  catalogue,
  FACTS,
  type FactKind,
  type FactName,
  type LetterName,
  type NoticeShape,
} from './catalogue.ts'

const INSTANT = Date.UTC(2026, 11, 16, 10, 42)
const byKind: Readonly<Record<FactKind, string | number | readonly string[]>> = {
  text: 'Sabil',
  reference: 'EMT-2026-0117',
  instant: INSTANT,
  digest: '9c1e47b0'.repeat(8),
  list: ['Attestation de mise en service absente', 'وصف الخدمة ناقص'],
  role: 'signatory',
  event: 'password-changed',
  number: 2,
}
const own: Readonly<Partial<Record<FactName, Facts[string]>>> = {
  campaign: '2026',
  administration: 'Administration de démonstration 7',
  category: 'e-Démarche',
  seat: 'Université',
  session: 'Délibération plénière',
  place: 'Rabat',
  reason: 'Erreur matérielle signalée',
  signatory: 'Youssef El Amrani',
  files: 14,
}

/** One sample per notice, made from its own line of the catalogue: for the preview and the tests. */
export function sampleFacts(name: LetterName): Facts {
  const shape: NoticeShape = catalogue[name]
  const facts = shape.rows.map((row): [string, Facts[string]] => [row, own[row] ?? byKind[FACTS[row]]])
  return Object.fromEntries([...facts, ['count', 12]])
}
export const sampleEnvelope = {
  url: 'https://imtiyaz.example.ma/fr/exemple',
  recipient: 'Salma Idrissi',
} as const
