import { z } from 'zod'
import { ADMINISTRATION_TYPES } from '#app/domain/administration/administration.ts'
import { HOLIDAY_STATES, MOST_DAYS } from '#app/domain/campaign/holidays.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { isCalendarDate } from '#app/domain/kernel/working-days.ts'
import { carriedShare } from '#app/domain/scoring/two-rounds.ts'
import {
  checkbox,
  exactText,
  isoDate,
  line,
  listOf,
  optional,
  prose,
  requiredLine,
  requiredProse,
  uuid,
  version,
  wholeNumber,
} from './fields.ts'

const box = z.string({ error: 'errors.date' }).trim().max(4, 'errors.date')
const CLOCK = /^([01]?\d|2[0-3])[:hH]([0-5]\d)$/

/** Day, month, year and hour of the legal zone in four boxes; one message for the date, one for the hour. */
export const wallTime = z
  .strictObject({
    day: box,
    month: box,
    year: box,
    time: z.string({ error: 'errors.time' }).trim().max(5, 'errors.time'),
  })
  .transform((typed, context) => {
    const date = `${typed.year}-${typed.month.padStart(2, '0')}-${typed.day.padStart(2, '0')}`
    const clock = CLOCK.exec(typed.time)
    if (!isCalendarDate(date)) context.addIssue({ code: 'custom', path: ['day'], message: 'errors.date' })
    if (clock === null) context.addIssue({ code: 'custom', path: ['time'], message: 'errors.time' })
    return { date, minute: Number(clock?.[1] ?? 0) * 60 + Number(clock?.[2] ?? 0) }
  })

const blankDate = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return undefined
  const { day, month, year } = value as Record<string, unknown>
  if ([day, month, year].every((part) => part === '' || part === undefined)) return undefined
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

type Typed = { ar: string; fr: string; en?: string | undefined; zgh?: string | undefined }
/** A language left blank is absent. */
const localized = (typed: Typed): Localized =>
  Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== undefined && text !== ''))

/** A one-line text: Arabic and French asked for by the check, English and Amazigh welcome. */
export const localizedLine = (max = 200) =>
  z
    .strictObject({ ar: line(max), fr: line(max), en: optional(line(max)), zgh: optional(line(max)) })
    .transform(localized)
export const localizedProse = (max = 5000) =>
  z
    .strictObject({ ar: prose(max), fr: prose(max), en: optional(prose(max)), zgh: optional(prose(max)) })
    .transform(localized)

export const prepareCampaignForm = z.strictObject({
  year: wholeNumber(2000, 2100),
  slug: requiredLine(60),
  editionNumber: optional(wholeNumber(1, 500)),
  opensAt: wallTime,
  source: z.union([z.literal('template'), uuid], { error: 'errors.choice' }),
})

export const campaignNamesForm = z.strictObject({
  version,
  awardName: localizedLine(),
  organiser: localizedLine(),
  purposes: localizedProse(2000),
})

export const campaignCalendarForm = z.strictObject({
  version,
  nominationsOpen: wallTime,
  nominationsClose: wallTime,
  screeningEnds: wallTime,
  evaluationOpens: wallTime,
  evaluationCloses: wallTime,
  deliberation: wallTime,
  release: wallTime,
  ceremonyDate: z.preprocess(blankDate, isoDate.optional()),
})

export const articleForm = z.strictObject({
  version,
  title: z.strictObject({ ar: line(300), fr: line(300) }),
  text: z.strictObject({ ar: prose(20_000), fr: prose(20_000) }),
})

export const juryRuleForm = z.strictObject({
  version,
  readersPerNomination: wholeNumber(1, 100),
  minimumSheets: wholeNumber(1, 100),
  minimumShare: requiredLine(13),
  loadLimit: wholeNumber(1, 5000),
})

/** W1 of W1 + W2 = 100: from nothing to less than all of it. */
const firstRoundPercent = exactText.refine(
  (percent) => carriedShare({ scoring: { secondRound: { places: 1, firstRoundPercent: percent } } }).ok,
  'errors.numberRange',
)

export const scoringRuleForm = z
  .strictObject({
    version,
    aggregate: z.enum(['mean', 'median', 'trimmed'], { error: 'errors.choice' }),
    trimMinimumSheets: wholeNumber(3, 50),
    decimals: wholeNumber(0, 6),
    lotNamed: checkbox,
    lotSource: optional(line(300)),
    secondRoundPlaces: optional(wholeNumber(1, 1000)),
    firstRoundPercent: optional(firstRoundPercent),
  })
  // A part of the first round means nothing where nobody advances from it.
  .superRefine(({ secondRoundPlaces, firstRoundPercent: percent }, { addIssue }) => {
    if (percent !== undefined && secondRoundPlaces === undefined)
      addIssue({ code: 'custom', path: ['secondRoundPlaces'], message: 'errors.required' })
  })

export const participationForm = z.strictObject({
  version,
  administrationTypes: listOf(z.enum(ADMINISTRATION_TYPES, { error: 'errors.choice' }), 20),
  perAdministrationAndCategory: wholeNumber(1, 100),
  minimumMonthsInService: wholeNumber(0, 120),
  evidenceFiles: wholeNumber(0, 50),
  evidenceMegabytes: wholeNumber(1, 200),
  videoSeconds: wholeNumber(0, 3600),
})

/** A part of the seats, `2/3`; whether it reads as one is the domain's to say. */
export const procedureRuleForm = z.strictObject({
  version,
  completionWorkingDays: wholeNumber(1, 60),
  appealWorkingDays: wholeNumber(1, 60),
  quorum: requiredLine(13),
  vote: z.enum(['open', 'secret'], { error: 'errors.choice' }),
  majority: z.enum(['simple', 'absolute', 'two_thirds'], { error: 'errors.choice' }),
  castingVote: checkbox,
  level: z.enum(['L0', 'L1', 'L2'], { error: 'errors.choice' }),
})

export const complaintRuleForm = z.strictObject({
  version,
  complaintDays: wholeNumber(1, 365),
  complaintTargetDays: wholeNumber(1, 365),
})

/** A feast of one or more days; its reason is asked for once the rules are in force. */
export const holidayForm = z.strictObject({
  version,
  of: optional(isoDate),
  name: localizedLine(),
  first: z.preprocess((value) => blankDate(value) ?? '', isoDate),
  days: wholeNumber(1, MOST_DAYS),
  state: z.enum(HOLIDAY_STATES, { error: 'errors.choice' }),
  reason: z.strictObject({ ar: prose(1000), fr: prose(1000) }).optional(),
})

export const extensionForm = z.strictObject({
  version,
  closesAt: wallTime,
  moveFollowing: checkbox,
  reason: z.strictObject({ ar: requiredProse(1000), fr: requiredProse(1000) }),
})

/** `version` is the number that the page offered to the next one. */
export const clarificationForm = z.strictObject({
  version,
  question: z.strictObject({ ar: requiredProse(1000), fr: requiredProse(1000) }),
  answer: z.strictObject({ ar: requiredProse(4000), fr: requiredProse(4000) }),
})

/** A button that confirms: what the page showed, and nothing else. */
export const confirmForm = z.strictObject({ version })
export const adoptForm = z.strictObject({ version, intent: z.literal('adopt') })

export const phaseForm = z.strictObject({
  from: z.enum(['nominations', 'screening', 'evaluation', 'presentations', 'published'], {
    error: 'errors.choice',
  }),
  to: z.enum(['screening', 'evaluation', 'presentations', 'deliberation', 'archived'], {
    error: 'errors.choice',
  }),
})
