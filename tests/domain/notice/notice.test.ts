import { describe, expect, it } from 'vitest'
import {
  EMAIL_NOTICES,
  FORBIDDEN_FACTS,
  isNoticeName,
  NOTICES,
  noticeProblems,
  notify,
} from '#app/domain/notice/notice.ts'

describe('the notices', () => {
  it('never name a score, a rank or a juror among their facts', () => {
    for (const [name, { facts }] of Object.entries(NOTICES)) {
      for (const fact of facts) expect(FORBIDDEN_FACTS, name).not.toContain(fact.replace('?', ''))
    }
  })
  it('send legal notices by mail and keep shown ones inside', () => {
    expect(EMAIL_NOTICES).toContain('deadline-extended')
    expect(EMAIL_NOTICES).not.toContain('phase-changed')
    for (const { legal, channel } of Object.values(NOTICES)) expect(legal && channel === 'in-app').toBe(false)
  })
  it('are a closed list', () => {
    expect([isNoticeName('published'), isNoticeName('constructor'), isNoticeName('nope')]).toEqual([
      true,
      false,
      false,
    ])
  })
  it('are checked for missing and foreign facts', () => {
    const [draft] = notify('published', ['p'], 'c', { campaign: 'c' })
    expect(draft && noticeProblems(draft)).toEqual([])
    expect(
      noticeProblems({ name: 'published', to: { personId: 'p' }, campaignId: 'c', facts: { score: '87' } }),
    ).toEqual(['missing:campaign', 'not-listed:score'])
    const granted = { name: 'mandate-granted', to: { personId: 'p' }, campaignId: null }
    expect(noticeProblems({ ...granted, facts: { administration: 'a', role: 'editor' } })).toEqual([])
    expect(noticeProblems({ ...granted, facts: { administration: 'a', role: 'editor', until: 1 } })).toEqual(
      [],
    )
    expect(noticeProblems({ name: 'x', to: { personId: 'p' }, campaignId: null, facts: {} })).toEqual([
      'unknown:x',
    ])
  })
  it('go once to each person', () => {
    expect(notify('published', ['p', 'q', 'p'], 'c', { campaign: 'c' })).toHaveLength(2)
  })
})
