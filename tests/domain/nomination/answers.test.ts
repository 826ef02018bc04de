import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf } from '#app/domain/nomination/answers.ts'
import { isWebAddress } from '#app/domain/nomination/answer-check.ts'
import { completeness } from '#app/domain/nomination/completeness.ts'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { answerKeys } from '#app/domain/nomination/dossier-field.ts'
import { revisionDifference, dossierContent } from '#app/domain/nomination/revision.ts'
import { merged, rescueAll, saveAnswers } from '#app/domain/nomination/save-answers.ts'
import {
  aContext,
  aFile,
  aNomination,
  answered,
  BEFORE,
  CLOSES,
  editor,
  FULL,
  mandated,
  stranger,
  submitFacts,
} from './a-nomination.ts'
import { type Instant, instant } from '#app/domain/kernel/instant.ts'
import type { AnswerValue } from '#app/domain/nomination/answers.ts'

const none = { count: 0, problems: [] }
const check = (values: Readonly<Record<string, AnswerValue>>) =>
  completeness(DEFAULT_FORM, answered(values), none)
const facts = (over = {}) => ({
  nomination: aNomination(),
  context: aContext(),
  form: DEFAULT_FORM,
  answers: answered(),
  ...over,
})
const long = (count: number) => 'mot '.repeat(count)

describe('the default dossier', () => {
  it('has eight sections and no answer key twice', () => {
    expect(DEFAULT_FORM.sections.map(({ code, number }) => `${number} ${code}`)).toEqual([
      '1 identity',
      '2 lead',
      '3 need',
      '4 solution',
      '5 results',
      '6 inclusion',
      '7 security',
      '8 sustainability',
    ])
    const keys = fieldsOf(DEFAULT_FORM).flatMap(answerKeys)
    expect(new Set(keys).size).toBe(keys.length)
  })
  it('asks consent for exactly the publishable answers', () => {
    const consent = fieldsOf(DEFAULT_FORM).find(({ key }) => key === 'publicationConsent')
    expect([...(consent?.options ?? [])].sort()).toEqual(
      fieldsOf(DEFAULT_FORM)
        .filter(({ publishable }) => publishable)
        .map(({ key }) => key)
        .sort(),
    )
  })
  it('asks no identity number, birth date or photograph', () => {
    for (const { key } of fieldsOf(DEFAULT_FORM)) expect(key).not.toMatch(/cin|cni|birth|photo/i)
  })
})

describe('completeness', () => {
  it('finds a full dossier complete', () => {
    expect(check(FULL)).toMatchObject({ complete: true, problems: [] })
  })
  it('tells not started, in progress, complete and with errors', () => {
    expect(completeness(DEFAULT_FORM, [], none).sections.map(({ status }) => status)).toEqual(
      Array(8).fill('not-started'),
    )
    expect(check({ 'problem.fr': 'x' }).sections[2]).toMatchObject({
      status: 'in-progress',
      problems: [{ field: 'users.ar', code: 'missing' }],
    })
    expect(check({ 'problem.fr': 'x', 'users.ar': 'ن' }).sections[2]).toMatchObject({
      status: 'complete',
      problems: [],
    })
    expect(check({ 'problem.fr': long(301) }).sections[2]?.status).toBe('with-errors')
  })
  it('asks a bilingual title in both and a summary in one, and shows the language left open', () => {
    const { problems, sections } = check({ ...FULL, 'title.ar': '' })
    expect(problems).toEqual([{ field: 'title.ar', code: 'missing', facts: {} }])
    expect(sections[0]?.untranslated).toEqual(['title.ar', 'summary.ar'])
  })
  it.each<[string, string, AnswerValue]>([
    ['over-limit', 'summary.fr', long(201)],
    ['under-limit', 'summary.fr', long(149)],
    ['bad-url', 'url', 'javascript:alert(1)'],
    ['bad-date', 'goLive', '2025-02-30'],
    ['bad-number', 'usage', [{ month: '2025-01', uses: 'many' }]],
    ['bad-month', 'usage', [{ month: '2025-13', uses: '1' }]],
    ['unknown-option', 'audience', ['martians']],
    ['unknown-option', 'budgetRange', 'x'],
    ['unknown-option', 'securityAudit', 'maybe'],
    ['not-declared', 'accuracy', 'no'],
    ['cell-missing', 'results', [{ indicator: 'x' }]],
    ['too-many-rows', 'team', Array(13).fill({ name: 'n', position: 'p', part: 'q' })],
    ['wrong-shape', 'url', ['a']],
    ['wrong-shape', 'team', 'text'],
  ])('finds %s in %s', (code, field, value) => {
    expect(
      check({ ...FULL, [field]: value }).problems.map((problem) => `${problem.field} ${problem.code}`),
    ).toContain(`${field} ${code}`)
  })
  it('accepts limits on their edge', () => {
    for (const count of [150, 200]) expect(check({ ...FULL, 'summary.fr': long(count) }).complete).toBe(true)
  })
  it.each([
    ['https://a.ma', true],
    ['http://service.gov.ma:8080/x?y=1#z', true],
    ['ftp://a.ma', false],
    ['https://user@a.ma', false],
    ['https://localhost', false],
    ['https://a.ma/ b', false],
  ])('reads %s as address: %j', (url, expected) => expect(isWebAddress(url)).toBe(expected))
})

