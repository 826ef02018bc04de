import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AccountForm } from '#app/ui/account/account-form.tsx'
import { show } from '../support/show.tsx'

const told = (reason: string, facts: Record<string, number>, locale: 'fr' | 'ar') => {
  const failure = { fieldErrors: {}, formError: { reason, facts }, typed: {} }
  show(<AccountForm failure={failure}>x</AccountForm>, locale)
  return screen.getByRole('alert').textContent?.replace(/\s+/g, ' ')
}

describe('a form of identity that came too often or at a full moment', () => {
  it.each([
    [1, 'dans 1 minute.'],
    [61, 'dans 2 minutes.'],
    [900, 'dans 15 minutes.'],
    [7200, 'dans 2 heures.'],
    [80_000, 'dans 23 heures.'],
  ])('tells after %i seconds in words: %s', (retryAfterSeconds, words) => {
    expect(told('throttled', { retryAfterSeconds }, 'fr')).toContain(`Vous pourrez recommencer ${words}`)
  })

  it('tells the same in the forms of Arabic', () => {
    expect(told('throttled', { retryAfterSeconds: 120 }, 'ar')).toContain('بعد دقيقتين.')
    expect(told('throttled', { retryAfterSeconds: 600 }, 'ar')).toContain('بعد 10 دقائق.')
    expect(told('throttled', { retryAfterSeconds: 90_000 }, 'ar')).toContain('بعد 25 ساعة.')
  })

  it('says what is kept and how to send it again, and nothing of it for another refusal', () => {
    const kept = 'Ce que vous avez écrit reste dans le formulaire, sauf les mots de passe et les codes.'
    expect(told('throttled', { retryAfterSeconds: 60 }, 'fr')).toContain(kept)
    expect(told('busy', {}, 'fr')).toContain(kept)
    expect(told('link-dead', {}, 'fr')).not.toContain(kept)
  })
})
