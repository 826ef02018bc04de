import { categoryRule, type Regulation } from '#app/domain/campaign/regulation.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { advancePhase } from '#app/services/campaign/advance-phase.ts'
import { closeNominations } from '#app/services/campaign/close-nominations.ts'
import { begunDaysAgo, daysAfter } from '#prisma/seed/demonstration/calendar.ts'
import { writeInvented } from '#prisma/seed/demonstration/enter-dossiers.ts'
import { type BodyName, mandateFor } from '#prisma/seed/play/bodies.ts'
import { type Cast, type Player, player } from '#prisma/seed/play/cast.ts'
import { deliberate } from '#prisma/seed/play/deliberate.ts'
import { signDossier } from '#prisma/seed/play/enter.ts'
import { must } from '#prisma/seed/play/must.ts'
import { prepareAndOpen } from '#prisma/seed/play/prepare.ts'
import { assignReaders, declareAll, readingsOf, scoreAll } from '#prisma/seed/play/read-and-score.ts'
import { screen } from '#prisma/seed/play/screen.ts'
import { actorFor, moveClock, type Stage } from '#prisma/seed/play/stage.ts'

const CATEGORY = 'e-contenu'
const SEATS = ['chair', 'deputy', 'j1', 'j2', 'j3']
const ENTRIES = [3, 7, 11]

/** The rules of a small campaign begun so many days ago: one category, five seats, three readers for each file. */
export const small = (now: Instant, days: number, ar: string, fr: string): Regulation => {
  const template = begunDaysAgo(now, days)
  return {
    ...template,
    awardName: { ar: `${ar} (تجريبي)`, fr: `${fr} (démonstration)` },
    categories: template.categories.filter(({ code }) => code === CATEGORY),
    jury: {
      ...template.jury,
      seats: template.jury.seats.filter(({ code }) => SEATS.includes(code)),
      readersPerNomination: 3,
    },
  }
}

/** The people of the demonstration, by their addresses. */
export async function castNow({ ctx }: Stage): Promise<Cast> {
  const people = await ctx.db.office.person.findMany({
    where: { demonstration: true },
    select: { id: true, email: true, name: true },
  })
  const called = (mailbox: string): Player => {
    const found = people.find(({ email }) => email.startsWith(`${mailbox}@`))
    if (!found) throw new Error(`nobody is called ${mailbox}`)
    return { personId: found.id, email: found.email, name: found.name }
  }
  return {
    administrator: called('administration'),
    organiser: called('organisation'),
    clerks: [called('secretariat.1'), called('secretariat.2')],
    publishers: [called('publication.1'), called('publication.2')],
    auditor: called('audit'),
    chair: called('presidence'),
    deputy: called('presidence.suppleante'),
    jurors: [called('jure.1'), called('jure.2'), called('jure.3')],
    editor: called('redactrice'),
    signatory: called('signataire'),
  }
}

export type Play = {
  readonly stage: Stage
  readonly cast: Cast
  readonly campaignId: string
  readonly regulation: Regulation
}

export async function enter(
  { stage, cast, campaignId, regulation }: Play,
  entries: readonly number[] = ENTRIES,
  called = 'Signataire d’essai',
): Promise<string[]> {
  const opensAt = regulation.calendar.nominationsOpen
  await moveClock(stage, daysAfter(opensAt, 20))
  const entered: string[] = []
  for (const index of entries) {
    const who = await player(stage, `signataire.${campaignId.slice(-4)}.${index}`, `${called} ${index}`)
    const name = {
      fr: `Administration d’essai ${campaignId.slice(-4)}-${index}`,
      ar: `إدارة ${campaignId.slice(-4)}-${index}`,
    }
    const by = { personId: who.personId, administratorId: cast.administrator.personId }
    const administrationId = await mandateFor(stage, by, { name, role: 'signatory' })
    const signatory = await actorFor(stage, who.personId)
    const dossier = { index, category: CATEGORY, administrationId, hasEvidence: false }
    const { nominationId } = await writeInvented(stage, signatory, { campaignId, opensAt }, dossier)
    await signDossier(stage.ctx, signatory, nominationId)
    entered.push(nominationId)
  }
  return entered
}

