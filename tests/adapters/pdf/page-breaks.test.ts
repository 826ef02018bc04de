import { expect, it } from 'vitest'
import { SAMPLES } from '#app/adapters/pdf/samples/index.ts'
import { createTypstPress } from '#app/adapters/pdf/typst.server.ts'
import { runsIn } from './read-pdf.ts'

const { press } = createTypstPress()

/** What stands on each page, in its order. */
const pagesOf = async (bytes: Uint8Array): Promise<readonly (readonly string[])[]> =>
  (await runsIn(bytes)).map((page) => page.map(({ text }) => text))

const signedBy = (count: number) =>
  press('minutes', {
    ...SAMPLES.minutes,
    signatures: Array.from({ length: count }, (_, k) => ({
      ...{ name: `Signataire${k + 1}`, role: 'juror' as const, signedAt: null },
    })),
  })
/** How many sign on each page where anybody signs. */
const perPage = (pages: readonly (readonly string[])[]): number[] =>
  pages.map((page) => page.filter((text) => /^Signataire\d/.test(text)).length).filter((count) => count > 0)

it.each([1, 2, 5, 9, 12])('keeps %i signatures together, below their heading', async (count) => {
  const pages = await pagesOf((await signedBy(count)).bytes)
  expect(perPage(pages)).toEqual([count])
  const page = pages.find((one) => one.some((text) => text.startsWith('Signataire'))) ?? []
  expect(page.indexOf('Signatures')).toBeGreaterThanOrEqual(0)
})

it.each([13, 24, 40])('leaves nobody of %i alone on a page', async (count) => {
  const counts = perPage(await pagesOf((await signedBy(count)).bytes))
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(count)
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(3)
})

it('takes a row to the next page whole, with names of 200 characters in both languages', async () => {
  const { register } = SAMPLES
  const [category, ...others] = register.categories
  const lines = category!.lines.map((row, k) => ({
    ...row,
    title: {
      fr: `Debut${k} ${'service en ligne '.repeat(11)}Fin${k}`,
      ar: `بوابة ${'خدمة رقمية '.repeat(15)}`,
    },
  }))
  const pages = await pagesOf(
    (await press('register', { ...register, categories: [{ ...category!, lines }, ...others] })).bytes,
  )
  expect(pages.length).toBeGreaterThan(3)
  const where = (word: string) =>
    pages.findIndex((page) => page.some((text) => text.split(' ').includes(word)))
  for (const k of lines.keys()) expect([k, where(`Fin${k}`)]).toEqual([k, where(`Debut${k}`)])
})
