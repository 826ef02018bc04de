import { ok, refuse } from '../kernel/result.ts'
import { cleanLocalized } from './localized-edit.ts'
import { CALENDAR_STEPS } from './calendar.ts'
import { editHolidays } from './holidays.ts'
import { editProcedure } from './procedure-edit.ts'
import { editRubric } from './rubric-edit.ts'
import { isShare } from './weights.ts'
import type { Localized } from '../kernel/localized.ts'
import type { Result } from '../kernel/result.ts'
import type { Campaign } from './campaign.ts'
import type {
  Article,
  BilingualText,
  Calendar,
  CategoryRule,
  PrizeSlotRule,
  Regulation,
  SeatRule,
} from './regulation.ts'
import type { HolidayEdit, HolidayReason } from './holidays.ts'
import type { ProcedureEdit } from './procedure-edit.ts'
import type { RubricEdit, RubricReason } from './rubric-edit.ts'
import { isFrozen } from './campaign.ts'

/** One edit of a regulation in preparation. The document stays a value: each edit makes a new one. */
export type RegulationEdit =
  | {
      readonly kind: 'names'
      readonly awardName: Localized
      readonly organiser: Localized
      readonly purposes: Localized
    }
  | { readonly kind: 'calendar'; readonly calendar: Calendar }
  | { readonly kind: 'holidays'; readonly edit: HolidayEdit }
  | {
      readonly kind: 'article'
      readonly number: number
      readonly title: BilingualText
      readonly text: BilingualText
    }
  | {
      readonly kind: 'category'
      readonly code: string
      readonly name: Localized
      readonly description: Localized
    }
  | RubricEdit
  | { readonly kind: 'slots'; readonly category: string; readonly slots: readonly PrizeSlotRule[] }
  | { readonly kind: 'seats'; readonly seats: readonly SeatRule[] }
  | { readonly kind: 'participation'; readonly participation: Regulation['participation'] }
  | {
      readonly kind: 'complaints'
      readonly days: Required<Pick<Regulation['publication'], 'complaintDays' | 'complaintTargetDays'>>
    }
  | { readonly kind: 'jury'; readonly rules: Omit<Regulation['jury'], 'seats'> }
  | { readonly kind: 'scoring'; readonly rules: Regulation['scoring'] }
  | ProcedureEdit

export type EditReason =
  | 'regulation-frozen'
  | 'unreadable-text'
  | 'unknown-article'
  | 'unknown-category'
  | RubricReason
  | HolidayReason
  | 'unreadable-instant'
  | 'unreadable-share'
type Edited = Result<Regulation, EditReason>

function editTexts<K extends string>(
  texts: Readonly<Record<K, Localized>>,
): Result<Record<K, Localized>, 'unreadable-text'> {
  const kept: Partial<Record<K, Localized>> = {}
  const fields: Record<string, string> = {}
  for (const field of Object.keys(texts) as K[]) {
    const cleaned = cleanLocalized(
      texts[field],
      field.endsWith('ext') || field.endsWith('urposes') ? 'prose' : 'line',
    )
    if (cleaned.ok) kept[field] = cleaned.value
    else for (const [lang, message] of Object.entries(cleaned.fields)) fields[`${field}.${lang}`] = message
  }
  return Object.keys(fields).length === 0
    ? ok(kept as Record<K, Localized>)
    : refuse('unreadable-text', {}, fields)
}

function editArticle(regulation: Regulation, edit: Extract<RegulationEdit, { kind: 'article' }>): Edited {
  if (!regulation.articles.some(({ number }) => number === edit.number)) {
    return refuse('unknown-article', { number: edit.number })
  }
  const texts = editTexts({ title: edit.title, text: edit.text })
  if (!texts.ok) return texts
  const both = (text: Localized): BilingualText => ({ ...text, ar: text.ar ?? '', fr: text.fr ?? '' })
  const replaced = (article: Article): Article =>
    article.number === edit.number
      ? { ...article, title: both(texts.value.title), text: both(texts.value.text) }
      : article
  return ok({ ...regulation, articles: regulation.articles.map(replaced) })
}

