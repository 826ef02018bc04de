import type { ArchivedEdition, RecordedEdition } from '#app/domain/campaign/archived-edition.ts'
import type { CategoryRule, PrizeSlotRule, PrizeType, Regulation } from '#app/domain/campaign/regulation.ts'
import { templateRegulation } from '#app/domain/campaign/template.ts'
import { exampleRubric } from '#app/domain/campaign/template/rubrics.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import { editionCalendar } from './edition-calendar.ts'

type RecordedCategory = ArchivedEdition['snapshot']['categories'][number]

/** The regulation asks for both languages; a name known in French only stands twice, and is shown as French. */
const both = (text: Localized) => ({ ...text, ar: text.ar ?? text.fr ?? '', fr: text.fr ?? text.ar ?? '' })

const ARABIC_LABELS: Readonly<Record<string, string>> = {
  "Prix d'excellence": 'جائزة التميز',
  "Prix d'encouragement": 'جائزة التشجيع',
}
const ADVICE: Readonly<Record<PrizeType, string | null>> = {
  excellence: '70',
  encouragement: '50',
  jury: null,
  other: null,
}

function slotRule(slot: RecordedCategory['slots'][number]): PrizeSlotRule {
  const type = slot.type as PrizeType
  const fr = slot.label.fr ?? ''
  return {
    code: slot.code,
    type,
    label: { ar: ARABIC_LABELS[fr] ?? fr, fr },
    mayBeShared: slot.outcome === 'shared' || type === 'excellence' || type === 'encouragement',
    mayBeWithheld: true,
    advisoryThreshold: ADVICE[type],
    // The three prizes of 2007 were given ex aequo, one in each category.
    ...(slot.outcome === 'shared' && slot.winners.length === 1 ? { sharedAcross: true } : {}),
  }
}

function categoryRule(recorded: RecordedCategory, known: CategoryRule | undefined): CategoryRule {
  const described = known?.description ?? {
    ar: 'صنف وارد في سجل الدورات كما تذكره المصادر.',
    fr: 'Catégorie du palmarès, telle que les sources la donnent.',
  }
  return {
    code: recorded.code,
    name: both(recorded.name),
    description: described,
    rubric: known?.rubric ?? exampleRubric('e-demarche'),
    slots: recorded.slots.map(slotRule),
  }
}

const REPLAY_NOTICE = {
  ar: 'إعادة تمثيل لدورة سابقة: الإدارات المتوجة والمشاريع والجوائز من السجل المنشور، وكل ما عدا ذلك، ومنه النقط والأصوات والمواعيد، اصطناعي.',
  fr: 'Rejeu d’une édition passée : les administrations primées, les projets et les prix viennent du palmarès publié ; tout le reste, notes, votes et dates compris, est synthétique.',
}

/** The rules under which an edition is replayed: categories and prizes of the record, everything else of the template. */
export function editionRegulation(edition: RecordedEdition, recorded: ArchivedEdition): Regulation {
  const calendar = editionCalendar(edition)
  const template = templateRegulation(calendar.nominationsOpen, (at) => legalOffsetMinutes(at))
  const organiser = edition.organiser
  return {
    ...template,
    calendar,
    purposes: REPLAY_NOTICE,
    organiser: organiser === null ? template.organiser : { ar: organiser, fr: organiser },
    // Of one category of 2012 the record names no prize: neither how many there were, nor whether one was withheld. To
    // play it would be to invent a decision, so it stays a gap of the archive.
    categories: recorded.snapshot.categories
      .filter(({ slots }) => slots.length > 0)
      .map((category) =>
        categoryRule(
          category,
          template.categories.find(({ code }) => code === category.code),
        ),
      ),
  }
}
