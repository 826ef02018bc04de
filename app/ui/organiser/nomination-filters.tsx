import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { paths } from '#app/http/paths.ts'
import type { NominationSearch } from '#app/http/paths/organiser.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { AppliedFilters } from '../patterns/chips.tsx'
import { FilterBar } from '../patterns/filter-bar.tsx'
import { Select } from '../primitives/select.tsx'
import { TextInput } from '../primitives/text-input.tsx'

const STATES = [
  'draft',
  'awaiting_visa',
  'submitted',
  'completion_requested',
  'admissible',
  'inadmissible',
  'withdrawn',
  'disqualified',
] as const
const SORTS = ['reference', 'recent', 'title'] as const

type Props = {
  campaignId: string
  search: NominationSearch
  categories: readonly { readonly code: string; readonly name: Localized }[]
  count: number
}

/** Search, state, category and order as a plain GET form; what is applied stands below, each part removable. */
export function NominationFilters({ campaignId, search, categories, count }: Props) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string) => t(`campaign.nominations.${key}`)
  const categoryName = (code: string): string => {
    const category = categories.find((one) => one.code === code)
    return category ? (shownIn(category.name, locale)?.text ?? code) : code
  }
  const without = (name: keyof NominationSearch): string =>
    paths.organiserNominations(locale, campaignId, { ...search, [name]: undefined })
  const applied = [
    ...(search.q
      ? [{ name: t('campaign.nominations.query', { text: search.q }), removeHref: without('q') }]
      : []),
    ...(search.state ? [{ name: t(`work.status.${search.state}`), removeHref: without('state') }] : []),
    ...(search.category ? [{ name: categoryName(search.category), removeHref: without('category') }] : []),
  ]
  return (
    <>
      <FilterBar action={paths.organiserNominations(locale, campaignId)}>
        <TextInput
          name="q"
          type="search"
          label={say('search')}
          optional="unsaid"
          defaultValue={search.q ?? ''}
        />
        <Select
          name="state"
          label={say('state')}
          empty={say('all')}
          optional="unsaid"
          choices={STATES.map((state) => ({ value: state, label: t(`work.status.${state}`) }))}
          defaultValue={search.state ?? ''}
        />
        <Select
          name="category"
          label={say('category')}
          empty={say('allCategories')}
          optional="unsaid"
          choices={categories.map(({ code }) => ({ value: code, label: categoryName(code) }))}
          defaultValue={search.category ?? ''}
        />
        <Select
          name="sort"
          label={say('sort')}
          empty={false}
          optional="unsaid"
          choices={SORTS.map((sort) => ({ value: sort, label: say(`by.${sort}`) }))}
          defaultValue={search.sort ?? 'reference'}
        />
      </FilterBar>
      <AppliedFilters
        count={t('campaign.nominations.count', { count })}
        filters={applied}
        clearHref={paths.organiserNominations(locale, campaignId)}
      />
    </>
  )
}