function editInCategory(
  regulation: Regulation,
  code: string,
  change: (category: CategoryRule) => Result<CategoryRule, EditReason>,
): Edited {
  const found = regulation.categories.find((category) => category.code === code)
  if (found === undefined) return refuse('unknown-category', { code })
  const changed = change(found)
  if (!changed.ok) return changed
  return ok({
    ...regulation,
    categories: regulation.categories.map((category) => (category === found ? changed.value : category)),
  })
}

function editCategoryRubric(regulation: Regulation, edit: RubricEdit): Edited {
  return editInCategory(regulation, edit.category, (category) => {
    const rubric = editRubric(category.rubric, edit)
    return rubric.ok ? ok({ ...category, rubric: rubric.value }) : rubric
  })
}

function editCalendar(regulation: Regulation, calendar: Calendar): Edited {
  const wrong = CALENDAR_STEPS.filter((step) => !Number.isSafeInteger(calendar[step]))
  if (wrong.length > 0) {
    return refuse(
      'unreadable-instant',
      {},
      Object.fromEntries(wrong.map((step) => [`calendar.${step}`, 'errors.date'])),
    )
  }
  return ok({ ...regulation, calendar })
}

function applyEdit(regulation: Regulation, edit: RegulationEdit): Edited {
  switch (edit.kind) {
    case 'names': {
      const { awardName, organiser, purposes } = edit
      const texts = editTexts({ awardName, organiser, purposes })
      return texts.ok ? ok({ ...regulation, ...texts.value }) : texts
    }
    case 'calendar':
      return editCalendar(regulation, edit.calendar)
    case 'holidays': {
      const holidays = editHolidays(regulation.holidays, edit.edit)
      return holidays.ok ? ok({ ...regulation, holidays: holidays.value }) : holidays
    }
    case 'article':
      return editArticle(regulation, edit)
    case 'category': {
      const texts = editTexts({ name: edit.name, description: edit.description })
      return texts.ok
        ? editInCategory(regulation, edit.code, (category) => ok({ ...category, ...texts.value }))
        : texts
    }
    case 'rubric':
    case 'criterion':
    case 'criterion-added':
    case 'criterion-removed':
    case 'criterion-moved':
    case 'rubric-adopted':
      return editCategoryRubric(regulation, edit)
    case 'slots':
      return editInCategory(regulation, edit.category, (category) => ok({ ...category, slots: edit.slots }))
    case 'seats':
      return ok({ ...regulation, jury: { ...regulation.jury, seats: edit.seats } })
    case 'participation':
      return ok({ ...regulation, participation: edit.participation })
    case 'complaints':
      return ok({ ...regulation, publication: { ...regulation.publication, ...edit.days } })
    case 'jury':
      if (!isShare(edit.rules.minimumShare))
        return refuse('unreadable-share', {}, { minimumShare: 'errors.share' })
      return ok({ ...regulation, jury: { ...edit.rules, seats: regulation.jury.seats } })
    case 'scoring':
      return ok({ ...regulation, scoring: edit.rules })
    case 'procedure':
      return editProcedure(regulation, edit)
  }
}

/**
 * Edits a regulation in preparation. An incomplete document may be saved: the check lists its holes and the
 * opening gate refuses them. A frozen one is not edited (product.md section 3): a later change is an extension
 * or a new version with its own notice. Refuses what cannot be read at all, at its field.
 */
export const editRegulation = (campaign: Campaign, edit: RegulationEdit): Edited =>
  isFrozen(campaign) || campaign.phase !== 'preparation'
    ? refuse('regulation-frozen', { phase: campaign.phase })
    : applyEdit(campaign.regulation, edit)
