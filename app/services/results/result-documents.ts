import { loadJudgedSheets } from '#app/adapters/db/feedback.ts'
import type { Material } from '#app/adapters/db/release-material.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import { categoryRule, type PrizeType } from '#app/domain/campaign/regulation.ts'
import { complaintDue } from '#app/domain/complaint/complaint.ts'
import { feedbackOf } from '#app/domain/document/feedback.ts'
import type { NamedNomination, Signatory } from '#app/domain/document/records.ts'
import { palmaresOf, prizesWon } from '#app/domain/document/released.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Snapshot } from '#app/domain/results/snapshot.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import type { Context } from '../context.ts'
import type { Draft } from '../issue.ts'
import type { Unit } from '../run.ts'
import { signatoryOf } from '../signatory.ts'

type Release = {
  readonly campaign: Campaign
  readonly material: Material
  readonly snapshot: Snapshot
  readonly now: Instant
  readonly resultsUrl: string
}

const worded = (wording: Localized | undefined): Localized | null =>
  wording && (wording.ar ?? wording.fr) ? wording : null

function certificates({ snapshot, material }: Release, signatory: Signatory | null): readonly Draft[] {
  return snapshot.categories.flatMap((category) =>
    category.slots.flatMap((slot) => {
      const decision = material.decisions.find(
        (one) => one.category === category.code && one.slot === slot.code,
      )
      return slot.winners.map((winner): Draft => ({
        ...{ kind: 'laureate_certificate', subjectId: winner.nominationId, isPublic: true },
        body: {
          ...{ prize: slot.label, prizeType: slot.type as PrizeType, category: category.name },
          ...{ recipient: winner.administration.name, service: winner.title },
          ...{ citation: worded(decision?.wording), signatory },
        },
      }))
    }),
  )
}

const palmares = ({ campaign, material, snapshot, now, resultsUrl }: Release): Draft => ({
  ...{ kind: 'palmares', subjectId: campaign.id, isPublic: true },
  body: { ...palmaresOf(snapshot), releasedAt: now, snapshotSha256: material.snapshotHash, resultsUrl },
})

type Judged = Material['nominations'] extends ReadonlyMap<string, infer N> ? N : never

const namedOf = (
  { campaign }: Release,
  { reference, title, category, administration }: Judged,
): NamedNomination => ({
  reference: reference ?? '',
  title,
  category: categoryRule(campaign.regulation, category)?.name ?? {},
  administration: administration.name,
})

async function letters(tx: Tx, release: Release): Promise<readonly Draft[]> {
  const { campaign, material, snapshot, now, resultsUrl } = release
  const sheets = await loadJudgedSheets(tx, campaign.id)
  const { complaintDays } = campaign.regulation.publication
  const complaintUntil = complaintDue(now, complaintDays, (at) => legalOffsetMinutes(at))
  return [...material.nominations.values()].flatMap((nomination): readonly Draft[] => {
    const subjectId = nomination.nominationId
    const named = namedOf(release, nomination)
    const prizes = prizesWon(snapshot, subjectId)
    const rubric = categoryRule(campaign.regulation, nomination.category)?.rubric
    const judged = sheets.get(subjectId) ?? []
    const notification: Draft = {
      ...{ kind: 'result_notification', subjectId, isPublic: false },
      body: { ...named, releasedAt: now, prizes, complaintUntil, resultsUrl },
    }
    if (!rubric || judged.length === 0) return [notification]
    const body = { ...named, releasedAt: now, ...feedbackOf(rubric, judged) }
    return [notification, { kind: 'feedback_letter', subjectId, isPublic: false, body }]
  })
}

/** Every document that a release owes, for its own transaction: before it, none of them exists anywhere. */
export async function resultDocuments(
  ctx: Pick<Context, 'origin'>,
  { tx, now }: Unit,
  campaign: Campaign,
  material: Material & { readonly snapshot: Snapshot },
): Promise<readonly Draft[]> {
  const release = { campaign, material, snapshot: material.snapshot, now, resultsUrl: ctx.origin }
  return [
    ...certificates(release, await signatoryOf(tx, campaign.id)),
    palmares(release),
    ...(await letters(tx, release)),
  ]
}
