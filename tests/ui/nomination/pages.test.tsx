import { renderToStaticMarkup } from 'react-dom/server'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { completeness } from '#app/domain/nomination/completeness.ts'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { TranslatorProvider } from '#app/i18n/provider.tsx'
import { createTranslator } from '#app/i18n/translator.ts'
import { AllQuestions } from '#app/ui/nomination/all-questions.tsx'
import { Question } from '#app/ui/nomination/question.tsx'
import { SectionRail } from '#app/ui/nomination/section-rail.tsx'
import { SendingPath } from '#app/ui/nomination/sending-path.tsx'
import { VisaPage } from '#app/ui/nomination/visa-page.tsx'
import { CategoryAnswer } from '#app/ui/nomination/category-answer.tsx'
import { DisqualificationPage } from '#app/ui/organiser/disqualification-page.tsx'
import { CategoryPage } from '#app/ui/secretariat/category-page.tsx'
import { DecisionPage } from '#app/ui/secretariat/decision-page.tsx'
import { TEMPLATE_CHECKS } from '#app/domain/campaign/template/checks.ts'
import { aDossier } from '#tests/support/builders/dossier.ts'

const NOW = instant(Date.UTC(2026, 10, 23, 9))
const answers = aDossier({ url: 'sans adresse' })
const shown = answers.map(({ field, value }) => ({ field, value, stored: false, mark: '1-0000000000000000' }))
const head = {
  id: '00000000-0000-4000-8000-000000000001',
  campaignId: '00000000-0000-4000-8000-000000000002',
  reference: 'EMT-2026-0001',
  version: 1,
  state: 'draft' as const,
  title: { ar: 'سبيل', fr: 'Sabil' },
  category: { ar: 'صنف', fr: 'Catégorie' },
  administration: { ar: 'إدارة', fr: 'Administration' },
  dueAt: NOW + 86_400_000,
}
const found = completeness(DEFAULT_FORM, answers.slice(3), { count: 0, problems: [] })
const people = [{ id: 'p', name: 'Salma Idrissi', signs: true }]

const PAGES: Readonly<Record<string, ReactNode>> = {
  questions: <AllQuestions />,
  sections: DEFAULT_FORM.sections.flatMap(({ fields }) =>
    fields.map((field) => (
      <Question key={field.key} field={field} answers={shown} errors={{}} unanswered="0-0000000000000000" />
    )),
  ),
  rail: <SectionRail id={head.id} completeness={found} current="results" />,
  path: (
    <SendingPath
      id={head.id}
      completeness={found}
      people={people}
      personId="p"
      awaiting={false}
      here={null}
    />
  ),
  visa: (
    <VisaPage
      kind="completion"
      failure={{ fieldErrors: {}, formError: { reason: 'incomplete', facts: { count: 2 } }, typed: {} }}
      screen={{
        now: NOW,
        key: 'k',
        digest: 'd',
        head,
        can: { submit: true, cancelVisa: true, answerCompletion: true },
        answers: shown,
        evidence: [
          {
            id: 'e',
            fileId: 'f',
            title: 'Mesures',
            claim: 'usage',
            fileName: 'a.csv',
            size: 2048,
            sha256: 's',
            scanState: 'unscanned',
          },
        ],
        completeness: found,
        completion: { reasons: ['evidence-missing'], message: 'Relevé', dueAt: NOW },
      }}
    />
  ),
  category: (
    <CategoryPage
      failure={undefined}
      screen={{
        ...{ now: NOW, head, screeningVersion: 3, workingDays: 5, open: null, refused: null },
        categories: [{ code: 'e-contenu', name: { fr: 'E-contenu' }, description: {}, isFull: true }],
        earlier: [{ id: 'p', name: { fr: 'E-contenu' }, state: 'refused', answer: 'Non', settledAt: NOW }],
        can: { propose: true, takeBack: false },
      }}
    />
  ),
  disqualification: (
    <DisqualificationPage
      failure={undefined}
      screen={{
        ...{
          now: NOW,
          head: { ...head, campaignId: 'c' },
          screeningVersion: 3,
          held: 'vote-open',
          documents: [],
        },
        live: {
          ...{ id: 'd', reason: 'false-statement', text: { ar: 'سبب', fr: 'Motif' }, state: 'proposed' },
          ...{ proposedAt: NOW, note: null, settledAt: null },
        },
        earlier: [],
        can: { propose: true, settle: true },
      }}
    />
  ),
  asked: (
    <CategoryAnswer
      open={{
        ...{ id: 'p', to: 'e-contenu', dueAt: NOW, description: null },
        ...{
          fromName: { fr: 'E-démarche' },
          toName: { fr: 'E-contenu' },
          reason: { ar: 'سبب', fr: 'Motif' },
        },
      }}
      slug="2026"
      can
      isLate={false}
      failure={undefined}
    />
  ),
  decision: (
    <DecisionPage
      failure={undefined}
      screen={{
        now: NOW,
        head,
        screeningVersion: 3,
        can: {
          check: false,
          requestCompletion: false,
          propose: true,
          proposeCategory: false,
          proposeDisqualification: false,
          validate: false,
        },
        live: null,
        findings: [
          {
            code: 'months-in-service',
            weight: 'blocks',
            check: 'in-service',
            facts: { months: 2, least: 6 },
          },
        ],
        checks: TEMPLATE_CHECKS,
        verdicts: [{ code: 'visa', verdict: 'not', note: 'Sans délégation' }],
      }}
    />
  ),
}

/** The translator of the page, noting every key that has no words of its own. */
function listening(locale: 'fr' | 'ar') {
  const real = createTranslator(locale)
  const missing: string[] = []
  const said: typeof real = Object.assign(
    (key: string, values?: Parameters<typeof real>[1]) => {
      if (!real.has(key) && !real.has(`${key}_other`)) missing.push(key)
      return real(key, values)
    },
    { locale: real.locale, has: real.has },
  ) as typeof real
  return { said, missing }
}

describe.each(['fr', 'ar'] as const)('in %s', (locale) => {
  it.each(Object.keys(PAGES))(
    'says every word of %s, with no style attribute and no open placeholder',
    (name) => {
      const { said, missing } = listening(locale)
      const html = renderToStaticMarkup(
        <TranslatorProvider translator={said}>
          <RouterProvider router={createMemoryRouter([{ path: '/', element: PAGES[name] }])} />
        </TranslatorProvider>,
      )
      expect(missing).toEqual([])
      expect(html).not.toMatch(/\{\{|style=|undefined|\[object/)
      expect(html.length).toBeGreaterThan(400)
    },
  )
})
