import type { Actor } from '#app/domain/access/actor.ts'
import { legalDate } from '#app/domain/kernel/working-days.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import type { Context } from '#app/services/context.ts'
import { attachEvidence } from '#app/services/nomination/attach-evidence.ts'
import { type Entered, writeDraft } from '../play/enter.ts'
import { must } from '../play/must.ts'
import { randomFor } from '../play/random.ts'
import type { Stage } from '../play/stage.ts'
import { inventedAnswers } from './answers.ts'
import { PLACES } from './bodies.ts'
import { SERVICES } from './services.ts'
import { smallPdf } from './small-pdf.ts'

export type InventedDossier = {
  readonly index: number
  readonly category: string
  readonly administrationId: string
  readonly hasEvidence: boolean
  /** Only these answers of the whole, for a draft that is half written. */
  readonly fields?: (field: string) => boolean
}

/** One draft of the demonstration, in Arabic for one dossier out of three. */
export async function writeInvented(
  stage: Stage,
  actor: Actor,
  campaign: { readonly campaignId: string; readonly opensAt: Instant },
  dossier: InventedDossier,
): Promise<Entered> {
  const { index, category, administrationId, hasEvidence, fields = () => true } = dossier
  const services = SERVICES[category] ?? []
  const service = services[index % services.length]
  const place = PLACES[Math.floor(index / 4) % PLACES.length]
  if (!service || !place) throw new RangeError(`no service for ${category}`)
  const title = { fr: `${service.fr} de ${place.fr}`, ar: `${service.ar} - ${place.ar}` }
  const locale = index % 3 === 0 ? ('ar' as const) : ('fr' as const)
  const lastMonth = legalDate(campaign.opensAt, (at) => legalOffsetMinutes(at)).slice(0, 7)
  const random = randomFor(stage.seed, `dossier ${index}`)
  const whole = inventedAnswers({ service, title, locale, lastMonth }, random)
  const answers = Object.fromEntries(Object.entries(whole).filter(([field]) => fields(field)))
  const of = { campaignId: campaign.campaignId, administrationId, categoryCode: category }
  const entered = await writeDraft(stage.ctx, actor, of, answers)
  if (hasEvidence) await attachPdf(stage.ctx, actor, entered, locale)
  return entered
}

async function attachPdf(ctx: Context, actor: Actor, of: Entered, locale: 'ar' | 'fr'): Promise<void> {
  const pdf = smallPdf(`Demonstration ${of.reference}`)
  const claimedName = 'mesures.pdf'
  const stored = await ctx.files.put(whole(pdf), { limit: 1_000_000, claimedName })
  const file = { ...must('store a file', stored), displayName: claimedName }
  const title = locale === 'ar' ? 'قياسات قبل وبعد (تجريبي)' : 'Mesures avant et après (démonstration)'
  const { nominationId } = of
  must('attach', await attachEvidence(ctx, actor, { nominationId, title, claim: 'results', file }))
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}
