import { hexOf, utf8 } from '#app/domain/audit/bytes.ts'
import { buildBundle } from '#app/domain/results/bundle.ts'
import { verify } from '#app/verifier/verify.ts'
import { randomCampaign, sha256, type Variant } from './random-campaign.ts'

/* eslint-disable @typescript-eslint/no-explicit-any -- (tampering) the files are bent in ways that no type allows */
export type Files = Map<string, string>
export const build = (seed: number, variant: Variant = {}): Files => {
  const files = buildBundle(randomCampaign(seed, variant), sha256)
  if (!files.ok) throw new Error(files.reason)
  return new Map(files.value.map(({ name, content }) => [name, content]))
}
export const read = (files: Files, name: string): any => JSON.parse(files.get(name) ?? 'null')

/** Writes the changed file and a manifest that names it: the forger is not careless. */
export function forge(files: Files, name: string, change: (content: any) => void): Files {
  const content = read(files, name)
  change(content)
  const forged = new Map(files).set(name, JSON.stringify(content))
  const manifest = read(files, 'manifest.json')
  manifest.files = manifest.files.map((row: any) => {
    const bytes = utf8(forged.get(row.name) ?? '')
    return { ...row, sha256: hexOf(sha256(bytes)), bytes: bytes.length }
  })
  return forged.set('manifest.json', JSON.stringify(manifest))
}
export const caught = (files: Files): string[] => [
  ...new Set(verify(files).failures.map((finding) => finding.about)),
]

/** A campaign with what the cases need: scored places, an award by rank, a withheld prize, sheets. */
export const SEED = Array.from({ length: 400 }, (_, at) => at + 1).find((seed) => {
  const { categories, decisions } = randomCampaign(seed)
  const [category] = categories
  const clear =
    category?.ranking.filter(
      (one) =>
        one.rank !== null && one.tiedWith.length === 0 && category.finalists.includes(one.nominationId),
    ) ?? []
  const closed = (category?.ranking.length ?? 0) - (category?.finalists.length ?? 0)
  return (
    categories.length === 1 &&
    closed === 0 &&
    clear.length >= 3 &&
    clear[0]?.rank === 1 &&
    decisions[0]?.outcome === 'awarded' &&
    decisions[0].vote === null &&
    decisions.some((one) => one.outcome === 'withheld' && one.vote)
  )
})
export const honest = build(SEED ?? 0)
export const firstRanked = (results: any): any => results[0].nominations.find((line: any) => line.rank === 1)
export const leaf = (sheets: any): any => sheets[0]
