import type { Regulation } from '#app/domain/campaign/regulation.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { requestAdministration } from '#app/services/administration/request-administration.ts'
import { requestVisa } from '#app/services/nomination/request-visa.ts'
import { mandateFor } from '../play/bodies.ts'
import { type Cast, player } from '../play/cast.ts'
import { seenNow, signDossier } from '../play/enter.ts'
import { must } from '../play/must.ts'
import { prepareAndOpen } from '../play/prepare.ts'
import { actorFor, moveClock, type Stage } from '../play/stage.ts'
import type { Applicant } from './applicants.ts'
import { BODIES } from './bodies.ts'
import { begunDaysAgo, daysAfter, legalYear } from './calendar.ts'
import { writeInvented } from './enter-dossiers.ts'

/** The template leaves 45 days for nominations: twenty remain. */
const BEGUN_DAYS_AGO = 25
const CATEGORIES = ['e-contenu', 'e-demarche']
/** The first sections of the dossier, for a draft that is half written. */
const FIRST_SECTIONS = /^(title|url|goLive|audience|summary|team|problem)/

function territories(regulation: Regulation): Regulation {
  return {
    ...regulation,
    awardName: {
      ar: 'جائزة الخدمات الرقمية للمجالات الترابية (تجريبي)',
      fr: 'Prix des services numériques des territoires (démonstration)',
    },
    purposes: {
      ar: 'دورة تجريبية مفتوحة للترشيح، لكل من يرغب في تجربة إيداع ملف.',
      fr: 'Édition de démonstration ouverte aux candidatures, pour qui veut essayer d’en déposer une.',
    },
    categories: regulation.categories.filter(({ code }) => CATEGORIES.includes(code)),
  }
}

/** A small campaign whose nominations are open: a draft half written, one awaiting its visa, one sent, one body to approve. */
export async function playOpenCampaign(
  stage: Stage,
  cast: Cast,
  applicants: readonly Applicant[],
  now: Instant,
): Promise<void> {
  const { ctx } = stage
  const regulation = territories(begunDaysAgo(now, BEGUN_DAYS_AGO))
  const opensAt = regulation.calendar.nominationsOpen
  await moveClock(stage, opensAt)
  const year = legalYear(now)
  const start = { year, slug: `${year}-territoires`, editionNumber: null, regulation, record: null }
  const { campaignId } = await prepareAndOpen(stage, cast, start, false)
  const [own, second, third] = applicants
  if (!own || !second || !third) throw new RangeError('too few applicants')
  const campaign = { campaignId, opensAt }
  await moveClock(stage, daysAfter(now, -3))
  const editor = await actorFor(stage, cast.editor.personId)
  const half = {
    index: 101,
    category: 'e-demarche',
    administrationId: own.administrationId,
    hasEvidence: false,
    fields: (field: string) => FIRST_SECTIONS.test(field),
  }
  await writeInvented(stage, editor, campaign, half)
  const whole = {
    index: 104,
    category: 'e-contenu',
    administrationId: own.administrationId,
    hasEvidence: true,
  }
  const awaiting = await writeInvented(stage, editor, campaign, whole)
  must('ask for the visa', await requestVisa(ctx, editor, await seenNow(ctx, awaiting.nominationId)))
  const sent = {
    index: 107,
    category: 'e-demarche',
    administrationId: third.administrationId,
    hasEvidence: true,
  }
  const { nominationId } = await writeInvented(stage, third.signatory, campaign, sent)
  await signDossier(ctx, third.signatory, nominationId)
  await askToEnter(stage, cast)
}

/** Somebody waits for the secretariat: a new body, and a second editor for a known one. */
async function askToEnter(stage: Stage, cast: Cast): Promise<void> {
  const { ctx } = stage
  const newcomer = await player(stage, 'candidate', 'Imane Raji, candidate sans mandat')
  const actor = await actorFor(stage, newcomer.personId)
  const asked = await requestAdministration(ctx, actor, {
    name: { fr: 'Commune de Riad Essalam (démonstration)', ar: 'جماعة رياض السلام (تجريبي)' },
    acronym: null,
    type: 'commune',
    parentId: null,
    role: 'editor',
  })
  must('ask for a body', asked)
  const [, known] = BODIES
  if (!known) return
  const colleague = await player(stage, 'redacteur.2', 'Adil Mernissi, rédacteur')
  const by = { personId: colleague.personId, administratorId: cast.administrator.personId }
  await mandateFor(stage, by, { ...known, role: 'editor' })
}