describe('saveAnswers', () => {
  it('stores each field on its own, errors and all, and copies the title', () => {
    const saved = saveAnswers(
      facts({ answers: [] }),
      editor,
      [
        { field: 'title.fr', value: ' Portail ', version: 0 },
        { field: 'url', value: 'not yet', version: 0 },
      ],
      BEFORE,
    )
    expect(saved).toMatchObject({
      ok: true,
      value: {
        answers: [
          { field: 'title.fr', value: 'Portail', version: 1, updatedBy: 'ed' },
          { field: 'url', value: 'not yet', version: 1 },
        ],
        title: { fr: 'Portail' },
        entry: { act: 'answersSaved', facts: { fields: ['title.fr', 'url'] } },
      },
    })
  })
  it('keeps both texts of a field that a colleague changed, and saves the others', () => {
    const theirs = answered({ 'problem.fr': 'le leur' }).map((answer) => ({
      ...answer,
      version: 5,
      updatedBy: 'sig',
    }))
    const saved = saveAnswers(
      facts({ answers: theirs }),
      editor,
      [
        { field: 'problem.fr', value: 'le mien', version: 4 },
        { field: 'users.fr', value: 'u', version: 0 },
      ],
      BEFORE,
    )
    expect(saved).toMatchObject({
      ok: true,
      value: {
        outcomes: { 'problem.fr': 'field-changed', 'users.fr': 'saved' },
        answers: [{ field: 'users.fr' }],
        conflicts: [
          { field: 'problem.fr', mine: 'le mien', theirs: 'le leur', theirVersion: 5, theirsBy: 'sig' },
        ],
        rescued: [{ field: 'problem.fr', value: 'le mien', personId: 'ed', nominationId: 'n1' }],
      },
    })
  })
  it('does not take an untouched field for a conflict', () => {
    const theirs = answered({ 'problem.fr': 'nouveau' }).map((answer) => ({ ...answer, version: 5 }))
    const saved = saveAnswers(
      facts({ answers: theirs }),
      editor,
      [{ field: 'problem.fr', value: 'ancien', version: 4, shown: 'ancien' }],
      BEFORE,
    )
    expect(saved).toMatchObject({
      ok: true,
      value: { outcomes: { 'problem.fr': 'unchanged' }, conflicts: [], entry: null },
    })
  })
  it('saves the same text twice without a new version', () => {
    const saved = saveAnswers(
      facts(),
      editor,
      [{ field: 'url', value: 'https://service.example.ma/', version: 0 }],
      BEFORE,
    )
    expect(saved).toMatchObject({
      ok: true,
      value: { answers: [], outcomes: { url: 'unchanged' }, entry: null },
    })
  })
  it('tells a forbidden character and an unknown field at the field, and saves the rest', () => {
    const bad = String.fromCodePoint(0x202e)
    const saved = saveAnswers(
      facts({ answers: [] }),
      editor,
      [
        { field: 'title.fr', value: `a${bad}b`, version: 0 },
        { field: 'problem.fr', value: `a${String.fromCodePoint(0)}`, version: 0 },
        { field: '__proto__', value: 'x', version: 0 },
        { field: 'evidence', value: 'x', version: 0 },
        { field: 'team', value: [{ name: 'n', secret: 's' }], version: 0 },
      ],
      BEFORE,
    )
    expect(saved).toMatchObject({ ok: true, value: { answers: [{ field: 'team', value: [{ name: 'n' }] }] } })
    const outcomes = saved.ok ? Object.entries(saved.value.outcomes) : []
    expect(outcomes).toEqual([
      ['title.fr', 'bidi-control'],
      ['problem.fr', 'control-character'],
      ['__proto__', 'unknown-field'],
      ['evidence', 'unknown-field'],
      ['team', 'saved'],
    ])
  })
  it.each([
    ['not-mandated', facts(), stranger],
    ['wrong-phase', facts({ context: aContext('screening') }), editor],
    ['withdrawn', facts({ nomination: aNomination({ state: 'withdrawn' }) }), editor],
    ['awaiting-visa', facts({ nomination: aNomination({ state: 'awaiting_visa' }) }), editor],
    ['not-editable', facts({ nomination: aNomination({ state: 'submitted' }) }), editor],
    [
      'wrong-phase',
      facts({ nomination: aNomination({ state: 'completion_requested' }), context: aContext('evaluation') }),
      editor,
    ],
  ])('refuses with %s', (reason, given, actor) => {
    expect(saveAnswers(given, actor, [{ field: 'url', value: 'x', version: 1 }], BEFORE)).toMatchObject({
      ok: false,
      reason,
    })
  })
  it('takes a draft until one millisecond before the closing, and not at it', () => {
    const at = (now: Instant) =>
      saveAnswers(facts(), editor, [{ field: 'url', value: 'https://b.ma', version: 1 }], now)
    expect(at(instant(CLOSES - 1)).ok).toBe(true)
    expect(at(CLOSES)).toMatchObject({ ok: false, reason: 'deadline-passed', facts: { closesAt: CLOSES } })
  })
  it('opens again while a completion is asked', () => {
    const given = facts({
      nomination: aNomination({ state: 'completion_requested' }),
      context: aContext('screening'),
    })
    expect(saveAnswers(given, editor, [{ field: 'url', value: 'https://b.ma', version: 1 }], CLOSES).ok).toBe(
      true,
    )
  })
  it('can keep what was typed when the whole save is refused', () => {
    expect(
      rescueAll(
        aNomination(),
        [
          { field: 'url', value: 'x', version: 1 },
          { field: 'goLive', value: ' ', version: 1 },
        ],
        editor,
        BEFORE,
      ),
    ).toEqual([{ nominationId: 'n1', field: 'url', value: 'x', personId: 'ed', at: BEFORE }])
  })
  it('loses nothing that two people type in any order', () => {
    const step = fc.record({
      who: fc.constantFrom('ed', 'sig'),
      text: fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', 'b', 'ع') }),
      seen: fc.nat(6),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let answers = answered({})
        const kept: unknown[] = []
        for (const { who, text, seen } of steps) {
          const before = answers.find(({ field }) => field === 'problem.fr')
          const saved = saveAnswers(
            facts({ answers }),
            mandated('editor', who),
            [{ field: 'problem.fr', value: text, version: seen }],
            BEFORE,
          )
          if (!saved.ok) throw new Error(saved.reason)
          kept.push(...saved.value.rescued.map(({ value }) => value))
          answers = merged(answers, saved.value.answers)
          const now = answers.find(({ field }) => field === 'problem.fr')
          expect(now?.value === text || kept.includes(text)).toBe(true)
          if (before !== undefined && before.version !== seen) expect(now?.value).toBe(before.value)
        }
      }),
    )
  })
})

describe('two versions of a dossier', () => {
  const content = (over = {}) => dossierContent({ ...submitFacts(), ...over })
  it('are the same document whatever the order of the rows', () => {
    const turned = submitFacts({
      answers: [...answered()].reverse(),
      evidence: [aFile({ id: 'f2' }), aFile()],
    })
    const straight = submitFacts({ evidence: [aFile(), aFile({ id: 'f2' })] })
    expect(JSON.stringify(dossierContent(turned))).toBe(JSON.stringify(dossierContent(straight)))
    expect(revisionDifference(content(), content())).toEqual([])
  })
  it('differ field by field and file by file', () => {
    const after = content({
      answers: answered({ ...FULL, url: 'https://b.ma' }),
      evidence: [aFile({ id: 'f9', sha256: 'bb' })],
    })
    expect(revisionDifference(content(), after)).toMatchObject([
      { kind: 'answer', field: 'url', before: FULL['url'], after: 'https://b.ma' },
      { kind: 'evidence-added', file: { id: 'f9' } },
      { kind: 'evidence-removed', file: { id: 'f1' } },
    ])
  })
})
