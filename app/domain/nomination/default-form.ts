import { field } from './dossier-field.ts'
import type { DossierForm, Field, Section } from './dossier-field.ts'

const words = (max: number, min = 0) => ({ min, max })
const prose = (key: string, max: number, required = true): Field =>
  field(key, 'longText', { languages: 'either', required, words: words(max), hint: true })
const text = (code: string, required = true) => ({ code, kind: 'text', required }) as const
const figure = (code: string, required = true) => ({ code, kind: 'number', required }) as const

const SECTIONS: readonly Section[] = [
  {
    code: 'identity',
    number: 1,
    fields: [
      field('title', 'text', {
        languages: 'both',
        required: true,
        words: words(20),
        publishable: true,
        hint: true,
      }),
      field('url', 'url', { required: true, publishable: true, hint: true }),
      field('storeUrl', 'url', { publishable: true, hint: true }),
      field('goLive', 'date', { required: true, publishable: true, hint: true }),
      field('audience', 'multi', {
        required: true,
        publishable: true,
        options: [
          'citizens',
          'businesses',
          'residents_abroad',
          'students',
          'civil_servants',
          'associations',
          'other',
        ],
      }),
      field('summary', 'longText', {
        languages: 'either',
        required: true,
        words: words(200, 150),
        publishable: true,
        hint: true,
      }),
    ],
  },
  {
    code: 'lead',
    number: 2,
    fields: [
      field('partners', 'partners', { publishable: true, hint: true, rows: { min: 0, max: 12 } }),
      field('team', 'table', {
        required: true,
        hint: true,
        columns: [text('name'), text('position'), text('part')],
        rows: { min: 1, max: 12 },
      }),
      field('programme', 'multi', {
        hint: true,
        options: [
          'digital_strategy',
          'simplification',
          'access_to_information',
          'regionalisation',
          'open_government',
          'other',
        ],
      }),
      prose('programmeLink', 150, false),
    ],
  },
  { code: 'need', number: 3, fields: [prose('problem', 300), prose('users', 300)] },
  {
    code: 'solution',
    number: 4,
    fields: [
      { ...prose('solution', 400), publishable: true },
      field('simplification', 'beforeAfter', {
        required: true,
        publishable: true,
        hint: true,
        columns: [text('measure'), text('before'), text('after')],
        rows: { min: 1, max: 10 },
      }),
      field('accessUrl', 'url', { hint: true }),
      field('accessAccount', 'secret', { hint: true }),
      prose('accessSteps', 200, false),
    ],
  },
  {
    code: 'results',
    number: 5,
    fields: [
      field('results', 'table', {
        required: true,
        publishable: true,
        hint: true,
        columns: [text('indicator'), text('value'), text('period'), text('source')],
        rows: { min: 1, max: 10 },
      }),
      field('usage', 'table', {
        required: true,
        hint: true,
        columns: [{ code: 'month', kind: 'month', required: true }, figure('uses'), figure('users', false)],
        rows: { min: 1, max: 12 },
      }),
      prose('impact', 300),
      field('evidence', 'evidence', { hint: true }),
    ],
  },
  {
    code: 'inclusion',
    number: 6,
    fields: [
      field('serviceLanguages', 'multi', {
        required: true,
        publishable: true,
        options: ['ar', 'fr', 'zgh', 'en', 'other'],
      }),
      field('accessibilityLevel', 'choice', {
        required: true,
        hint: true,
        options: ['audited', 'self_assessed', 'partial', 'not_assessed'],
      }),
      prose('accessibility', 250),
      prose('assistance', 200, false),
    ],
  },
  {
    code: 'security',
    number: 7,
    fields: [
      field('personalDataFormalities', 'choice', {
        required: true,
        hint: true,
        options: ['authorised', 'declared', 'in_progress', 'not_concerned'],
      }),
      field('securityAudit', 'boolean', { required: true, hint: true }),
      field('securityAuditDate', 'date', { hint: true }),
      prose('security', 250),
    ],
  },
  {
    code: 'sustainability',
    number: 8,
    fields: [
      field('budgetRange', 'choice', {
        required: true,
        hint: true,
        options: ['under_500k', '500k_to_2m', '2m_to_10m', 'over_10m', 'internal_means'],
      }),
      prose('sustainability', 250),
      field('reusedByOthers', 'boolean', { required: true, publishable: true }),
      { ...prose('reuse', 200, false), publishable: true },
      field('publicationConsent', 'multi', {
        hint: true,
        options: [
          'title',
          'url',
          'storeUrl',
          'goLive',
          'audience',
          'summary',
          'partners',
          'solution',
          'simplification',
          'results',
          'serviceLanguages',
          'reusedByOthers',
          'reuse',
        ],
      }),
      field('accuracy', 'declaration', { required: true, hint: true }),
    ],
  },
]

/** The default dossier: the eight sections of product.md section 6. */
export const DEFAULT_FORM: DossierForm = { version: 'default/1', sections: SECTIONS }
