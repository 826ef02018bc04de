import { paths } from '#app/http/paths.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { AppliedFilters, type AppliedFilter } from '../patterns/chips.tsx'
import { Button } from '../primitives/button.tsx'
import { Select } from '../primitives/select.tsx'
import { TextInput } from '../primitives/text-input.tsx'

export type AskedFilters = Readonly<
  Record<'year' | 'category' | 'prize' | 'q' | 'outcome', string | undefined>
>
type Props = {
  asked: AskedFilters
  years: readonly number[]
  categories: readonly { readonly code: string; readonly name: Localized }[]
  laureates: number
  withheld: number
}
const PRIZES = ['excellence', 'encouragement', 'jury', 'other'] as const
const OUTCOMES = ['awarded', 'withheld'] as const

const FORM = 'laureate-filters'

/** The search at the head of the page: a field of the same form, so that what is searched and what is filtered go together. */
export function LaureateSearch({ asked }: Pick<Props, 'asked'>) {
  const t = useT()
  return (
    <div className="find" role="search" aria-label={t('public.filter.search')}>
      <TextInput
        form={FORM}
        name="q"
        type="search"
        optional="unsaid"
        label={t('public.filter.search')}
        placeholder={t('public.filter.searchHint')}
        maxLength={100}
        defaultValue={asked.q ?? ''}
      />
      <Button form={FORM} icon="search">
        {t('common.action.search')}
      </Button>
    </div>
  )
}

/** A GET form: the state of the list is its address. */
export function LaureateFilters({ asked, years, categories, laureates, withheld }: Props) {
  const t = useT()
  const locale = useLocale()
  const nameOf = ({ code, name }: Props['categories'][number]): string => shownIn(name, locale)?.text ?? code
  const words: Readonly<Record<keyof AskedFilters, (value: string) => string>> = {
    year: (value) => t('public.edition.name', { year: value }),
    category: (value) => nameOf(categories.find(({ code }) => code === value) ?? { code: value, name: {} }),
    prize: (value) => t(`common.prize.${value}`),
    q: (value) => value,
    outcome: (value) => t(`public.filter.outcomes.${value}`),
  }
  const chips = Object.entries(asked).flatMap(([name, value]): AppliedFilter[] =>
    value === undefined
      ? []
      : [
          {
            name: words[name as keyof AskedFilters](value),
            removeHref: paths.laureates(locale, { ...asked, [name]: undefined }),
          },
        ],
  )
  return (
    <>
      <form id={FORM} className="filters" method="get" action={paths.laureates(locale)}>
        <Select
          name="year"
          label={t('public.filter.year')}
          empty={t('public.filter.allYears')}
          optional="unsaid"
          choices={years.map((year) => ({ value: String(year), label: String(year) }))}
          defaultValue={asked.year ?? ''}
        />
        <Select
          name="category"
          label={t('public.filter.category')}
          empty={t('public.filter.all')}
          optional="unsaid"
          choices={categories.map((one) => ({
            value: one.code,
            label: nameOf(one),
            lang: shownIn(one.name, locale)?.lang,
          }))}
          defaultValue={asked.category ?? ''}
        />
        <Select
          name="prize"
          label={t('public.filter.prize')}
          empty={t('public.filter.allPrizes')}
          optional="unsaid"
          choices={PRIZES.map((value) => ({ value, label: t(`common.prize.${value}`) }))}
          defaultValue={asked.prize ?? ''}
        />
        <Select
          name="outcome"
          label={t('public.filter.outcome')}
          empty={t('public.filter.both')}
          optional="unsaid"
          choices={OUTCOMES.map((value) => ({ value, label: t(`public.filter.outcomes.${value}`) }))}
          defaultValue={asked.outcome ?? ''}
        />
        <Button variant="primary" icon="filter">
          {t('common.action.filter')}
        </Button>
      </form>
      <AppliedFilters
        count={
          withheld === 0
            ? t('common.unit.laureate', { count: laureates })
            : t('public.laureates.count', {
                laureates: t('common.unit.laureate', { count: laureates }),
                withheld: t('public.sky.withheld', { count: withheld }),
              })
        }
        filters={chips}
        clearHref={paths.laureates(locale)}
      />
    </>
  )
}