export async function close({ stage, regulation }: Play): Promise<void> {
  await moveClock(stage, regulation.calendar.nominationsClose)
  await closeNominations(stage.ctx)
}

/** One file is refused, yesterday: its signatory can still appeal. */
export async function refuse({ stage, cast, regulation }: Play, nominationId: string, at: Instant) {
  await moveClock(stage, at)
  const clerks = [
    await actorFor(stage, cast.clerks[0].personId),
    await actorFor(stage, cast.clerks[1].personId),
  ] as const
  const checks = regulation.screening.checks.map(({ code }) => code)
  const failing = { check: 'complete', note: 'Réponses illisibles.', reason: 'incomplete-after-request' }
  await screen(stage.ctx, clerks, { nominationId, checks, failing })
}

export async function admit(
  { stage, cast, campaignId, regulation }: Play,
  entered: readonly string[],
): Promise<void> {
  const { calendar, screening } = regulation
  await moveClock(stage, daysAfter(calendar.nominationsClose, 5))
  const clerks = [
    await actorFor(stage, cast.clerks[0].personId),
    await actorFor(stage, cast.clerks[1].personId),
  ] as const
  const checks = screening.checks.map(({ code }) => code)
  for (const nominationId of entered) await screen(stage.ctx, clerks, { nominationId, checks, failing: null })
  await declareAll(stage, [cast.chair, cast.deputy, ...cast.jurors], campaignId)
  await assignReaders(stage, cast, campaignId)
}

export async function score(
  { stage, cast, campaignId, regulation }: Play,
  entered: readonly string[],
): Promise<void> {
  const { calendar } = regulation
  const organiser = await actorFor(stage, cast.organiser.personId)
  const advance = async (from: 'screening' | 'evaluation', to: 'evaluation' | 'deliberation') =>
    must(`open ${to}`, await advancePhase(stage.ctx, organiser, { campaignId, from, to }))
  await moveClock(stage, calendar.evaluationOpens)
  await advance('screening', 'evaluation')
  const given = await readingsOf(stage, campaignId)
  const rubric = categoryRule(regulation, CATEGORY)?.rubric
  if (!rubric) throw new Error('the template has no such category')
  const work = cast.jurors.map((juror) => ({
    juror,
    readings: (given.get(juror.personId) ?? []).map((nominationId) => {
      const at = entered.indexOf(nominationId)
      return { nominationId, drawn: `essai ${at}`, rubric, target: 88 - 15 * at, until: 'sealed' as const }
    }),
  }))
  await moveClock(stage, daysAfter(calendar.evaluationOpens, 3))
  await scoreAll(stage, work)
  await moveClock(stage, calendar.evaluationCloses)
  await advance('evaluation', 'deliberation')
}

/** The first prize given, the others withheld, each after a vote, and the meeting over; gives its id. */
export async function decideAll(play: Play, entered: readonly string[]): Promise<string> {
  const { stage, cast, campaignId, regulation } = play
  const [slots = []] = regulation.categories.map((category) => category.slots)
  const decisions = slots.map(({ code }, at) => ({
    category: CATEGORY,
    slot: code,
    outcome: at === 0 ? ('awarded' as const) : ('withheld' as const),
    winners: at === 0 ? ['first'] : [],
  }))
  const nominations = new Map([['first', entered[0] ?? '']])
  return deliberate(stage, cast, { campaignId, regulation, decisions, nominations })
}

export async function begin(
  stage: Stage,
  cast: Cast,
  regulation: Regulation,
  { slug, year }: { readonly slug: string; readonly year: number },
): Promise<Play> {
  await moveClock(stage, regulation.calendar.nominationsOpen)
  const start = { year, slug, editionNumber: null, regulation, record: null }
  const { campaignId } = await prepareAndOpen(stage, cast, start)
  return { stage, cast, campaignId, regulation }
}

/** One more administration for the people who apply. */
export async function giveBody(stage: Stage, cast: Cast, name: BodyName): Promise<void> {
  const administratorId = cast.administrator.personId
  for (const [{ personId }, role] of [
    [cast.editor, 'editor'],
    [cast.signatory, 'signatory'],
  ] as const)
    await mandateFor(stage, { personId, administratorId }, { name, role })
}
