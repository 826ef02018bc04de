import { describe, expect, it } from 'vitest'
import { listed } from '#app/adapters/pdf/frame-view.ts'
import { asWritten, fraction, quoted, sentence, spoken } from '#app/adapters/pdf/spoken.ts'

const service = (title: { fr?: string; ar?: string }) =>
  sentence('certificate.service', (side) => ({ service: quoted(title, side) }))

describe('what a document says on both sides', () => {
  it('is one text where a name exists in both languages', () => {
    const { fr, ar } = service({ fr: 'Sabil', ar: 'سبيل' })
    expect([fr.runs, ar.runs]).toEqual([undefined, undefined])
    expect([fr.text.includes('Sabil'), ar.text.includes('سبيل')]).toEqual([true, true])
  })

  it('marks in an Arabic sentence the name that exists in French alone, even where the form carries it twice', () => {
    for (const title of [{ fr: 'Portail (DGCT)' }, { fr: 'Portail (DGCT)', ar: 'Portail (DGCT)' }]) {
      const { fr, ar } = service(title)
      expect(fr.runs).toBeUndefined()
      expect(ar.runs?.map(({ lang }) => lang)).toEqual(['ar', 'fr', 'ar'])
      expect(ar.runs?.[1]?.text).toBe('Portail (DGCT)')
      expect(ar.runs?.map(({ text }) => text).join('')).toBe(ar.text)
    }
  })

  it('cannot be cut elsewhere by what somebody typed', () => {
    const { ar } = service({ fr: 'a\uE002b\uE000fr\uE001c' })
    expect(ar.runs?.[1]).toEqual({ text: 'abfrc', lang: 'fr' })
  })

  it('sets apart, in an Arabic text of the record, the Latin words with the sign that ends them', () => {
    const runs = (ar: string) => spoken({ ar, fr: 'x' }).ar.runs?.map(({ text, lang }) => [text, lang])
    expect(runs('بين Chahada+ (مع) وسبيل (ضد)')).toEqual([
      ['بين ', 'ar'],
      ['Chahada+', 'fr'],
      [' (مع) وسبيل (ضد)', 'ar'],
    ])
    expect(runs('على الملف EMT-2026-0117 «Portail (DGCT)».')).toEqual([
      ['على الملف ', 'ar'],
      ['EMT-2026-0117', 'fr'],
      [' «', 'ar'],
      ['Portail (DGCT)', 'fr'],
      ['».', 'ar'],
    ])
    expect(runs('من Portail A، Portail B')).toEqual([
      ['من ', 'ar'],
      ['Portail A', 'fr'],
      ['، ', 'ar'],
      ['Portail B', 'fr'],
    ])
    expect(spoken({ ar: 'منح جائزة التميز 2026', fr: 'x' }).ar.runs).toBeUndefined()
  })

  it('writes no fraction with a slash in Arabic', () => {
    expect([fraction('2/3', 'fr'), fraction('2/3', 'ar')]).toEqual(['2/3', '2 من 3'])
  })

  it('keeps each name of a list in its own language', () => {
    const { ar } = listed([asWritten('Salma'), asWritten('سلوى')])
    expect(ar.runs?.map(({ text, lang }) => [text, lang])).toEqual([
      ['Salma', 'fr'],
      ['؛ سلوى', 'ar'],
    ])
    expect(listed([asWritten('سلوى'), asWritten('ليلى')]).ar).toEqual({ text: 'سلوى؛ ليلى', lang: 'ar' })
  })
})
