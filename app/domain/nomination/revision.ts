import { fieldFor, isBlank, sameValue } from './answers.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Localized } from '../kernel/localized.ts'
import type { Answer, AnswerValue } from './answers.ts'
import type { DossierForm } from './dossier-field.ts'
import type { Nomination } from './nomination.ts'

export type DossierFile = Pick<
  Evidence,
  'id' | 'title' | 'claim' | 'fileName' | 'mediaType' | 'size' | 'sha256'
>
/** What the signatory approves and jurors read: the whole content, in one order, without secrets. */
export type DossierContent = {
  readonly schema: 'imtiyaz.dossier/1'
  readonly nominationId: string
  readonly reference: string
  readonly form: string
  readonly regulationHash: string
  readonly category: string
  readonly administration: { readonly id: string; readonly name: Localized }
  readonly partners: readonly { readonly id: string; readonly name: Localized }[]
  readonly answers: readonly { readonly field: string; readonly value: AnswerValue }[]
  readonly evidence: readonly DossierFile[]
}
/** A frozen deposit. A completion makes another one; none is ever changed. */
export type DossierVersion = {
  readonly id: string
  readonly nominationId: string
  readonly number: number
  readonly kind: 'submission' | 'completion'
  readonly content: DossierContent
  readonly hash: string
  readonly receivedAt: Instant
  readonly receiptNumber: string
  readonly signatoryId: string
}
export type ContentFacts = {
  readonly nomination: Nomination
  readonly regulationHash: string
  readonly form: DossierForm
  readonly answers: readonly Answer[]
  readonly evidence: readonly Evidence[]
  readonly administration: DossierContent['administration']
  readonly partners: DossierContent['partners']
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The content of a dossier as it would be frozen now. The same record gives the same document: answers by field,
 * evidence by id. The test account stays out: it is kept encrypted elsewhere and wiped at archive.
 */
export function dossierContent(facts: ContentFacts): DossierContent {
  const { nomination, form } = facts
  return {
    schema: 'imtiyaz.dossier/1',
    nominationId: nomination.id,
    reference: nomination.reference,
    form: form.version,
    regulationHash: facts.regulationHash,
    category: nomination.categoryCode,
    administration: facts.administration,
    partners: [...facts.partners].sort((a, b) => byText(a.id, b.id)),
    answers: facts.answers
      .filter(({ field, value }) => !isBlank(value) && (fieldFor(form, field)?.kind ?? 'secret') !== 'secret')
      .map(({ field, value }) => ({ field, value }))
      .sort((a, b) => byText(a.field, b.field)),
    evidence: facts.evidence
      .map(({ id, title, claim, fileName, mediaType, size, sha256 }) => ({
        id,
        title,
        claim,
        fileName,
        mediaType,
        size,
        sha256,
      }))
      .sort((a, b) => byText(a.id, b.id)),
  }
}

export type RevisionDifference =
  | {
      readonly kind: 'answer'
      readonly field: string
      readonly before: AnswerValue | null
      readonly after: AnswerValue | null
    }
  | { readonly kind: 'evidence-added' | 'evidence-removed'; readonly file: DossierFile }
  | { readonly kind: 'category' | 'partners'; readonly before: string; readonly after: string }

/** What changed from one deposited version to another, field by field; equal contents give an empty list. */
export function revisionDifference(
  before: DossierContent,
  after: DossierContent,
): readonly RevisionDifference[] {
  const valueIn = (content: DossierContent, field: string) =>
    content.answers.find((answer) => answer.field === field)?.value
  const fields = [...new Set([...before.answers, ...after.answers].map(({ field }) => field))].sort(byText)
  const partnersOf = ({ partners }: DossierContent) => partners.map(({ id }) => id).join(', ')
  const has = (content: DossierContent, file: DossierFile) =>
    content.evidence.some(({ id, sha256 }) => id === file.id && sha256 === file.sha256)
  return [
    ...(before.category === after.category
      ? []
      : [{ kind: 'category' as const, before: before.category, after: after.category }]),
    ...(partnersOf(before) === partnersOf(after)
      ? []
      : [{ kind: 'partners' as const, before: partnersOf(before), after: partnersOf(after) }]),
    ...fields.flatMap((field): RevisionDifference[] => {
      const [old, fresh] = [valueIn(before, field), valueIn(after, field)]
      return sameValue(old, fresh)
        ? []
        : [{ kind: 'answer', field, before: old ?? null, after: fresh ?? null }]
    }),
    ...after.evidence
      .filter((file) => !has(before, file))
      .map((file) => ({ kind: 'evidence-added' as const, file })),
    ...before.evidence
      .filter((file) => !has(after, file))
      .map((file) => ({ kind: 'evidence-removed' as const, file })),
  ]
}
