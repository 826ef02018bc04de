import fs from 'node:fs/promises'
import path from 'node:path'
import type { RecordedEdition } from '#app/domain/campaign/archived-edition.ts'
import { paths } from '#app/http/paths.ts'
import { openDataFiles } from '#app/queries/exports/open-data-files.ts'
import { publishedEditions } from '#app/queries/public/published.ts'
import { wholeBundle } from '#app/queries/public/result-files.ts'
import { openBundle } from '#app/verifier/open-bundle.ts'
import { verify } from '#app/verifier/verify.ts'
import { differencesFromRecord, type OpenEdition } from './compare-with-record.ts'
import { castPlayers } from './play/cast.ts'
import { planEdition } from './play/edition-plan.ts'
import { playEdition } from './play/play-edition.ts'
import { moveClock, type Stage } from './play/stage.ts'

export type ReplaySummary = {
  readonly year: number
  readonly categories: number
  readonly nominations: number
  readonly sheets: number
  readonly awarded: number
  readonly shared: number
  readonly withheld: number
  /** Paths of the files written. */
  readonly openData: string
  readonly bundle: string
}
export type Replay = {
  readonly summary: ReplaySummary
  /** What differs from the record, and what the verifier does not confirm. */
  readonly faults: readonly string[]
}

/** Plays one edition on an empty stage, reads back what the public reads, and compares it with the record. */
export async function replayEdition(stage: Stage, edition: RecordedEdition, folder: string): Promise<Replay> {
  const plan = planEdition(edition)
  await moveClock(stage, plan.regulation.calendar.nominationsOpen)
  const cast = await castPlayers(stage)
  const { campaignId } = await playEdition(stage, cast, plan)
  const files = await writePublished(stage, edition.year, folder)
  const { published } = files
  const report = verify(openBundle(files.bundle))
  const outcomes = published.snapshot.categories.flatMap(({ slots }) => slots.map(({ outcome }) => outcome))
  const count = (outcome: string): number => outcomes.filter((one) => one === outcome).length
  const { nomination, scoreSheet } = stage.ctx.db.office
  return {
    summary: {
      year: edition.year,
      categories: published.snapshot.categories.length,
      nominations: await nomination.count({ where: { campaignId } }),
      sheets: await scoreSheet.count({ where: { nomination: { campaignId }, state: 'sealed' } }),
      awarded: count('awarded'),
      shared: count('shared'),
      withheld: count('withheld'),
      openData: files.openData,
      bundle: files.bundle,
    },
    faults: [
      ...differencesFromRecord(edition, files.opened),
      ...(published.snapshot.synthetic ? [] : ['the snapshot does not say that its scores are synthetic']),
      ...report.failures.map(({ about, sentence }) => `verifier: ${about}: ${sentence}`),
    ],
  }
}

/** Reads with the rights of the public and writes what it reads. */
async function writePublished({ ctx }: Stage, year: number, folder: string) {
  const published = (await publishedEditions(ctx.db.public)).find(
    ({ snapshot }) => snapshot.campaign.year === year,
  )
  const bundleText = published && (await wholeBundle(ctx.db.public, published))
  if (!published || !bundleText) throw new Error(`the edition of ${year} is not public after its release`)
  const urlOf = (id: string): string => ctx.origin + paths.laureate('fr', id)
  const { json, csv } = await openDataFiles(ctx, [published], { urlOf, languages: [] })
  const [openData, bundle] = [path.join(folder, 'palmares.json'), path.join(folder, 'bundle.json')]
  await fs.mkdir(folder, { recursive: true })
  await fs.writeFile(openData, json)
  await fs.writeFile(path.join(folder, 'palmares.csv'), csv)
  await fs.writeFile(bundle, bundleText)
  const { editions } = JSON.parse(json) as { readonly editions: readonly OpenEdition[] }
  const [opened] = editions
  if (!opened) throw new Error('the open data are empty')
  return { published, opened, openData, bundle }
}
